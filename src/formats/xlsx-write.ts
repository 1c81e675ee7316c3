import { unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type Cell as SheetCell } from 'write-excel-file/node'
import { byBytes } from '../model/order.ts'
import type { Cell } from '../model/table.ts'

/** A sheet of a workbook: its first row is the header. */
export interface SheetRows {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Rows that a sheet holds, the header included. */
export const mostSheetRows = 1_048_576

/** Characters that a cell holds; a longer text would be cut without a word. */
const mostCellText = 32_767

/** Midnight of the first day that an archive can state. */
const noTime = '1980-01-01T00:00:00'

/**
 * A workbook: numbers as numbers, texts as texts, never a formula. The same sheets give the same bytes. Texts too long
 * for a cell end in `…`; rows too many for a sheet are left out, which the caller is to say.
 */
export const toXlsx = async (sheets: readonly SheetRows[]): Promise<Uint8Array> => {
  const names = sheetNames(sheets.map(({ name }) => name))
  const bytes = await writeExcelFile(
    sheets.map(({ columns, rows }, index) => ({
      sheet: names[index]!,
      data: [columns.map(headCell), ...rows.slice(0, mostSheetRows - 1).map((row) => row.map(sheetCell))],
      columns: columns.map((_, column) => ({ width: widthOf(columns, rows, column) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
  const parts = unzipSync(bytes)
  const ordered = Object.keys(parts).sort(byBytes)
  return zipSync(Object.fromEntries(ordered.map((name) => [name, parts[name]!])), { mtime: noTime, level: 6 })
}

/** Names that a workbook takes: at most 31 characters, none of `[]:*?/\`, no two alike. */
export const sheetNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean = name.replace(/[[\]:*?/\\]/g, '-').replace(/^'|'$/g, '-') || 'table'
    for (let count = 1; ; count++) {
      const end = count === 1 ? '' : `~${count}`
      const tried = `${cut(clean, 31 - end.length)}${end}`
      if (taken.has(tried.toLowerCase())) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  })
}

const headCell = (name: string): SheetCell => ({ value: shown(name), type: String, fontWeight: 'bold' })

const sheetCell = (cell: Cell): SheetCell => {
  if (cell === null || cell === '') return null
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: shown(cell), type: String }
}

/** A text that a reader of the workbook gets as it is: `_x0041_` would be read as `A`, control characters break the file. */
const shown = (text: string): string => {
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd')
  return escaped.length > mostCellText ? `${cut(escaped, mostCellText - 1)}…` : escaped
}

/** The first units of a text, without half a character at the end. */
const cut = (text: string, units: number): string => text.slice(0, units).replace(/[\ud800-\udbff]$/, '')

/** Rows that a column's width is made from: the first ones are enough, and the time does not grow. */
const looked = 200

const widthOf = (columns: readonly string[], rows: SheetRows['rows'], column: number): number =>
  Math.min(
    60,
    2 + Math.max(columns[column]!.length, ...rows.slice(0, looked).map((row) => String(row[column] ?? '').length)),
  )
