import { expect, test } from 'vitest'
import { writeTables } from '../../src/app/write-tables.ts'
import type { Output } from '../../src/io/output.ts'
import { type TableFormat, tableFormats, tablesSchema } from '../../src/pipeline/schema.ts'
import { makeTables } from '../../src/tables/index.ts'
import { createTally } from '../../src/tables/tally.ts'
import { littleStudy } from '../tables/little-study.ts'

const filesOf = async (formats: readonly TableFormat[]): Promise<readonly string[]> => {
  const names: string[] = []
  const write: Output['write'] = async (name) => {
    names.push(name)
  }
  const study = littleStudy()
  await writeTables({ write } as Output, study, makeTables(study, createTally(study)), formats)
  return names
}

test('tables are written in each format that is asked for', async () => {
  const ids = makeTables(littleStudy(), createTally(littleStudy())).map(({ id }) => id)
  expect(await filesOf(['csv'])).toEqual(ids.map((id) => `tables/${id}.csv`))
  expect(await filesOf(['csv', 'xlsx', 'md'])).toEqual([
    ...ids.map((id) => `tables/${id}.csv`),
    'tables.md',
    'tables.xlsx',
  ])
  expect((await filesOf(tableFormats)).filter((name) => name.endsWith('.parquet'))).toEqual(
    ids.map((id) => `tables/parquet/${id}.parquet`),
  )
})

test('a pipeline that says nothing of formats gets CSV, a workbook and a page, and cannot do without CSV', () => {
  expect(tablesSchema.parse({})).toEqual({ by: [], base: 'all', minimumBase: 10, formats: ['csv', 'xlsx', 'md'] })
  expect(tablesSchema.safeParse({ formats: ['xlsx'] }).error?.issues[0]).toMatchObject({
    path: ['formats'],
    message: '`csv` is needed: the report refers to the CSV files',
  })
  expect(tablesSchema.safeParse({ minimumBase: -1 }).success).toBe(false)
})
