import { type Explanation, explainAnswer } from '../../app/explain.ts'
import type { Context } from '../../model/tag.ts'
import { type Command, word } from '../command.ts'
import type { Printer } from '../print.ts'

/** `verbatim explain`: why an answer has its codes, and not others. */
export const explain: Command = {
  name: 'explain',
  summary: 'trace one answer through all stages: words, hits, context, decisions, codes',
  arguments: [
    { name: '<pipeline>', description: 'pipeline file' },
    { name: '<answer>', description: 'address of an answer: respondent/question' },
  ],
  options: [
    { flags: '--input <file>', description: 'read these answers instead of the pipeline’s' },
    { flags: '--decisions <dir>', description: 'read reviewers’ journals from this folder' },
    { flags: '--json', description: 'print it as JSON' },
  ],
  examples: [
    'verbatim explain pipelines/wildlife.yaml R001/q4',
    'verbatim explain pipelines/wildlife.yaml R002/q6b --json',
  ],
  run: async ({ arguments: [pipeline, address], options, print }) => {
    const explanation = await explainAnswer(pipeline as string, address as string, {
      input: word(options, 'input'),
      decisions: word(options, 'decisions'),
    })
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

const contextText = (context: readonly Context[]): string =>
  context.map((each) => `${each.class} by “${each.quote}”`).join(', ')
