import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import type { Cell, Table } from '../model/table.ts'

/** A table as Parquet: columns of texts, whole numbers (64 bits) or floating numbers; an empty cell is null. */
export const toParquet = ({ id, title, note, columns, rows }: Table): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map((name, index) =>
        columnOf(
          name,
          rows.map((row) => row[index] ?? null),
        ),
      ),
      kvMetadata: Object.entries({ id, title, note }).map(([key, value]) => ({ key, value })),
      createdBy: 'verbatim',
    }),
  )

/** A column of numbers only is one of numbers; so is none that holds a text. A column of nothing is one of texts. */
const columnOf = (name: string, cells: readonly Cell[]): ColumnSource => {
  const isNumeric = cells.some((cell) => cell !== null) && cells.every((cell) => typeof cell !== 'string')
  if (!isNumeric)
    return { name, type: 'STRING', nullable: true, data: cells.map((cell) => (cell === null ? null : String(cell))) }
  return cells.every((cell) => cell === null || Number.isInteger(cell))
    ? { name, type: 'INT64', nullable: true, data: cells.map((cell) => (cell === null ? null : BigInt(cell))) }
    : { name, type: 'DOUBLE', nullable: true, data: [...cells] }
}
