import type { CodingError } from '../../app/coding-errors.ts'
import { type EvaluationResult, evaluatePipeline } from '../../app/evaluate.ts'
import type { Score } from '../../statistics/score.ts'
import { type Command, word } from '../command.ts'
import type { Printer } from '../print.ts'

/** `verbatim evaluate`: the rules against a person's coding. */
export const evaluate: Command = {
  name: 'evaluate',
  summary: 'compare codings and classes with gold files: precision, recall, F1, alpha, error of the frequency',
  arguments: [{ name: '<pipeline>', description: 'pipeline file' }],
  options: [
    { flags: '--codings-gold <file>', description: 'gold codings: columns respondent, question, code' },
    { flags: '--closed-gold <file>', description: 'gold classes: columns respondent, question, class' },
    { flags: '--input <file>', description: 'read these answers instead of the pipeline’s' },
    { flags: '--only <respondents>', description: 'judge only these, such as R051-R077 or R001,R007' },
    { flags: '--decisions <dir>', description: 'apply these journals first; without it the rules alone are judged' },
    {
      flags: '--errors',
      description: 'list each coding that differs from gold: no word, context, exclusion, rule too wide',
    },
    { flags: '--json', description: 'print all of it as JSON' },
  ],
  examples: [
    'verbatim evaluate pipelines/wildlife.yaml --codings-gold codings.csv --closed-gold classes.csv',
    'verbatim evaluate pipelines/wildlife.yaml --codings-gold codings.csv --only R051-R077 --json',
  ],
  run: async ({ arguments: [pipeline], options, print }) => {
    const result = await evaluatePipeline(pipeline as string, {
      codingsGold: word(options, 'codingsGold'),
      closedGold: word(options, 'closedGold'),
      input: word(options, 'input'),
      only: word(options, 'only'),
      decisions: word(options, 'decisions'),
    })
    if (options.json === true) print.json(result)
    else show(result, options['errors'] === true, print)
    return 0
  },
}

const number = (value: number | null): string => (value === null ? '   –' : value.toFixed(2).padStart(4))
const scoreLine = (name: string, { tp, fp, fn, precision, recall, f1 }: Score, rest = ''): string =>
  `  ${name.padEnd(36)}${String(tp).padStart(6)}${String(fp).padStart(6)}${String(fn).padStart(6)}  ${number(precision)}  ${number(recall)}  ${number(f1)}${rest}`

const show = (
  { codings, families, errors, closed, respondents }: EvaluationResult,
  listed: boolean,
  print: Printer,
): void => {
  print.line(`${respondents} ${respondents === 1 ? 'respondent' : 'respondents'} judged`)
  if (codings) {
    print.line()
    print.line(
      print.strong(`  ${'code'.padEnd(36)}    tp    fp    fn     P     R    F1  alpha  respondents gold/found`),
    )
    for (const code of codings.codes) {
      if (code.tp + code.fp + code.fn === 0) continue
      print.line(
        scoreLine(
          code.code,
          code,
          `   ${number(code.agreement.alpha)}  ${String(code.respondents.gold).padStart(4)} /${String(code.respondents.system).padStart(4)}`,
        ),
      )
    }
    print.line()
    for (const { family, evaluation } of families) print.line(scoreLine(`family ${family}`, evaluation.micro))
    print.line()
    print.line(scoreLine('micro', codings.micro))
    print.line(
      `  macro F1 over ${codings.macro.codes} codes ${number(codings.macro.f1)}; over ${codings.macroSupported.codes} with at least 5 in gold ${number(codings.macroSupported.f1)}`,
    )
    print.line(
      `  error of a theme's frequency: on average ${codings.frequency.meanAbsolute?.toFixed(2) ?? '–'} respondents`,
    )
  }
  if (errors.length > 0) showErrors(errors, listed, print)
  if (closed) {
    print.line()
    print.line(print.strong('  closed questions'))
    for (const { question, answers, right, accuracy } of closed.questions)
      print.line(`  ${question.padEnd(36)}${String(right).padStart(6)} of ${answers}  ${number(accuracy)}`)
    print.line(
      `  ${'all'.padEnd(36)}${String(closed.total.right).padStart(6)} of ${closed.total.answers}  ${number(closed.total.accuracy)}  alpha ${number(closed.total.alpha)}`,
    )
    for (const { question, gold, system, respondents: who } of closed.confusions)
      print.line(`    ${question}: ${gold} read as ${system === '' ? 'nothing' : system}: ${who.join(', ')}`)
  }
}

const showErrors = (errors: readonly CodingError[], listed: boolean, print: Printer): void => {
  const kinds = new Map<string, number>()
  for (const { kind } of errors) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  print.line(`  errors by kind: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
  if (!listed) return
  for (const { answer, code, kind, quote, because, rule } of errors) {
    const words = quote === undefined ? '' : ` “${quote}”`
    print.line(`    ${answer}  ${code}  ${kind}${words}${because === undefined ? '' : ` (${because})`}`)
    if (rule !== undefined) print.line(print.faint(`      ${rule}`))
  }
}
