import type { SegmentKind } from '../model/segment.ts'
import { CLOSER, isDigit, isLower, LINE, layoutOf, runEnd, SPACE, STOP, STRONG } from './characters.ts'
import { isBullet, itemMarkerEnd } from './item-marker.ts'
import { endsSentence } from './sentence-end.ts'

/** One sentence, list item or heading: a half-open range of UTF-16 units and what it is. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly kind: SegmentKind
}

/** A line without end mark that is longer than this is running text, no heading (UTF-16 units). */
const longestHeading = 80
const colon = 58
const candidate = STOP | STRONG | LINE

/** The next unit that may end a segment. Apart from the rest, so that its loop runs in registers. */
const nextCandidate = (text: string, from: number): number => {
  let index = from
  while (index < text.length && (layoutOf[text.charCodeAt(index)]! & candidate) === 0) index++
  return index
}

const linesIn = (text: string, start: number, end: number): number => {
  let lines = 0
  for (let index = start; index < end; index++) if ((layoutOf[text.charCodeAt(index)]! & LINE) !== 0) lines++
  return lines
}

/** End of the visible text before `end`. */
const inkEnd = (text: string, start: number, end: number): number => {
  let at = end
  while (at > start && (layoutOf[text.charCodeAt(at - 1)]! & SPACE) !== 0) at--
  return at
}

/**
 * Cuts a text into sentences, list items and headings that cover it without gap or overlap; an empty text has none.
 * White space between two belongs to the one before. An item of several sentences is an `item` followed by
 * `sentence`s. No surrogate pair is split: cuts stand only behind white space or an end mark. Linear in the length.
 *
 * Cuts: an end mark with white space behind it, unless it belongs to an abbreviation; a blank line; a line end before
 * a bullet or item number; a line that ends with a colon. Any other line end is soft.
 */
export const segments = (text: string, abbreviations: ReadonlySet<string>): readonly Piece[] => {
  const pieces: Piece[] = []
  const length = text.length
  let start = 0
  let index = 0
  let kind: SegmentKind = 'sentence'
  /** Whether the open segment began where a line begins, and has not run over a line end since. */
  let wholeLine = true

  const open = (at: number, hard: boolean): void => {
    index = at
    kind = 'sentence'
    if (hard) index = itemMarkerEnd(text, at)
    if (index > at || isBullet(text, at)) kind = 'item'
  }
  const cut = (next: number, closing: SegmentKind, hard: boolean): void => {
    pieces.push({ start, end: next, kind: closing })
    start = next
    wholeLine = hard
    open(next, hard)
  }
  const goOn = (next: number, lines: number): void => {
    index = next
    if (lines > 0) wholeLine = false
  }

  const atEndMark = (): void => {
    const marksEnd = runEnd(text, index, STOP)
    const closersEnd = runEnd(text, marksEnd, CLOSER)
    const next = runEnd(text, closersEnd, SPACE)
    const strong = (layoutOf[text.charCodeAt(marksEnd - 1)]! & STRONG) !== 0
    if (next === length || (next === closersEnd && !strong)) {
      index = next
      return
    }
    const lines = linesIn(text, closersEnd, next)
    const ends = endsSentence(text, { start, mark: index, marksEnd, closersEnd, next }, abbreviations)
    // `Art.` at the end of a line and `5.` at the start of the next are no list; `e.g.` and a bullet are one.
    const item = lines > 0 && itemMarkerEnd(text, next) > next && (ends || !isDigit(text, next))
    if (lines > 1 || item) cut(next, kind, true)
    else if (ends) cut(next, kind, false)
    else goOn(next, lines)
  }

  const atLineEnd = (): void => {
    const next = runEnd(text, index, SPACE)
    if (next === length) {
      index = next
      return
    }
    const lines = linesIn(text, index, next)
    const end = inkEnd(text, start, index)
    const short = wholeLine && end - start <= longestHeading
    const last = text.charCodeAt(end - 1)
    const hard = lines > 1 || itemMarkerEnd(text, next) > next || (last === colon && short && !isLower(text, next))
    const heading = last === colon || (short && !',;'.includes(text.charAt(end - 1)))
    if (hard) cut(next, kind === 'sentence' && heading ? 'heading' : kind, true)
    else goOn(next, lines)
  }

  open(runEnd(text, 0, SPACE), true)
  for (index = nextCandidate(text, index); index < length; index = nextCandidate(text, index)) {
    if ((layoutOf[text.charCodeAt(index)]! & LINE) !== 0) atLineEnd()
    else atEndMark()
  }
  if (start < length) pieces.push({ start, end: length, kind })
  return pieces
}
