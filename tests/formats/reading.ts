import { expect } from 'vitest'
import type { Format, ReadOptions, Records } from '../../src/formats/format.ts'
import { type Finding, Stop } from '../../src/model/finding.ts'

/** The bytes of a file in chunks of `size`. */
export async function* chunks(bytes: Uint8Array | string, size = 65_536): AsyncGenerator<Uint8Array> {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
}

export interface Read {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  readonly records: Records
}

/** Reads a whole file. */
export const readAllRows = async (
  format: Format,
  bytes: Uint8Array | string,
  options: Partial<ReadOptions> = {},
  size?: number,
): Promise<Read> => {
  const records = await format.read(chunks(bytes, size), { file: 'a.csv', ...options })
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  for await (const row of records.rows) {
    rows.push(row.cells)
    lines.push(row.line)
  }
  return { header: records.header, rows, lines, records }
}

/** The `Stop` that something ends with. */
export const stopOf = async (run: Promise<unknown> | (() => unknown)): Promise<Stop> => {
  try {
    await (typeof run === 'function' ? run() : run)
  } catch (error) {
    if (error instanceof Stop) return error
    throw error
  }
  return expect.fail('expected a Stop')
}

/** `rule line message` of each finding. */
export const rulesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => `${finding.rule} ${finding.where?.cell ?? finding.where?.line ?? ''}`.trim())
