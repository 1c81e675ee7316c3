import { expect, test } from 'vitest'
import { addToTally } from '../../src/tables/add-to-tally.ts'
import { makeTables } from '../../src/tables/index.ts'
import { matrixColumns, matrixRows } from '../../src/tables/matrix.ts'
import { tableSheets, tablesPage } from '../../src/tables/pages.ts'
import { withoutSmallBases } from '../../src/tables/small-base.ts'
import { createTally } from '../../src/tables/tally.ts'
import { answer, coding, littleStudy } from './little-study.ts'

const answers = [
  answer('A', 'needs', 'Training'),
  answer('A', 'plans', 'Police'),
  answer('B', 'needs', 'Money'),
  answer('C', 'needs', ''),
]
const layers = {
  answers,
  labels: [],
  codings: [
    coding(answers[0]!, 'need.training'),
    coding(answers[1]!, 'body.police', [], 'added'),
    coding(answers[2]!, 'need.money', [], 'rejected'),
    coding(answers[2]!, 'need.training'),
  ],
}

test('the matrix has a row a respondent and a column a code, and its columns add up to the themes', () => {
  const study = littleStudy()
  expect(matrixColumns(study)).toEqual(['respondent', 'need.training', 'need.money', 'body.police'])
  const rows = matrixRows(study, layers)
  expect(rows).toEqual([
    ['A', 1, 0, 1],
    ['B', 1, 0, 0],
    ['C', 0, 0, 0],
  ])
  const [themes] = makeTables(study, addToTally(createTally(study), layers))
  expect(themes!.rows.map((row) => row[3])).toEqual(
    [1, 2, 3].map((column) => rows.reduce((sum, row) => sum + (row[column] as number), 0)),
  )
})

test('a page shows no percentage over a base below the smallest, the sheets keep all', () => {
  for (const [minimumBase, share] of [
    [4, ''],
    [3, '67'],
  ] as const) {
    const study = littleStudy({ minimumBase })
    const tables = makeTables(study, addToTally(createTally(study), layers))
    const page = tablesPage(study, tables)
    expect(page).toContain(`| need | need.training | Training | 2 | 2 | 2 | 3 | all | ${share} |`)
    expect(page).toContain(`No percentage is shown over a base below ${minimumBase}.`)
    expect(
      tableSheets(study, tables)
        .find(({ name }) => name === 'themes')!
        .rows[0]!.at(-1),
    ).toBe(67)
  }
})

test('a difference to a group below the smallest base is not shown either', () => {
  const table = {
    ...{ id: 'differences-by-region', title: '', note: '' },
    columns: ['base', 'percent', 'others_base', 'others_percent', 'difference', 'low', 'high', 'p'],
    rows: [
      [20, 50, 9, 33, 17, -20, 45, 0.4],
      [20, 50, 10, 30, 20, -18, 47, 0.3],
    ],
  }
  expect(withoutSmallBases(table, 10).rows).toEqual([[20, 50, 9, null, null, null, null, 0.4], table.rows[1]])
})

test('a page leaves out pairs that were hardly met, and says how many; the sheets have them all', () => {
  const study = littleStudy()
  const tables = makeTables(study, addToTally(createTally(study), layers))
  const page = tablesPage(study, tables)
  expect(page).not.toContain('| need.training | Training | need.money |')
  expect(page).toContain('Left out here are 3 such pairs.')
  expect(tableSheets(study, tables).find(({ name }) => name === 'cooccurrence')!.rows).toHaveLength(3)
})

test('the notes of a workbook say how is counted and what each sheet is', () => {
  const study = littleStudy()
  const tables = makeTables(study, createTally(study))
  const sheets = tableSheets(study, tables)
  expect(sheets.map(({ name }) => name)).toEqual(['notes', ...tables.map(({ id }) => id)])
  const terms = sheets[0]!.rows.map(([term]) => term)
  expect(terms).toEqual(expect.arrayContaining(['Unit', 'Base', 'Families', 'Codings', 'Rounding', 'themes']))
})
