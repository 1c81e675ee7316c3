import { type LexiconSummary, type LexiconTest, testLexicons } from '../../app/lexicon-test.ts'
import { type Finding, placeText, Stop } from '../../model/finding.ts'
import { groupBy } from '../../statistics/group-by.ts'
import { columns, counted } from '../columns.ts'
import { type Command, word } from '../command.ts'
import type { Printer } from '../print.ts'

/** `verbatim lexicon test`: examples, mistakes in rules, and what the rules find in the pipeline's answers. */
export const lexiconTest: Command = {
  name: 'lexicon test',
  summary:
    'try a pipeline’s lexicons: examples, rules that never work, terms in two codes, wildcards that catch too much',
  arguments: [{ name: '<pipeline>', description: 'pipeline file' }],
  options: [
    { flags: '--input <file>', description: 'try them on these answers instead of the pipeline’s' },
    { flags: '--only <lexicon>', description: 'show what was found in this lexicon only, such as wildlife/species' },
    { flags: '--all', description: 'list every note; without it the first of each kind' },
    { flags: '--json', description: 'print everything as JSON' },
  ],
  examples: [
    'verbatim lexicon test pipelines/wildlife.yaml',
    'verbatim lexicon test pipelines/wildlife.yaml --only wildlife/species --all',
  ],
  run: async ({ arguments: [pipeline], options, print }) => {
    const result = await testLexicons(pipeline as string, { input: word(options, 'input') })
    const only = word(options, 'only')
    if (only !== undefined && !result.lexicons.some(({ lexicon }) => lexicon === only)) {
      const message = `\`${only}\` is no lexicon of this pipeline; expected one of ${result.lexicons.map(({ lexicon }) => lexicon).join(', ')}`
      throw new Stop([{ level: 'error', rule: 'cli/only', message }], 2)
    }
    const findings = result.findings.filter(
      ({ where }) => only === undefined || where?.file === `lexicons/${only}.yaml`,
    )
    if (options.json === true) print.json({ ...result, findings })
    else show({ ...result, findings }, options.all === true, print)
    return result.findings.some(({ level }) => level === 'error') ? 1 : 0
  },
}

/** What each kind of finding is, in words; kinds not named here go by their rule. */
const headings: Readonly<Record<string, string>> = {
  'lexicon/example': 'Examples that are read otherwise than their author did',
  'closed/example': 'Examples of closed questions that are read otherwise than their author did',
  'lexicon/uncovered-code': 'Codes without rules',
  'lexicon/dead-rule': 'Rules that can never count',
  'lexicon/repeated-rule': 'Rules that stand twice in a code',
  'lexicon/shared-term': 'The same words give two codes',
  'lexicon/wide-wildcard': 'Wildcards that catch very many words',
  'lexicon/never-counts': 'Rules with hits, none of which counts',
  'lexicon/short-wildcard': 'Wildcards of fewer than four letters',
  'lexicon/silent-rule': 'Rules that find nothing in these answers',
  'lexicon/covered-rule': 'Rules that these answers do not need: a longer hit of another rule is there',
  'lexicon/silent-term': 'Lists and rules with terms that never occur in these answers',
  'lexicon/idle-exclusion': 'Exclusions (`not`) that take nothing away in these answers',
  'lexicon/unused-list': 'Lists that nothing uses',
}

/** How many findings of one kind are shown without `--all`. */
const shownOf = { error: 100, warning: 10, note: 3 } as const

const show = (result: LexiconTest, all: boolean, print: Printer): void => {
  print.line(print.strong(result.pipeline))
  if (result.answers !== undefined)
    print.line(
      `tried on ${counted(result.answers, 'answer')} in free words by ${counted(result.respondents!, 'respondent')}`,
    )
  print.line()
  showSummary(result.lexicons, result.answers !== undefined, print)
  for (const own of groupBy(result.findings, ({ level, rule }) => `${level} ${rule}`).values()) {
    const { level, rule } = own[0]!
    print.line()
    print.line(`${print.strong(headings[rule] ?? rule)} ${print.faint(`(${counted(own.length, level)}, ${rule})`)}`)
    const shown = all ? own : own.slice(0, shownOf[level])
    for (const { message, where } of shown) {
      print.line(`  ${placeText(where)}`)
      print.line(`    ${message}`)
    }
    if (shown.length < own.length)
      print.line(print.faint(`  … and ${own.length - shown.length} more (--all shows them)`))
  }
  const count = (level: Finding['level']): string =>
    counted(result.findings.filter((each) => each.level === level).length, level)
  print.line()
  print.line(`${count('error')}, ${count('warning')}, ${count('note')}`)
}

const showSummary = (lexicons: readonly LexiconSummary[], tried: boolean, print: Printer): void => {
  const numbers = (each: LexiconSummary): readonly number[] => [
    each.codes,
    each.rules,
    each.examples,
    each.failed,
    ...(tried ? [each.rulesWithHits!, each.hits!, each.suppressed!] : []),
  ]
  const all = lexicons.map(numbers)
  const [head, ...lines] = columns(
    ['lexicon', 'codes', 'rules', 'examples', 'failed', ...(tried ? ['rules with hits', 'hits', 'do not count'] : [])],
    [
      ...lexicons.map((each) => [each.lexicon, ...numbers(each)]),
      ['all', ...(all[0] ?? []).map((_, index) => all.reduce((sum, row) => sum + row[index]!, 0))],
    ],
  )
  print.line(print.strong(head!))
  for (const line of lines) print.line(line)
}
