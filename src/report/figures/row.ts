import type { Cell, Table } from '../../model/table.ts'

/** A row of a table by the names of its columns. */
export type Row = (column: string) => Cell

/** The rows of a table; none where the study has no such table. */
export const rowsOf = (tables: readonly Table[], id: string): readonly Row[] => {
  const table = tables.find((each) => each.id === id)
  return (table?.rows ?? []).map((cells) => (column) => cells[table!.columns.indexOf(column)] ?? null)
}

/** A cell that holds a count. */
export const countOf = (row: Row, column: string): number => Number(row(column) ?? 0)

/** A cell that holds a percentage. */
export const percentOf = (row: Row): number | null => {
  const cell = row('percent')
  return typeof cell === 'number' ? cell : null
}
