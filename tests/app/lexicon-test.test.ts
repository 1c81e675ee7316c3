import { expect, test } from 'vitest'
import { testLexicons } from '../../src/app/lexicon-test.ts'
import { placeText } from '../../src/model/finding.ts'
import { commuting, wish, wishLexicon } from './commuting.ts'

/** Place and message of the findings of one kind in the lexicon on wishes. */
const found = async (rule: string, lexicon: string): Promise<readonly string[]> => {
  const { pipeline } = commuting({ [wish]: lexicon })
  const { findings } = await testLexicons(pipeline)
  return findings
    .filter((each) => each.rule === `lexicon/${rule}` && each.where?.file === wish)
    .map(({ level, message, where }) => `${level} ${placeText(where).split(':')[1]!}: ${message}`)
}

test('a sound lexicon has no errors and no warnings but for codes without rules', async () => {
  const { findings } = await testLexicons(commuting().pipeline)
  expect(findings.filter(({ level }) => level !== 'note').map(({ rule }) => rule)).toEqual(['lexicon/uncovered-code'])
})

test('the summary counts codes, rules, examples, rules with hits, hits and those that do not count', async () => {
  const { lexicons, answers, respondents } = await testLexicons(commuting().pipeline)
  expect({ answers, respondents }).toEqual({ answers: 27, respondents: 9 })
  expect(lexicons.map(({ lexicon }) => lexicon)).toEqual(['commuting/trouble', 'commuting/wish'])
  expect(lexicons[1]).toMatchObject({ codes: 3, rules: 7, examples: 8, failed: 0 })
  for (const { rules, rulesWithHits, hits, suppressed } of lexicons) {
    expect(rulesWithHits).toBeLessThanOrEqual(rules)
    expect(suppressed).toBeLessThanOrEqual(hits!)
  }
})

test('an example that is read otherwise is an error with its line', async () => {
  expect(await found('example', wishLexicon({ busExample: 'Fewer buses.' }))).toEqual([
    expect.stringMatching(/^error 13: no rule of `wish\.more-buses` finds the example `Fewer buses\.`/),
  ])
})

test('a rule that takes itself away, or that needs what it refuses, can never count', async () => {
  const rules = '["more buses", "train NOT train", {rule: night, need: [past], veto: [past]}]'
  expect(await found('dead-rule', wishLexicon({ buses: rules }))).toEqual([
    expect.stringContaining('rule `train NOT train` cannot match'),
    expect.stringContaining('rule `night` can never count'),
  ])
})

test('a rule that stands twice in a code is found also where it is written differently', async () => {
  expect(await found('repeated-rule', wishLexicon({ buses: '["more buses", "( More  BUSES )"]' }))).toEqual([
    expect.stringMatching(/`\( More {2}BUSES \)` of `wish\.more-buses` stands already in .*wish\.yaml:11/),
  ])
})

test('the same rule with another context is another rule', async () => {
  const rules = '["more buses", {rule: more buses, veto: []}]'
  expect(await found('repeated-rule', wishLexicon({ buses: rules }))).toEqual([])
})

test('a term in rules of two codes is a warning that names both places', async () => {
  const lexicon = wishLexicon({ paths: '["[bike* lane|night bus]"]', buses: '["more buses OR night bus"]' })
  expect(await found('shared-term', lexicon)).toEqual([
    expect.stringMatching(
      /^warning 8: `wish\.cycle-path` and `wish\.more-buses` are both given by `night bus` \(.*:8:\d+ and .*:11:\d+\)/,
    ),
  ])
})

test('a term of two codes is no warning where no hit can count for both', async () => {
  const apart = wishLexicon({
    paths: '["bike* lane", {rule: night bus, need: [past], veto: []}]',
    buses: '["more buses", {rule: night bus, veto: [past]}]',
  })
  expect(await found('shared-term', apart)).toEqual([])
})

test('a short wildcard is told with the words it catches, one that catches very many is a warning', async () => {
  const [note] = await found('short-wildcard', wishLexicon({ buses: '["more buses", "tr?m"]' }))
  expect(note).toContain('`tr?m` catches 1 word: `tram`')
  const [warning] = await found('wide-wildcard', wishLexicon({ buses: '["more buses", "*e*"]' }))
  expect(warning).toMatch(
    /^warning 11: rule `\*e\*`: `\*e\*` catches \d+ different words: (`[^`]+`, ){9}`[^`]+` and \d+ more/,
  )
})

test('a wildcard beside a word is held in check by it', async () => {
  expect(await found('wide-wildcard', wishLexicon({ buses: '["more buses", "more *e*"]' }))).toEqual([])
})

test('rules without hits and terms that never occur are notes, a rule or a list each', async () => {
  const lexicon = wishLexicon({
    lists: '{go: [tram, zeppelin]}',
    buses: '["more [buses|zeppelins]", "@go ~2 airport"]',
  })
  expect(await found('silent-term', lexicon)).toEqual([
    expect.stringContaining('`wish.more-buses`: 1 of 2 terms never occur: `zeppelins`'),
    expect.stringContaining('list `@go`: 1 of 2 terms never occur: `zeppelin`'),
  ])
  expect(await found('silent-rule', lexicon)).toEqual([
    expect.stringContaining('`bike* lane` of `wish.cycle-path` finds nothing'),
    expect.stringContaining('`@go ~2 airport` of `wish.more-buses` finds nothing'),
  ])
})

test('a rule whose hits never count is told with the reasons', async () => {
  const lexicon = wishLexicon({ buses: '["more buses", {rule: lanes, need: [past]}]' })
  expect(await found('never-counts', lexicon)).toEqual([
    expect.stringMatching(
      /^warning 11: rule `lanes` of `wish\.more-buses` has 4 hits, none of which counts: 4 × needs past/,
    ),
  ])
})

test('a rule that only repeats a longer one is a note', async () => {
  expect(await found('covered-rule', wishLexicon({ buses: '["[more|night] buses", buses]' }))).toEqual([
    expect.stringContaining('rule `buses` of `wish.more-buses`: none of its 3 hits is needed'),
  ])
})

test('exclusions without effect and lists without use are notes', async () => {
  const lexicon = wishLexicon({ lists: '{spare: [tram]}', not: '[zeppelin, "run more buses"]' })
  expect(await found('idle-exclusion', lexicon)).toEqual([expect.stringContaining('1 of 2 `not` of')])
  expect(await found('unused-list', lexicon)).toEqual([expect.stringContaining('`@spare`')])
})

test('without a file of answers rules and examples are tried all the same', async () => {
  const { pipeline } = commuting()
  const { answers, lexicons, findings } = await testLexicons(pipeline, { input: 'nowhere.csv' })
  expect(answers).toBeUndefined()
  expect(lexicons[0]!.hits).toBeUndefined()
  expect(findings.map(({ rule }) => rule)).toContain('pipeline/no-answers')
})
