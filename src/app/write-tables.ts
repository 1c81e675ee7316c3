import { toCsv } from '../formats/csv-write.ts'
import { toParquet } from '../formats/parquet-write.ts'
import { toXlsx } from '../formats/xlsx-write.ts'
import type { Output } from '../io/output.ts'
import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import type { TableFormat } from '../pipeline/schema.ts'
import { tableSheets, tablesPage } from '../tables/pages.ts'

/** Writes the tables in each format that the pipeline asks for. */
export const writeTables = async (
  output: Output,
  study: Study,
  tables: readonly Table[],
  formats: readonly TableFormat[],
): Promise<void> => {
  const wanted = new Set(formats)
  for (const table of tables) {
    if (wanted.has('csv')) await output.write(`tables/${table.id}.csv`, toCsv(table.columns, table.rows))
    if (wanted.has('parquet')) await output.write(`tables/parquet/${table.id}.parquet`, toParquet(table))
  }
  if (wanted.has('md')) await output.write('tables.md', tablesPage(study, tables))
  if (wanted.has('xlsx')) await output.write('tables.xlsx', await toXlsx(tableSheets(study, tables)))
}
