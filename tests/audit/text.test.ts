import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditText } from '../../src/audit/audit-text.ts'
import { bandPolicySchema } from '../../src/audit/bands.ts'
import { type Fact, factsOfFigures, factsOfTable } from '../../src/audit/fact.ts'
import { statementsIn } from '../../src/audit/statements.ts'
import { readYaml } from '../../src/io/yaml.ts'
import { figuresFrom, report2024 } from './report-2024.ts'

const policyOf = async (name: string) =>
  (await readYaml(join(import.meta.dirname, `../../lexicons/bands/${name}.yaml`), bandPolicySchema)).value
const un = await policyOf('un-report')
const scotland = await policyOf('education-scotland')

const facts = factsOfFigures(figuresFrom(report2024))
const check = (text: string, { policy = un, against = facts as readonly Fact[] } = {}) =>
  auditText([{ text, line: 3 }], against, { file: 'report.md', policy })
const problems = (text: string, options = {}): readonly string[] =>
  check(text, options).findings.map(({ level, rule, message }) => `${level} ${rule.replace('text/', '')} ${message}`)

// Sentences whose parts were read by hand; the last is no statement of a percentage.
test.each([
  ['Thirty-one respondents, or 40 per cent, reported that they had a national strategy.', ['count-first 31 - 40 -']],
  ['12 of the 77 respondents (16%) mentioned training.', ['count-first 12 77 16 -']],
  ['Some 40 per cent of respondents (31) said so.', ['percent-first 31 - 40 some']],
  [
    'A total of 54 States (70.1 per cent) answered yes; 23 States (29.9 per cent) answered no.',
    ['count-first 54 - 70.1 -', 'count-first 23 - 29.9 -'],
  ],
  ['Nearly 16 per cent (12 of 77) referred to funding.', ['percent-first 12 77 16 nearly']],
  ['The view was shared by most (n = 52, 67,5 %) of 1,204 Parties.', ['count 1204 - - -', 'percent - - 67.5 -']],
  ['Many respondents (18) were of that view.', ['count 18 - - -']],
  ['Twelve countries mentioned capacity-building and seven mentioned funding.', ['count 12 - - -']],
  ['In 2023, 3 per cento of nothing, 150 per cent more.', []],
])('the statements of "%s" are read', (text, expected) => {
  const read = statementsIn(text).map(({ form, count, base, percent, hedge }) =>
    [form, count, base, percent?.value ?? null, hedge].map((part) => part ?? '-').join(' '),
  )
  expect(read.toSorted()).toEqual([...expected].toSorted())
})

// Ways in which the 2024 report states its numbers.
test.each([
  'More than half of the respondents (41 respondents, or 53 per cent) considered it (see figure II).',
  'About 29 per cent (22) of the respondents considered it.',
  '71 respondents (92 per cent) indicated it. Four respondents (5 per cent) did not, and two respondents (3 per cent) noted it.',
  'Most respondents (50 respondents, or 65 per cent) reported it; a total of 21 respondents (27 per cent) did not.',
  'Only 6 respondents (8 per cent) noted it.',
  'No responses were received from 10 respondents (13 per cent).',
  'The rest did not provide a response (13 per cent) (10), or their responses were not classifiable (3 per cent) (2).',
  'Many respondents (49 per cent) (38) stated it, and some 6 per cent of the responses (5 respondents) did not.',
  'Most respondents (52 respondents, or 67 per cent) do so.',
  'All 77 respondents replied.',
])('"%s" agrees with the figures', (text) => {
  expect(problems(text)).toEqual([])
})

test.each([
  [
    'A total of 41 respondents (54 per cent) did.',
    /^error percent .*`41` of `77` is 53 per cent \(figure II, yes\), printed `54`/,
  ],
  ['40 respondents (52 per cent) did.', /^error count .*no cell of the tables has `40` respondents and `52` per cent/],
  ['42 respondents, or 53 per cent, did.', /^error count .*53 per cent is `figure II, yes` with `41`/],
  ['12 of the 74 respondents (16 per cent) did.', /^error count /],
  ['Nearly 92 per cent (71) did.', /^error percent .*`71` of `77` is 92\.2 per cent .*printed `nearly 92`/],
  ['35 per cent of the respondents did.', /^warning percent /],
  ['Eight respondents mentioned it.', /^warning count /],
  ['41 respondents (53 per cent) did (see figure X).', /^warning reference .*in `figure II, yes`/],
  [
    'Most of the respondents (38 respondents, or 49 per cent) did.',
    /^error quantifier .*`Most of` \(from 60.*`38` of `77`; expected `many`/,
  ],
  ['Many respondents (44) did.', /^error quantifier .*expected `more than half`/],
  [
    'Some respondents (two respondents, or 3 per cent) did.',
    /^warning quantifier .*below 3 respondents print the number/,
  ],
  ['A minority of respondents (22) did.', /^warning quantifier .*no word `A minority of`.*expected `many`/],
  ['Many respondents mentioned training.', /^note no-number /],
])('"%s" is found', (text, expected) => {
  expect(problems(text)).toEqual([expect.stringMatching(expected)])
})

test('a hedge makes a percentage rough in its direction', () => {
  // 67 of 77 is 87.01 per cent.
  expect(problems('Just over 87 per cent (67) did. About 88 per cent (67) did. Nearly 90 per cent (67) did.')).toEqual(
    [],
  )
  expect(problems('About 89 per cent (67) did.')).toHaveLength(1)
  expect(problems('Over 88 per cent (67) did.')).toHaveLength(1)
})

test('words are judged by the policy that is chosen', () => {
  const text = 'The majority of respondents (52 respondents, or 67 per cent) did.'
  expect(problems(text)).toEqual([expect.stringMatching(/expected `most`/)])
  expect(problems(text, { policy: scotland })).toEqual([])
  expect(check(text, { policy: scotland }).policy).toEqual({ title: scotland.title, version: 1 })
})

test('cells of tables are named by question and class, or by the theme', () => {
  const against = factsOfTable({
    header: ['question', 'class', 'respondents', 'base', 'percent'],
    rows: [
      { cells: ['q6a', 'yes', '12', '50', '24'], where: { file: 'closed.csv', line: 2 } },
      { cells: ['q6a', 'no', '', '50', ''], where: { file: 'closed.csv', line: 3 } },
    ],
  })
  expect(against).toHaveLength(1)
  expect(problems('To question 6 (a), 12 respondents (24 per cent) said yes.', { against })).toEqual([])
  expect(problems('12 respondents (25 per cent) said yes.', { against })).toEqual([
    expect.stringContaining('`12` of `50` is 24 per cent (question q6a, yes), printed `25`'),
  ])
})

test('statements name their place and the cells that they agree with', () => {
  const { statements, paragraphs } = check('41 respondents (53 per cent) did.')
  expect(paragraphs).toBe(1)
  expect(statements).toMatchObject([
    { text: '41 respondents (53 per cent', where: { file: 'report.md', line: 3 }, agrees: ['figure II, yes'] },
  ])
})

test('a hostile paragraph takes no longer than its length', () => {
  for (const text of ['twenty respondents ', 'Many respondents. ', '9 of the 9 aa aa ', '9'])
    expect(check(text.repeat(5000)).paragraphs).toBe(1)
})
