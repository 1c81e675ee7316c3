import type { Cell, Table } from '../model/table.ts'

/** Columns with a percentage, each with the column of its base. */
const bases: ReadonlyMap<string, string> = new Map([
  ['percent', 'base'],
  ['others_percent', 'others_base'],
])

/** A table for readers: percentages over fewer than `least` respondents are left out. */
export const withoutSmallBases = (table: Table, least: number): Table => {
  const places = [...bases].flatMap(([percent, base]) =>
    table.columns.includes(percent) ? [[table.columns.indexOf(percent), table.columns.indexOf(base)] as const] : [],
  )
  const hidden = (row: readonly Cell[]): ReadonlySet<number> =>
    new Set(places.flatMap(([percent, base]) => ((row[base] as number) < least ? [percent] : [])))
  return {
    ...table,
    rows: table.rows.map((row) => {
      const none = hidden(row)
      return none.size === 0 ? row : row.map((cell, index) => (none.has(index) ? null : cell))
    }),
  }
}
