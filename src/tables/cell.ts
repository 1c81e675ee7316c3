import type { CellPlace } from '../model/cell-id.ts'
import type { Cell, Table } from '../model/table.ts'

/** Columns that say what a row is about without telling it apart; a family does where no code stands beside it. */
const describing = new Set(['label', 'label_1', 'label_2'])

/** The columns whose cells name a row: those before the first count. */
export const keyColumns = ({ columns }: Table): readonly string[] =>
  columns
    .slice(0, columns.indexOf('respondents'))
    .filter((column) => !describing.has(column) && !(column === 'family' && columns.includes('code')))

/** A row of a table and the value of one of its cells. */
export interface FoundCell {
  readonly table: Table
  readonly row: Readonly<Record<string, Cell>>
  readonly value: Cell
}

/** The cell at an address, or what is missing: no such table, row or column. */
export const findCell = (
  tables: readonly Table[],
  { table: id, keys, column }: CellPlace,
): FoundCell | { readonly missing: 'table' | 'row' | 'column' } => {
  const table = tables.find((each) => each.id === id)
  if (!table) return { missing: 'table' }
  const places = keyColumns(table).map((name) => table.columns.indexOf(name))
  const cells = table.rows.find(
    (row) => places.length === keys.length && places.every((place, index) => row[place] === keys[index]),
  )
  if (!cells) return { missing: 'row' }
  if (!table.columns.includes(column)) return { missing: 'column' }
  const row = Object.fromEntries(table.columns.map((name, index) => [name, cells[index] ?? null]))
  return { table, row, value: row[column] ?? null }
}
