import { type ExplainedCode, type ExplainedHit, explainText, type TextExplanation } from '../../app/lexicon-explain.ts'
import { placeText } from '../../model/finding.ts'
import { columns } from '../columns.ts'
import { type Command, word } from '../command.ts'
import type { Printer } from '../print.ts'

/** `verbatim lexicon explain`: what the lexicons make of a sentence, and why. */
export const lexiconExplain: Command = {
  name: 'lexicon explain',
  summary: 'show what the lexicons make of a sentence: words, context, hits, why a hit does not count, codes',
  arguments: [
    { name: '<pipeline>', description: 'pipeline file' },
    { name: '<sentence>', description: 'the words to explain, in quotes; several sentences are allowed' },
  ],
  options: [
    { flags: '--question <id>', description: 'read them as an answer to this question; without it, to each in turn' },
    { flags: '--json', description: 'print it as JSON' },
  ],
  examples: [
    'verbatim lexicon explain pipelines/wildlife.yaml "We lack trained rangers."',
    'verbatim lexicon explain pipelines/wildlife.yaml "Officers should be trained." --question q4',
  ],
  run: async ({ arguments: [pipeline, sentence], options, print }) => {
    const explanation = await explainText(pipeline as string, sentence as string, word(options, 'question'))
    if (options.json === true) print.json(explanation)
    else show(explanation, print)
    return 0
  },
}

const show = (explanation: TextExplanation, print: Printer): void => {
  const { text, questions, codes } = explanation
  print.line(print.strong(`“${text}”`))
  print.line(
    questions.length === 1
      ? `read as an answer to ${questions[0]}`
      : `read as an answer to ${questions.join(', ')} in turn (--question names one)`,
  )
  showWords(explanation, print)
  showTriggers(explanation, print)
  const given = codes.filter((each) => each.questions.length > 0)
  const withheld = codes.filter((each) => each.questions.length === 0)
  showCodes('Codes that the words get', given, questions, print)
  showCodes('Codes whose rules find something that does not count', withheld, questions, print)
  print.line()
  const result = given.map(({ code, questions: own }) => `${code}${inQuestions(own, questions)}`)
  print.line(`${print.strong('Result:')} ${result.length === 0 ? 'no code' : result.join(', ')}`)
}

/** Words of more codes than this are told by their number of codes only. */
const manyCodes = 12

const showWords = ({ words }: TextExplanation, print: Printer): void => {
  const distinct = [...new Map(words.map((each) => [each.folded, each])).values()]
  const telling = distinct.filter(({ codes }) => codes.length > 0 && codes.length <= manyCodes)
  const common = distinct.filter(({ codes }) => codes.length > manyCodes)
  const unused = distinct.filter(({ codes }) => codes.length === 0)
  print.line()
  print.line(print.strong('Words, and the codes whose rules look for them'))
  const rows = telling.map(({ folded, codes }) => [
    folded,
    `${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ` and ${codes.length - 5} more` : ''}`,
  ])
  for (const line of columns(['', ''], rows).slice(1)) print.line(line)
  if (common.length > 0)
    print.line(`  in many codes: ${common.map(({ folded, codes }) => `${folded} (${codes.length})`).join(', ')}`)
  if (unused.length > 0) print.line(`  no rule looks for: ${unused.map(({ folded }) => folded).join(', ')}`)
}

const showTriggers = ({ triggers }: TextExplanation, print: Printer): void => {
  print.line()
  print.line(print.strong('Words that say how the others are meant'))
  if (triggers.length === 0) print.line('  none: everything is simply stated')
  for (const { quote, class: name, reaches } of triggers) {
    const reach = reaches.map((each) => `“${each.quote}”`).join(' and ')
    print.line(`  “${quote}”: ${meaning(name)}${reach === '' ? '; it reaches no other word' : `: ${reach}`}`)
  }
}

const showCodes = (title: string, codes: readonly ExplainedCode[], asked: readonly string[], print: Printer): void => {
  if (codes.length === 0) return
  print.line()
  print.line(print.strong(title))
  for (const { code, questions, hits } of codes) {
    print.line(`  ${print.strong(code)}${inQuestions(questions, asked)}`)
    for (const hit of hits) showHit(hit, questions.length > 0 ? questions : asked, print)
  }
}

const showHit = (hit: ExplainedHit, usual: readonly string[], print: Printer): void => {
  const { quote, matched, rule, where, context, suppressed, questions } = hit
  const parts = matched.length > 1 ? `, by ${matched.map((each) => `“${each.quote}”`).join(' + ')}` : ''
  print.line(`    “${quote}”${parts}${inQuestions(questions, usual)}`)
  if (suppressed) print.line(`      does not count: ${whyNot(suppressed)}`)
  const classes = context.map((each) => `${each.class} by “${each.quote}”`)
  if (classes.length > 0) print.line(`      context: ${classes.join(', ')}`)
  print.line(print.faint(`      ${placeText(where)}  ${rule}`))
}

/** What a context class says of the words it reaches, with the name that lexicons use. */
const meaning = (name: string): string => {
  const said = meanings[name]
  return said === undefined ? name : `${said} (${name})`
}

const meanings: Readonly<Record<string, string>> = {
  negated: 'denied',
  lacking: 'said to be lacking',
  proposed: 'asked for',
  hypothetical: 'only supposed',
  planned: 'only planned',
  others: 'said of others',
  past: 'no longer so',
  done: 'said to be done',
}

const whyNot = ({ by, because }: { readonly by: string; readonly because: string }): string => {
  if (by === 'overlap') return `a longer hit takes its place: “${because}”`
  if (by === 'excluded') return `it shares words with \`not: ${because}\``
  const [name, trigger] = because.split(': ')
  if (trigger !== undefined) return `${meaning(name!)}, because of “${trigger}”`
  return because.startsWith('needs') ? `the rule ${because}, which nothing here says` : `it ${because}`
}

/** Which questions, where they are not the usual ones. */
const inQuestions = (own: readonly string[], usual: readonly string[]): string =>
  own.length === 0 || own.join() === usual.join() ? '' : ` (${own.join(', ')})`
