import type { Cell, Table } from '../model/table.ts'

/** Columns with a percentage or a difference of two, each with the columns of its bases. */
const basesOf: Readonly<Record<string, readonly string[]>> = {
  percent: ['base'],
  others_percent: ['others_base'],
  difference: ['base', 'others_base'],
  low: ['base', 'others_base'],
  high: ['base', 'others_base'],
}

/** A table for readers: percentages over fewer than `least` respondents are left out, and differences of such. */
export const withoutSmallBases = (table: Table, least: number): Table => {
  const places = table.columns.map((column) =>
    (Object.hasOwn(basesOf, column) ? basesOf[column]! : []).map((base) => table.columns.indexOf(base)),
  )
  const isSmall = (cell: Cell | undefined): boolean => typeof cell === 'number' && cell < least
  const shown = (row: readonly Cell[]): Cell[] =>
    row.map((cell, index) => (places[index]!.some((base) => isSmall(row[base])) ? null : cell))
  return { ...table, rows: table.rows.map(shown) }
}
