import { type CsvError, type Parser, parse } from 'csv-parse'
import { explain, tooLarge } from './csv-errors.ts'
import { decode } from './decode.ts'
import { decideDelimiter } from './delimiter.ts'
import { type Bytes, type Format, limits, type ReadOptions, type Records, type Row } from './format.ts'
import { checkHeader, shorten } from './header.ts'
import { collectProblems, type Problems, unreadable } from './problems.ts'

/** How much of the file decides the delimiter. */
const sampleUnits = 65_536

/** Comma-separated text by RFC 4180, with any mix of line ends; read as a stream. */
export const csv: Format = { name: 'CSV', extensions: ['.csv'], read: (bytes, options) => readCsv(bytes, options) }

/** The same, separated by tabs. */
export const tsv: Format = {
  name: 'TSV',
  extensions: ['.tsv'],
  read: (bytes, options) => readCsv(bytes, { ...options, delimiter: options.delimiter ?? '\t' }),
}

const readCsv = async (bytes: Bytes, options: ReadOptions): Promise<Records> => {
  const { file } = options
  const problems = collectProblems(file)
  const records = parseRecords(decode(bytes, options), options, problems)
  const first = await records.next()
  if (first.done) {
    problems.stop()
    throw unreadable('input/empty', 'the file is empty; expected a header and rows', { file })
  }
  const header = first.value.cells
  problems.take(checkHeader(header, () => ({ file, line: first.value.line })))
  return { header, rows: checkRows(records, header, problems, options), place: (line) => ({ file, line }) }
}

/** Rows as long as the header; the others become problems. */
async function* checkRows(
  records: AsyncGenerator<Row>,
  header: readonly string[],
  problems: Problems,
  { file }: ReadOptions,
): AsyncGenerator<Row> {
  for await (const row of records) {
    if (row.cells.length === header.length) {
      if (problems.count() === 0) yield row
      continue
    }
    const found = row.cells.length === 1 ? '1 cell' : `${row.cells.length} cells`
    problems.add(
      'csv/cells',
      `the row that begins with \`${shorten(row.cells[0]!)}\` has ${found}, the header ${header.length}; add or remove delimiters, and put cells that hold a delimiter or a line end in double quotes`,
      { file, line: row.line },
    )
  }
  problems.stop()
}

/** All records with the lines on which they begin. An error of the quotes ends the reading, as a problem. */
async function* parseRecords(
  text: AsyncGenerator<string>,
  options: ReadOptions,
  problems: Problems,
): AsyncGenerator<Row> {
  const { file } = options
  let records: Row[] = []
  let ends = 0
  let failure: CsvError | undefined
  const lineOfNext = (): number => 1 + ends + parser.info.empty_lines
  const start = (delimiter: string): Parser =>
    parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: limits.record,
      // Taking the records here, one after the other, keeps those before an error and spares a queue.
      on_record: (cells: string[]) => {
        const line = lineOfNext()
        ends++
        for (const cell of cells) {
          ends += lineEnds(cell)
          if (cell.length > limits.cell) throw tooLarge(cell.length, file, line)
        }
        records.push({ line, cells })
        return null
      },
    }).on('error', (error) => {
      failure = error as CsvError
    })
  let parser: Parser
  const taken = (): Row[] => {
    const result = records
    records = []
    return result
  }
  const { delimiter, chunks } = await withDelimiter(text, options)
  parser = start(delimiter)
  let endsInBreak = false
  for await (const chunk of chunks) {
    if (chunk !== '') endsInBreak = /[\r\n]$/.test(chunk)
    await new Promise<void>((resolve) => parser.write(chunk, () => resolve()))
    yield* taken()
    if (failure) break
  }
  if (!failure)
    await new Promise<void>((resolve) => {
      parser.on('error', () => resolve()).on('end', resolve)
      parser.end()
      parser.resume()
    })
  yield* taken()
  if (failure) explain(failure, lineOfNext(), file, problems)
  // The parser takes what follows the last line end for a blank line.
  const blank = parser.info.empty_lines - (endsInBreak ? 1 : 0)
  if (blank > 0)
    options.report?.({
      level: 'note',
      rule: 'csv/blank-lines',
      message: blank === 1 ? '1 blank line skipped' : `${blank} blank lines skipped`,
      where: { file },
    })
}

/** The delimiter and the whole text again, of which a sample decided it. */
const withDelimiter = async (
  text: AsyncGenerator<string>,
  options: ReadOptions,
): Promise<{ delimiter: string; chunks: AsyncIterable<string> }> => {
  if (options.delimiter !== undefined) return { delimiter: options.delimiter, chunks: text }
  let sample = ''
  let isWhole = false
  while (!isWhole && sample.length < sampleUnits) {
    const next = await text.next()
    if (next.done) isWhole = true
    else sample += next.value
  }
  const delimiter = decideDelimiter(sample.slice(0, sampleUnits), isWhole && sample.length <= sampleUnits)
  if (typeof delimiter !== 'string')
    throw unreadable(
      'csv/delimiter',
      `the header may be split at ${delimiter.map((one) => `\`${one}\``).join(' or ')}; state \`delimiter\` below \`input\``,
      { file: options.file, line: 1 },
    )
  const chunks = async function* (): AsyncGenerator<string> {
    yield sample
    yield* text
  }
  return { delimiter, chunks: chunks() }
}

/** CRLF, CR and LF in a text, each as one. */
const lineEnds = (text: string): number => {
  if (!text.includes('\n') && !text.includes('\r')) return 0
  return text.match(/\r\n?|\n/g)!.length
}
