import type { Match } from './match.ts'

/**
 * The hits of one text as numbers, `recordSize` of them each, before any is written out: rule, first token, token after
 * the last, then what the constants below name. Reused from text to text.
 */
export interface Records {
  count: number
  data: Int32Array
  /** Matches of several runs of words; a hit of one run needs none. */
  readonly matches: Match[]
}

/** Numbers of one record. */
export const recordSize = 8
/** Place in a record of the context bits that reach it. */
export const atBits = 3
/** Place of what stops it: `stands`, `byEcho`, `byContext`, or the number of an exclusion of its code. */
export const atStopped = 4
/** Place of the number of the record it gives way to; −1: none. */
export const atWinner = 5
/** Place of the number of its match in `matches`; −1: its words are one run. */
export const atMatch = 6

/** Nothing stops the hit. */
export const stands = -1
/** It repeats the question. */
export const byEcho = -2
/** Context forbids it, or lacks what it needs. */
export const byContext = -3

/** An empty list of records, which grows as it is filled. */
export const createRecords = (): Records => ({ count: 0, data: new Int32Array(64 * recordSize), matches: [] })

/** Takes all records away. */
export const clearRecords = (records: Records): void => {
  records.count = 0
  if (records.matches.length > 0) records.matches.length = 0
}

/** Adds a hit that stands, without context. */
export const addRecord = (records: Records, rule: number, from: number, to: number, match: Match | undefined): void => {
  const place = records.count * recordSize
  if (place === records.data.length) {
    const larger = new Int32Array(2 * place)
    larger.set(records.data)
    records.data = larger
  }
  records.count++
  const { data } = records
  data[place] = rule
  data[place + 1] = from
  data[place + 2] = to
  data[place + atBits] = 0
  data[place + atStopped] = stands
  data[place + atWinner] = -1
  data[place + atMatch] = match ? records.matches.push(match) - 1 : -1
}

/** The match of a record. */
export const matchOf = ({ data, matches }: Records, record: number): Match => {
  const place = record * recordSize
  const known = matches[data[place + atMatch]!]
  if (known) return known
  const from = data[place + 1]!
  const to = data[place + 2]!
  return { from, to, parts: [[from, to]] }
}

/** Puts the records in order of place, then of `orderOf` their rule, then of rule. */
export const inOrder = (records: Records, orderOf: Int32Array): void => {
  const { count, data } = records
  const compare = (a: number, b: number): number => {
    const left = a * recordSize
    const right = b * recordSize
    return (
      data[left + 1]! - data[right + 1]! ||
      data[left + 2]! - data[right + 2]! ||
      orderOf[data[left]!]! - orderOf[data[right]!]! ||
      data[left]! - data[right]!
    )
  }
  let next = 1
  while (next < count && compare(next - 1, next) <= 0) next++
  if (next >= count) return
  const order = Array.from({ length: count }, (_, record) => record).sort(compare)
  const before = data.slice(0, count * recordSize)
  for (let record = 0; record < count; record++) {
    const from = order[record]! * recordSize
    for (let field = 0; field < recordSize; field++) data[record * recordSize + field] = before[from + field]!
  }
}
