import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Table } from '../../src/model/table.ts'
import { compareShares } from '../../src/statistics/compare.ts'
import { benjaminiHochberg } from '../../src/statistics/multiplicity.ts'
import { addToTally } from '../../src/tables/add-to-tally.ts'
import { makeTables } from '../../src/tables/index.ts'
import { createTally } from '../../src/tables/tally.ts'
import { answer, coding, littleStudy } from './little-study.ts'

interface Person {
  readonly region: string
  /** Codes given to the answer to `needs`; `undefined` where it is blank. */
  readonly codes: readonly string[] | undefined
}

const tablesOf = (people: readonly Person[], base: 'all' | 'answered' = 'all') => {
  const study = littleStudy({ base })
  const answers = people.map(({ region, codes }, index) =>
    answer(`R${index}`, 'needs', codes === undefined ? '' : 'words', region),
  )
  const codings = people.flatMap(({ codes = [] }, index) => codes.map((code) => coding(answers[index]!, code)))
  const made = makeTables(study, addToTally(createTally(study), { answers, labels: [], codings }))
  return new Map(made.map((table) => [table.id, table]))
}

const records = ({ columns, rows }: Table): readonly Readonly<Record<string, Cell>>[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]!])))

const times = (count: number, person: Person): readonly Person[] => Array(count).fill(person)
const [training, money, police] = ['need.training', 'need.money', 'body.police']

test('a respondent with several themes of a family counts once in it', () => {
  const table = tablesOf([
    { region: 'north', codes: [training, money] },
    { region: 'north', codes: [money] },
    { region: 'north', codes: [] },
    { region: 'north', codes: undefined },
  ]).get('families')!
  expect(table.columns.join()).toBe('family,label,respondents,answers,mentions,base,base_kind,percent')
  expect(table.rows).toEqual([
    ['need', 'Needs', 2, 2, 3, 4, 'all', 50],
    ['body', 'Bodies', 0, 0, 0, 4, 'all', 0],
  ])
})

test('each value of an attribute is compared with all others that have a value', () => {
  const table = tablesOf([
    ...times(56, { region: 'north', codes: [training] }),
    ...times(14, { region: 'north', codes: [] }),
    ...times(48, { region: 'south', codes: [training] }),
    ...times(32, { region: 'south', codes: [] }),
    ...times(5, { region: '', codes: [training] }),
  ]).get('differences-by-region')!
  expect(records(table).filter(({ code }) => code === training)[0]).toMatchObject({
    region: 'north',
    respondents: 56,
    base: 70,
    percent: 80,
    others: 48,
    others_base: 80,
    others_percent: 60,
    difference: 20,
    low: 5.2,
    high: 33.4,
    test: 'chi-square',
  })
  expect(records(table).filter(({ code }) => code === training)[1]).toMatchObject({ difference: -20, low: -33.4 })
  expect(records(table).some(({ region }) => region === '')).toBe(false)
})

test('p is adjusted over all tests of the table, those of themes that nobody named too', () => {
  const table = tablesOf([
    ...times(7, { region: 'north', codes: [training] }),
    ...times(2, { region: 'north', codes: [money] }),
    ...times(1, { region: 'south', codes: [training] }),
    ...times(8, { region: 'south', codes: [money] }),
  ]).get('differences-by-region')!
  const rows = records(table)
  expect(rows).toHaveLength(6)
  const ps = rows.map(({ respondents, base, others, others_base }) => {
    const [own, rest] = [
      { x: respondents as number, n: base as number },
      { x: others as number, n: others_base as number },
    ]
    return compareShares(own, rest)!.p
  })
  expect(rows.map((row) => row.p_adjusted)).toEqual(benjaminiHochberg(ps).map((p) => Number(p.toPrecision(4))))
  expect(rows[4]).toMatchObject({ code: police, difference: 0, p: 1, p_adjusted: 1, test: 'fisher' })
})

test('one value alone has nothing to be compared with', () => {
  const table = tablesOf(times(3, { region: 'north', codes: [training] })).get('differences-by-region')!
  expect(table.rows[0]!.slice(3)).toEqual(['north', 3, 3, 100, 0, 0, null, null, null, null, null, null, null])
})

test('pairs of themes are counted on respondents, whatever the order of the codings', () => {
  const people = [
    ...times(18, { region: 'x', codes: [training, money] }),
    ...times(13, { region: 'x', codes: [training] }),
    ...times(22, { region: 'x', codes: [money] }),
    ...times(24, { region: 'x', codes: [] }),
  ]
  const table = tablesOf(people).get('cooccurrence')!
  expect(records(table)[0]).toMatchObject({
    code_1: training,
    code_2: money,
    respondents: 18,
    first: 31,
    second: 40,
    base: 77,
    percent: 23,
    jaccard: 0.3396,
    lift: 1.118,
    test: 'chi-square',
  })
  const turned = people.map(({ region, codes }) => ({ region, codes: codes?.toReversed() }))
  expect(tablesOf(turned).get('cooccurrence')).toEqual(table)
})

test('a pair that nobody has stays in the table, and too small a pair has no lift and no p', () => {
  const table = tablesOf(times(2, { region: 'x', codes: [training, police] })).get('cooccurrence')!
  expect(records(table).map(({ respondents, jaccard, lift, p }) => [respondents, jaccard, lift, p])).toEqual([
    [0, 0, null, null],
    [2, 1, null, null],
    [0, 0, null, null],
  ])
})

test('no pair has more respondents than each of its themes, and none more than the base', () => {
  const person = fc.record({
    region: fc.constantFrom('north', 'south', ''),
    codes: fc.option(fc.uniqueArray(fc.constantFrom(training, money, police)), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 12 }), fc.constantFrom('all', 'answered'), (people, base) => {
      const tables = tablesOf(people, base as 'all')
      for (const row of records(tables.get('cooccurrence')!)) {
        const { respondents, first, second, base: all } = row as Readonly<Record<string, number>>
        expect(respondents).toBeLessThanOrEqual(Math.min(first!, second!))
        expect(Math.max(first!, second!)).toBeLessThanOrEqual(all!)
      }
      const [need] = tables.get('families')!.rows
      const parts = tables
        .get('themes')!
        .rows.slice(0, 2)
        .map((row) => row[3] as number)
      expect(need![2]).toBeGreaterThanOrEqual(Math.max(...parts))
      expect(need![2]).toBeLessThanOrEqual(parts.reduce((sum, part) => sum + part, 0))
    }),
    { numRuns: 60 },
  )
})
