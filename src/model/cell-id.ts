import { escapePart, unescapePart } from './id.ts'

/** Which cell of which table a number stands in. `keys` name the row, such as `['q6a', 'yes']`. */
export interface CellPlace {
  readonly table: string
  readonly keys: readonly string[]
  readonly column: string
}

/** Address of a table's cell, such as `closed#q6a=yes/respondents` or `themes#practice.training/percent`. */
export const cellId = ({ table, keys, column }: CellPlace): string =>
  `${escapePart(table)}#${keys.map(escapePart).join('=')}/${escapePart(column)}`

/** Takes a cell's address apart; `undefined` where the text is no such address. */
export const parseCellId = (id: string): CellPlace | undefined => {
  const [, table, keys, column] = /^([^#/=\s]+)#([^#/\s]*)\/([^#/=\s]+)$/.exec(id) ?? []
  if (table === undefined || keys === undefined || column === undefined) return undefined
  return { table: unescapePart(table), keys: keys.split('=').map(unescapePart), column: unescapePart(column) }
}
