import type { Segment } from '../model/segment.ts'
import { overlaps, type Span } from '../model/span.ts'

/** Words to be marked: a `hit` is evidence, a `context` trigger says what is made of it. */
export interface Mark extends Span {
  readonly kind: 'hit' | 'context'
}

/** A stretch of an answer with marks; offsets count from its start. */
export interface Passage {
  readonly text: string
  readonly marks: readonly Mark[]
  /** Whether the answer goes on before and after. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** Characters shown before and after the marks where a sentence is longer, or not known. */
const reach = 220

/**
 * The sentences of an answer in which the marks stand, neighbouring ones as one passage; the answer's beginning where
 * there are no marks. Without segments, the words around the marks.
 */
export const passagesOf = (
  text: string,
  marks: readonly Mark[],
  segments: readonly Segment[] = [],
): readonly Passage[] => {
  const within = marks.filter(({ start, end }) => start < end && end <= text.length)
  if (within.length === 0) return [cut(text, { start: 0, end: Math.min(text.length, 2 * reach) }, [])]
  const windows = within.map((mark) => windowOf(text, mark, segments)).sort((a, b) => a.start - b.start)
  const joined: Span[] = []
  for (const window of windows) {
    const last = joined.at(-1)
    if (last && window.start <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, window.end) }
    else joined.push(window)
  }
  return joined.map((window) =>
    cut(
      text,
      window,
      within.filter((mark) => overlaps(mark, window)),
    ),
  )
}

/** From the start of the first sentence of the mark to the end of its last, but no further than `reach`. */
const windowOf = (text: string, mark: Mark, segments: readonly Segment[]): Span => {
  const own = segments.filter((segment) => overlaps(segment, mark))
  const start = own.length === 0 ? 0 : Math.min(mark.start, ...own.map((segment) => segment.start))
  const end = own.length === 0 ? text.length : Math.max(mark.end, ...own.map((segment) => segment.end))
  return {
    start: start >= mark.start - reach ? start : wordBorder(text, mark.start - reach, mark.start),
    end: end <= mark.end + reach ? end : wordBorder(text, mark.end + reach, mark.end),
  }
}

/** The first white space from `from` towards `to`; `from` itself, moved out of a surrogate pair, where there is none. */
const wordBorder = (text: string, from: number, to: number): number => {
  const step = from < to ? 1 : -1
  for (let index = from; index !== to; index += step) if (/\s/.test(text[index] ?? ' ')) return index
  return /[\udc00-\udfff]/.test(text[from] ?? '') ? from + step : from
}

const cut = (text: string, { start, end }: Span, marks: readonly Mark[]): Passage => {
  const safeEnd = /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end
  const words = text.slice(start, safeEnd)
  const from = start + words.length - words.trimStart().length
  const to = from + words.trim().length
  return {
    text: text.slice(from, to),
    marks: marks.map((mark) => ({
      kind: mark.kind,
      start: Math.max(0, mark.start - from),
      end: Math.min(to, mark.end) - from,
    })),
    cutBefore: text.slice(0, from).trim() !== '',
    cutAfter: text.slice(to).trim() !== '',
  }
}
