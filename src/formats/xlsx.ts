import type { Place } from '../model/finding.ts'
import { Stop } from '../model/finding.ts'
import { type Bytes, type Format, limits, type ReadOptions, type Records, type Row } from './format.ts'
import { checkHeader, shorten } from './header.ts'
import { collectProblems, type Problems, unreadable } from './problems.ts'
import { watchFailedCells } from './xlsx-errors.ts'
import { guardZip } from './zip-guard.ts'

/** Bytes of a workbook file as it lies on disk. */
const mostBytes = 100_000_000

/** Excel workbooks: one sheet, its first row the header. Held in memory, so large data belong into CSV. */
export const xlsx: Format = { name: 'XLSX', extensions: ['.xlsx'], read: (bytes, options) => readXlsx(bytes, options) }

type Value = string | number | boolean | Date | null

const readXlsx = async (bytes: Bytes, options: ReadOptions): Promise<Records> => {
  const { file } = options
  const buffer = await gather(bytes, file)
  refuseOthers(buffer, file)
  const failed = watchFailedCells()
  await guardZip(buffer, failed.watch).catch((error: Error) => {
    throw unreadable('xlsx/archive', `the workbook ${readable(error.message)}`, { file })
  })
  const sheet = await readSheetOf(buffer, options)
  const place = (line: number, column?: number): Place => ({
    file,
    cell: `${sheet.name}!${column === undefined ? line : cellName(line, column)}`,
  })
  const headerAt = sheet.rows.findIndex((row) => row.some((value) => value !== null))
  if (headerAt < 0) throw unreadable('input/empty', `the sheet \`${sheet.name}\` is empty`, { file, cell: sheet.name })
  const problems = collectProblems(file)
  const header = withoutBlankEnd(sheet.rows[headerAt]!).map(toText)
  problems.take(checkHeader(header, (column) => place(headerAt + 1, column)))
  for (const { cell, value } of failed.of(sheet.name))
    problems.add(
      'xlsx/failed-formula',
      `the cell holds the error \`${value}\`, not words; type the text again with the cell formatted as text`,
      { file, cell: `${sheet.name}!${cell}` },
    )
  return { header, rows: toRows(sheet.rows, headerAt, header, place, problems), place }
}

async function* toRows(
  rows: readonly (readonly Value[])[],
  headerAt: number,
  header: readonly string[],
  place: (line: number, column?: number) => Place,
  problems: Problems,
): AsyncGenerator<Row> {
  for (let index = headerAt + 1; index < rows.length; index++) {
    const line = index + 1
    const values = rows[index]!
    if (values.every((value) => value === null)) continue
    const cells = header.map((_, column) => toText(values[column] ?? null))
    cells.forEach((cell, column) => {
      if (cell.length > limits.cell)
        throw unreadable('input/cell-size', `the cell has ${cell.length} characters`, place(line, column))
    })
    for (let column = header.length; column < values.length; column++)
      if (values[column] !== null)
        problems.add(
          'xlsx/no-header',
          `the cell holds \`${shorten(toText(values[column]!))}\`, but its column has no name; name it or empty the cell`,
          place(line, column),
        )
    if (problems.count() === 0) yield { line, cells }
  }
  problems.stop()
}

const gather = async (bytes: Bytes, file: string): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > mostBytes)
      throw unreadable('xlsx/size', `the workbook has more than ${mostBytes} bytes; save the sheet as CSV`, { file })
    chunks.push(chunk)
  }
  if (size === 0) throw unreadable('input/empty', 'the file is empty; expected an XLSX workbook', { file })
  return Buffer.concat(chunks)
}

const refuseOthers = (buffer: Buffer, file: string): void => {
  if (buffer.readUInt16BE(0) === 0x504b) return
  const isOle = buffer.length > 8 && buffer.readUInt32BE(0) === 0xd0cf11e0
  const found = isOle ? 'has a password or is an old XLS file' : 'is no XLSX workbook'
  throw unreadable('xlsx/archive', `the file ${found}; save it as XLSX without a password, or as CSV`, { file })
}

const readSheetOf = async (
  buffer: Buffer,
  { file, sheet }: ReadOptions,
): Promise<{ readonly name: string; readonly rows: readonly (readonly Value[])[] }> => {
  const { default: readWorkbook } = await import('read-excel-file/node')
  const sheets = await readWorkbook(buffer, { trim: false }).catch((error: Error) => {
    throw unreadable('xlsx/workbook', `the workbook cannot be read: ${error.message}`, { file })
  })
  const chosen = sheet === undefined ? sheets[0] : sheets.find((one) => one.sheet === sheet)
  if (chosen) return { name: chosen.sheet, rows: chosen.data as unknown as readonly (readonly Value[])[] }
  const names = sheets.map((one) => `\`${one.sheet}\``).join(', ')
  const message = `there is no sheet \`${sheet ?? '1'}\`; the workbook has ${names || 'none'}. State one as \`sheet\` below \`input\``
  throw new Stop([{ level: 'error', rule: 'xlsx/sheet', message, where: { file } }], 1)
}

/** A cell as a text that depends on no locale: dates as ISO 8601, truth as `true` or `false`. */
const toText = (value: Value): string => {
  if (value === null) return ''
  if (!(value instanceof Date)) return String(value)
  // Serial dates are fractions of days; whole seconds undo their rounding.
  const seconds = Math.round(value.getTime() / 1000)
  const iso = new Date(seconds * 1000).toISOString().slice(0, 19)
  return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso
}

const withoutBlankEnd = (row: readonly Value[]): readonly Value[] =>
  row.slice(0, 1 + row.findLastIndex((value) => value !== null))

/** `C7` of row 7 and column 2 (from 0). */
const cellName = (line: number, column: number): string => {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${line}`
}

const readable = (message: string): string => (/^(has|is|unpacks) /.test(message) ? message : `is damaged: ${message}`)
