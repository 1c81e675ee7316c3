import { expect, test } from 'vitest'
import type { BaseKind } from '../../src/model/study.ts'
import { tableSchema } from '../../src/model/table.ts'
import { addToTally } from '../../src/tables/add-to-tally.ts'
import { makeTables } from '../../src/tables/index.ts'
import type { Layers } from '../../src/tables/layers.ts'
import { createTally } from '../../src/tables/tally.ts'
import { answer, coding, label, littleStudy } from './little-study.ts'

/** Three respondents: A in the north names nearly all, B in the south denies the first question, C is silent. */
const layers = (): Layers => {
  const law = [answer('A', 'law', 'Yes.'), answer('B', 'law', 'No.', 'south'), answer('C', 'law', '', 'south')]
  const penalty = [
    answer('A', 'penalty', 'Yes.'),
    answer('B', 'penalty', '', 'south'),
    answer('C', 'penalty', '', 'south'),
  ]
  const needs = [
    answer('A', 'needs', 'Training, more training, and police officers.'),
    answer('B', 'needs', 'Money.', 'south'),
    answer('C', 'needs', ' ', 'south'),
  ]
  const plans = [
    answer('A', 'plans', 'A police unit.'),
    answer('B', 'plans', 'None.', 'south'),
    answer('C', 'plans', '', 'south'),
  ]
  return {
    answers: [...law, ...penalty, ...needs, ...plans],
    labels: [
      label(law[0]!, 'yes'),
      label(law[1]!, 'no', { status: 'decided' }),
      label(law[2]!, 'not_applicable', { kind: 'blank' }),
      label(penalty[0]!, 'yes', { status: 'ask' }),
      label(penalty[1]!, 'not_applicable', { kind: 'skipped' }),
      label(penalty[2]!, 'not_applicable', { kind: 'skipped' }),
    ],
    codings: [
      coding(needs[0]!, 'need.training', ['Training', 'training']),
      coding(needs[0]!, 'body.police', ['police']),
      coding(plans[0]!, 'body.police', [], 'added'),
      coding(needs[1]!, 'need.training', ['Money'], 'rejected'),
      coding(needs[1]!, 'need.training', ['Money'], 'replaced'),
    ],
  }
}

const tables = (base: BaseKind) => {
  const study = littleStudy({ base })
  const made = makeTables(study, addToTally(createTally(study), layers()))
  return Object.fromEntries(made.map((table) => [table.id, table]))
}

test('themes are counted by respondent, rejected and replaced ones are not, and zero rows stay', () => {
  const { themes } = tables('all')
  expect(themes!.columns.join()).toBe('family,code,label,respondents,answers,mentions,base,base_kind,percent')
  expect(themes!.rows).toEqual([
    ['need', 'need.training', 'Training', 1, 1, 2, 3, 'all', 33],
    ['need', 'need.money', 'Money', 0, 0, 0, 3, 'all', 0],
    ['body', 'body.police', 'Police', 1, 2, 2, 3, 'all', 33],
  ])
})

test('the base of a theme is who was asked, or who answered, one of its questions', () => {
  expect(tables('asked').themes!.rows.map((row) => row.slice(6))).toEqual(
    Array(3).fill([3, 'asked', 33]).with(1, [3, 'asked', 0]),
  )
  expect(tables('answered').themes!.rows.map((row) => row.slice(6))).toEqual([
    [2, 'answered', 50],
    [2, 'answered', 0],
    [2, 'answered', 50],
  ])
})

test('themes stand under each question they belong to', () => {
  expect(tables('answered')['themes-by-question']!.rows).toEqual([
    ['needs', 'need', 'need.training', 'Training', 1, 1, 2, 2, 'answered', 50],
    ['needs', 'need', 'need.money', 'Money', 0, 0, 0, 2, 'answered', 0],
    ['needs', 'body', 'body.police', 'Police', 1, 1, 1, 2, 'answered', 50],
    ['plans', 'body', 'body.police', 'Police', 1, 1, 1, 2, 'answered', 50],
  ])
})

test('themes are crossed with the values of an attribute, in byte order', () => {
  const table = tables('all')['themes-by-region']!
  expect(table.columns.join()).toBe('family,code,label,region,respondents,answers,mentions,base,base_kind,percent')
  expect(table.rows.map((row) => row.slice(1))).toEqual([
    ['need.training', 'Training', 'north', 1, 1, 2, 1, 'all', 100],
    ['need.training', 'Training', 'south', 0, 0, 0, 2, 'all', 0],
    ['need.money', 'Money', 'north', 0, 0, 0, 1, 'all', 0],
    ['need.money', 'Money', 'south', 0, 0, 0, 2, 'all', 0],
    ['body.police', 'Police', 'north', 1, 2, 2, 1, 'all', 100],
    ['body.police', 'Police', 'south', 0, 0, 0, 2, 'all', 0],
  ])
})

test('respondents are counted by the values of an attribute', () => {
  expect(tables('answered')['respondents-by-region']!.rows).toEqual([
    ['north', 1, 3, 33],
    ['south', 2, 3, 67],
  ])
})

test('classes keep the order of the questionnaire, the two general ones come last', () => {
  expect(tables('all').closed!.rows).toEqual([
    ['law', 'yes', 1, 3, 33, 'all', 0, 0],
    ['law', 'no', 1, 3, 33, 'all', 0, 1],
    ['law', 'not_classifiable', 0, 3, 0, 'all', 0, 0],
    ['law', 'not_applicable', 1, 3, 33, 'all', 0, 0],
    ['penalty', 'yes', 1, 3, 33, 'all', 1, 0],
    ['penalty', 'no', 0, 3, 0, 'all', 0, 0],
    ['penalty', 'not_classifiable', 0, 3, 0, 'all', 0, 0],
    ['penalty', 'not_applicable', 2, 3, 67, 'all', 0, 0],
  ])
})

test.each(['asked', 'answered'] as const)('classes add up to the base "%s"', (base) => {
  const rows = tables(base).closed!.rows
  for (const question of ['law', 'penalty']) {
    const own = rows.filter((row) => row[0] === question)
    expect(own.reduce((sum, row) => sum + (row[2] as number), 0)).toBe(own[0]![3])
  }
  expect(rows[4]!.slice(0, 5)).toEqual(['penalty', 'yes', 1, 1, 100])
})

test('nobody has no percentage, and a study without closed questions no table of them', () => {
  const study = littleStudy({ questions: new Map([['needs', { kind: 'narrative', text: '' }]]) })
  const made = makeTables(study, createTally(study))
  expect(made.map(({ id }) => id)).toEqual([
    'themes',
    'families',
    'themes-by-question',
    'themes-by-region',
    'differences-by-region',
    'cooccurrence',
    'respondents-by-region',
  ])
  expect(made[0]!.rows.map((row) => row.at(-1))).toEqual([null, null, null])
})

test('every table keeps its contract and says what it counts', () => {
  for (const table of Object.values(tables('all'))) {
    expect(tableSchema.parse(table)).toEqual(table)
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true)
    expect(table.note).toMatch(/respondents.*all respondents.*half up/)
    expect(table.note.includes('do not add to 100')).toBe(!/^(closed|respondents)/.test(table.id))
  }
})

test('an attribute with a path in its name stays in its folder', () => {
  const study = littleStudy({ by: ['../etc/passwd'] })
  expect(makeTables(study, createTally(study))[3]!.id).toBe('themes-by--etc-passwd')
})
