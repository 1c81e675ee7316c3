import { type Explanation, explainAnswer } from '../../app/explain.ts'
import { type CellExplanation, explainCell } from '../../app/explain-cell.ts'
import type { Context } from '../../model/tag.ts'
import { type Command, word } from '../command.ts'
import type { Printer } from '../print.ts'

/** `verbatim explain`: why an answer has its codes, and not others; or what is behind a number of the report. */
export const explain: Command = {
  name: 'explain',
  summary: 'trace one answer through all stages, or a number of the report to the answers behind it',
  arguments: [
    { name: '<pipeline>', description: 'pipeline file' },
    {
      name: '<address>',
      description: 'of an answer: respondent/question; of a number: table#row/column, as report.html shows it',
    },
  ],
  options: [
    { flags: '--input <file>', description: 'read these answers instead of the pipeline’s' },
    { flags: '--decisions <dir>', description: 'read reviewers’ journals from this folder' },
    { flags: '--json', description: 'print it as JSON' },
  ],
  examples: [
    'verbatim explain pipelines/wildlife.yaml R001/q4',
    'verbatim explain pipelines/wildlife.yaml R002/q6b --json',
    'verbatim explain pipelines/wildlife.yaml closed#q6a=yes/respondents',
  ],
  run: async ({ arguments: [pipeline, address], options, print }) => {
    const material = { input: word(options, 'input'), decisions: word(options, 'decisions') }
    if ((address as string).includes('#')) {
      const explanation = await explainCell(pipeline as string, address as string, material)
      if (options.json === true) print.json(explanation)
      else showCell(explanation, print)
      return 0
    }
    const explanation = await explainAnswer(pipeline as string, address as string, material)
    if (options.json === true) print.json(explanation)
    else show(explanation, print)
    return 0
  },
}

const show = ({ answer, segments, tags, labels, codings, decisions, findings }: Explanation, print: Printer): void => {
  print.line(print.strong(`${answer.id}`))
  print.line(answer.text.trim() === '' ? '  (left blank)' : `  ${answer.text.replaceAll('\n', '\n  ')}`)
  print.line()
  for (const { start, end, kind } of segments) print.line(print.faint(`  ${kind} ${start}–${end}`))
  for (const label of labels) {
    print.line()
    print.line(
      print.strong(`  class ${label.class}`) +
        print.faint(` (${label.status}${label.kind ? `, ${label.kind}` : ''}): ${label.reason}`),
    )
    for (const { rule, quote, start, end } of label.because)
      print.line(`    “${quote}” ${start}–${end}  ${print.faint(`rule ${rule}`)}`)
  }
  const codes = new Set([...codings.map(({ code }) => code), ...tags.map(({ code }) => code)])
  for (const code of codes) {
    const coding = codings.find((each) => each.code === code)
    print.line()
    print.line(
      print.strong(`  ${code}`) +
        print.faint(
          coding ? ` (${coding.status}${coding.by.length > 0 ? ` by ${coding.by.join(', ')}` : ''})` : ' (not given)',
        ),
    )
    for (const tag of tags.filter((each) => each.code === code)) {
      print.line(`    “${tag.quote}” ${tag.start}–${tag.end}  ${print.faint(`${tag.lexicon}: ${tag.rule}`)}`)
      if (tag.context.length > 0) print.line(`      context: ${contextText(tag.context)}`)
      if (tag.suppressed) print.line(`      does not count: ${tag.suppressed.by}, ${tag.suppressed.because}`)
    }
  }
  if (codes.size === 0 && labels.length === 0) print.line('  no code')
  for (const { by, act, code, to, at, note } of decisions)
    print.line(
      `  decision by ${by}${at ? `, ${at}` : ''}: ${act}${code ? ` ${code}` : ''}${to === undefined ? '' : ` to ${to}`}${note ? ` (${note})` : ''}`,
    )
  for (const { level, message } of findings) print.line(`  ${level}: ${message}`)
}

const showCell = (found: CellExplanation, print: Printer): void => {
  const { cell, value, table, row, respondents, codings, labels, decisions } = found
  print.line(print.strong(`${cell} is ${value === null ? 'empty' : value}`))
  print.line(`  ${table.title}: ${table.columns.map((column) => `${column} ${row[column] ?? '–'}`).join(', ')}`)
  print.line(print.faint(`  ${table.note}`))
  print.line()
  print.line(`  ${respondents.length} respondents${respondents.length === 0 ? '' : `: ${respondents.join(', ')}`}`)
  for (const { answer, status, kind, reason, because } of labels) {
    print.line()
    print.line(print.strong(`  ${answer}`) + print.faint(` (${status}${kind ? `, ${kind}` : ''}): ${reason}`))
    for (const { rule, quote } of because) print.line(`    “${quote}”  ${print.faint(`rule ${rule}`)}`)
  }
  for (const { id, status, by, spans } of codings) {
    print.line()
    print.line(print.strong(`  ${id}`) + print.faint(` (${status}${by.length > 0 ? ` by ${by.join(', ')}` : ''})`))
    for (const { quote, lexicon, rule, context } of spans) {
      print.line(`    “${quote}”  ${print.faint(`${lexicon}: ${rule}`)}`)
      if (context.length > 0) print.line(`      context: ${contextText(context)}`)
    }
  }
  if (decisions.length > 0) print.line()
  for (const { by, act, answer, code, to } of decisions)
    print.line(
      `  decision by ${by} on ${answer}: ${act}${code ? ` ${code}` : ''}${to === undefined ? '' : ` to ${to}`}`,
    )
}

const contextText = (context: readonly Context[]): string =>
  context.map((each) => `${each.class} by “${each.quote}”`).join(', ')
