import type { Finding, Place } from '../model/finding.ts'

/** Caps against hostile or broken files; cells and records in UTF-16 units. */
export const limits = { columns: 10_000, cell: 1_000_000, record: 16_000_000 } as const

/** One row below the header, as long as the header. `line`: where it begins (CSV, JSON lines), or the row's number. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** What every format gives: a header and the rows below it, each once, in the file's order. */
export interface Records {
  readonly header: readonly string[]
  /** Ends with a `Stop` that lists the file's problems, if it has any; rows before it are then not to be relied on. */
  readonly rows: AsyncIterable<Row>
  /** The place of a row, or of one of its cells where the format names cells. */
  readonly place: (line: number, column?: number) => Place
}

export interface ReadOptions {
  /** The file's name in messages. */
  readonly file: string
  /** `utf-8` where not stated; a byte order mark in the file wins. */
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
  /** JSON lines: the fields to read; others may hold anything. All where not stated. */
  readonly wanted?: readonly string[] | undefined
  /** Takes what is worth knowing but no error. */
  readonly report?: ((note: Finding) => void) | undefined
}

export type Bytes = AsyncIterable<Uint8Array>

/** A file format: how bytes become records. */
export interface Format {
  readonly name: string
  /** With the dot, in lower case. */
  readonly extensions: readonly string[]
  readonly read: (bytes: Bytes, options: ReadOptions) => Promise<Records>
}
