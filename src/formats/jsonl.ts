import type { Place } from '../model/finding.ts'
import { decode } from './decode.ts'
import { type Bytes, type Format, limits, type ReadOptions, type Records, type Row } from './format.ts'
import { checkHeader, shorten } from './header.ts'
import { linesOf } from './lines.ts'
import { collectProblems, type Problems, unreadable } from './problems.ts'

/** One JSON object a line; the first line's fields are the header. */
export const jsonl: Format = {
  name: 'JSON lines',
  extensions: ['.jsonl', '.ndjson'],
  read: (bytes, options) => readJsonl(bytes, options),
}

type Fields = Readonly<Record<string, unknown>>
type Item = { readonly line: number; readonly fields: Fields }

const readJsonl = async (bytes: Bytes, options: ReadOptions): Promise<Records> => {
  const { file } = options
  const problems = collectProblems(file)
  const place = (line: number): Place => ({ file, line })
  const items = parseLines(bytes, options, problems)
  const first = await items.next()
  if (first.done) {
    problems.stop()
    throw unreadable('input/empty', 'the file is empty; expected one JSON object a line', { file })
  }
  const header = Object.keys(first.value.fields)
  problems.take(checkHeader(header, () => place(first.value.line)))
  return { header, rows: toRows(first.value, items, header, options, problems), place }
}

async function* parseLines(bytes: Bytes, options: ReadOptions, problems: Problems): AsyncGenerator<Item> {
  for await (const { line, content } of linesOf(decode(bytes, options), options.file)) {
    if (content.trim() === '') continue
    const value = parseJson(content)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) yield { line, fields: value as Fields }
    else
      problems.add(
        'jsonl/object',
        `expected one JSON object on the line, found \`${shorten(content)}\`; check quotes, commas and that the object is not spread over lines`,
        { file: options.file, line },
      )
  }
}

const parseJson = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

async function* toRows(
  first: Item,
  items: AsyncGenerator<Item>,
  header: readonly string[],
  options: ReadOptions,
  problems: Problems,
): AsyncGenerator<Row> {
  const wanted = options.wanted && new Set(options.wanted)
  const known = new Set(header)
  const late = new Set<string>()
  const toRow = ({ line, fields }: Item): Row => {
    const where: Place = { file: options.file, line }
    for (const name of Object.keys(fields)) {
      if (known.has(name) || late.has(name) || (wanted && !wanted.has(name))) continue
      late.add(name)
      const message = `the field \`${name}\` is first seen here; the first line must have it too, as an empty text where there is nothing`
      problems.add('jsonl/late-field', message, where)
    }
    const cells = header.map((name) => {
      if (wanted && !wanted.has(name)) return ''
      const cell = toCell(Object.hasOwn(fields, name) ? fields[name] : null)
      if (cell === undefined)
        problems.add(
          'jsonl/value',
          `the field \`${name}\` holds \`${shorten(JSON.stringify(fields[name]))}\`; expected a text or a number (whole numbers above 2^53 as a text)`,
          where,
        )
      else if (cell.length > limits.cell)
        throw unreadable(
          'input/cell-size',
          `the field \`${name}\` has ${cell.length} characters, at most ${limits.cell} are read`,
          where,
        )
      return cell ?? ''
    })
    return { line, cells }
  }
  const head = toRow(first)
  if (problems.count() === 0) yield head
  for await (const item of items) {
    const row = toRow(item)
    if (problems.count() === 0) yield row
  }
  problems.stop()
}

/** A cell of a JSON value; null is an empty one. `undefined` where it would not be the same text again. */
const toCell = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value !== 'number' || (Number.isInteger(value) && !Number.isSafeInteger(value))) return undefined
  return String(value)
}
