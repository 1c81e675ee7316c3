import {
  type AnswerChange,
  type CodeChange,
  diffLexicons,
  type LexiconDiff,
  type Share,
} from '../../app/lexicon-diff.ts'
import { Stop } from '../../model/finding.ts'
import { columns, counted } from '../columns.ts'
import { type Command, word } from '../command.ts'
import type { Printer } from '../print.ts'

/** `verbatim lexicon diff`: what another state of the lexicons would change in the results. */
export const lexiconDiff: Command = {
  name: 'lexicon diff',
  summary: 'compare two states of the lexicons on a pipeline’s answers: who gains or loses a code, by which words',
  arguments: [
    { name: '<A>', description: 'a lexicons folder, one lexicon file, or . for the current state' },
    { name: '<B>', description: 'the same; A is taken as before, B as after' },
  ],
  options: [
    { flags: '--on <pipeline>', description: 'pipeline file (needed)' },
    { flags: '--input <file>', description: 'compare on these answers instead of the pipeline’s' },
    { flags: '--all', description: 'show every answer that changes; without it the first ten of a code' },
    { flags: '--json', description: 'print everything as JSON' },
  ],
  examples: [
    'verbatim lexicon diff lexicons . --on pipelines/wildlife.yaml',
    'verbatim lexicon diff . lexicons/wildlife/species.yaml --on pipelines/wildlife.yaml',
  ],
  run: async ({ arguments: [a, b], options, print }) => {
    const pipeline = word(options, 'on')
    if (pipeline === undefined) {
      const message = 'which answers? Name the pipeline with `--on`, such as `--on pipelines/wildlife.yaml`'
      throw new Stop([{ level: 'error', rule: 'cli/no-pipeline', message }], 2)
    }
    const diff = await diffLexicons(a as string, b as string, pipeline, { input: word(options, 'input') })
    if (options.json === true) print.json(diff)
    else show(diff, options.all === true, print)
    return 0
  },
}

const show = (diff: LexiconDiff, all: boolean, print: Printer): void => {
  const { changes } = diff
  print.line(print.strong(diff.pipeline))
  print.line(`  A  ${diff.a === '.' ? 'the current lexicons' : diff.a}`)
  print.line(`  B  ${diff.b === '.' ? 'the current lexicons' : diff.b}`)
  print.line(
    `${counted(diff.respondents, 'respondent')}; shares of ${baseText(diff.base)}${decisionsText(diff.decisions)}`,
  )
  for (const { message } of diff.notes) print.line(`note: ${message}`)
  print.line()
  if (changes.length === 0) {
    print.line(`No difference: both give the same ${counted(diff.codings.b, 'coding')}.`)
    return
  }
  const [head, ...lines] = columns(
    ['code', 'A', 'share', 'B', 'share', 'points', 'enter', 'leave', 'answers'],
    changes.map((each) => [
      each.code,
      each.a.respondents,
      percentText(each.a),
      each.b.respondents,
      percentText(each.b),
      pointsText(each.points),
      each.enters.length,
      each.leaves.length,
      answersText(each.answers),
    ]),
  )
  print.line(print.strong(head!))
  for (const line of lines) print.line(line)
  for (const each of changes) showCode(each, all ? each.answers.length : 10, print)
  const answers = changes.flatMap((each) => each.answers)
  print.line()
  print.line(
    `${print.strong('In all:')} ${diff.codings.a} codings with A, ${diff.codings.b} with B (${answersText(answers)}); ${changes.length} of ${diff.codes} codes change`,
  )
}

const showCode = ({ code, enters, leaves, answers }: CodeChange, most: number, print: Printer): void => {
  print.line()
  print.line(print.strong(code))
  if (enters.length > 0) print.line(`  respondents who enter: ${enters.join(', ')}`)
  if (leaves.length > 0) print.line(`  respondents who leave: ${leaves.join(', ')}`)
  if (enters.length + leaves.length === 0) print.line('  the same respondents, by other answers')
  for (const { answer, change, evidence, because } of answers.slice(0, most)) {
    const words = [...new Set(evidence.map(({ quote }) => `“${quote}”`))].join(', ')
    print.line(`  ${change === 'enters' ? '+' : '−'} ${answer}  ${words === '' ? 'by a decision' : words}`)
    const rules = new Set(evidence.map(({ lexicon, rule }) => `${lexicon}: ${rule}`))
    for (const rule of rules) print.line(print.faint(`      ${rule}`))
    print.line(`      ${because}`)
  }
  if (answers.length > most) print.line(print.faint(`  … and ${answers.length - most} more (--all shows them)`))
}

const percentText = ({ percent }: Share): string => (percent === null ? '–' : `${percent.toFixed(1)} %`)

const pointsText = (points: number | null): string =>
  points === null ? '–' : `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}`

const answersText = (answers: readonly AnswerChange[]): string => {
  const enter = answers.filter(({ change }) => change === 'enters').length
  return `+${enter} −${answers.length - enter}`
}

const baseText = (base: LexiconDiff['base']): string =>
  ({
    all: 'all of them',
    asked: 'those who were asked a question of the code',
    answered: 'those who answered a question of the code',
  })[base]

const decisionsText = (decisions: number): string =>
  decisions === 0 ? '' : `; ${counted(decisions, 'decision')} of reviewers applied to both`
