import type { Cell } from '../model/table.ts'

/** Cells that a reader would take apart, or not see, without quotes. */
const needsQuotes = /[",\r\n]|^[\s\ufeff]|\s$/

const toField = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell)
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One record of the machine dialect (RFC 4180, LF): no cell is changed, so formulas are not defused. */
export const toCsvLine = (cells: readonly Cell[]): string => {
  // A single empty cell would be a blank line, which readers skip.
  const line = cells.length === 1 && (cells[0] === '' || cells[0] === null) ? '""' : cells.map(toField).join(',')
  return `${line}\n`
}

/** A whole table in the machine dialect: header and rows, each ended by LF. */
export const toCsv = (columns: readonly string[], rows: Iterable<readonly Cell[]>): string => {
  let text = toCsvLine(columns)
  for (const row of rows) text += toCsvLine(row)
  return text
}
