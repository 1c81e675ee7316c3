import {
  clauseBreak,
  comma,
  foldTable,
  isHyphen,
  sentenceBreak,
  separatorClass,
  softSeparator,
  special,
  wordAt,
  wordUnit,
} from '../../text/fold.ts'
import { bucketMix, hashUnits, slotMix } from './perfect-hash.ts'
import { prefixBit, resolveExactly, resolveUnknown, type Vocabulary } from './vocabulary.ts'

/**
 * The words of one text as the kernel sees them, in arrays that are reused from text to text: nothing outside
 * `lexicon/` may keep them. `ids[t]` is 0 for a word that no term uses.
 */
export interface Tokens {
  count: number
  ids: Int32Array
  starts: Int32Array
  ends: Int32Array
  /** Strongest separator class before the word (`text/fold.ts`); `sentenceBreak` at the first word of a segment. */
  gaps: Uint8Array
  /** `pass` where the id of a word was compared letter by letter in this text. */
  verified: Int32Array
  /** Number of the text; it spares clearing `verified`. */
  pass: number
}

/** An empty list of tokens, which grows as it is filled. */
export const createTokens = (): Tokens => ({
  count: 0,
  ids: new Int32Array(1024),
  starts: new Int32Array(1024),
  ends: new Int32Array(1024),
  gaps: new Uint8Array(1024),
  verified: new Int32Array(1024),
  pass: 0,
})

const blank = 0x20

/** Room for all words of a text: there is at least one separator between two. */
const makeRoom = (tokens: Tokens, words: number): void => {
  if (tokens.ids.length >= words) return
  const size = Math.max(words, 2 * tokens.ids.length)
  tokens.ids = new Int32Array(size)
  tokens.starts = new Int32Array(size)
  tokens.ends = new Int32Array(size)
  tokens.gaps = new Uint8Array(size)
  tokens.verified = new Int32Array(size)
}

/**
 * Reads a text into tokens. `breaks` are the starts of its segments, ascending. One pass, linear in the text; words with
 * apostrophes, marks, ligatures or letters above U+FFFF take the slow branch of `text/fold.ts`, which decides alike.
 *
 * Long on purpose: this loop and `scan` are the hot path (see the folder's README).
 */
export const tokenize = (
  text: string,
  breaks: ArrayLike<number>,
  vocabulary: Vocabulary,
  wordId: Int32Array,
  entryId: Int32Array,
  tokens: Tokens,
): void => {
  const { displacements, slots, bucketShift, slotShift } = vocabulary.hash
  const hasGlobs = vocabulary.globs.length > 0
  const table = foldTable
  const length = text.length
  let count = 0
  let breakIndex = 0
  let nextBreak = breaks.length > 0 ? breaks[0]! : length + 1
  let gap = sentenceBreak
  let index = 0
  makeRoom(tokens, (length >> 1) + 2)
  const { ids, starts, ends, gaps } = tokens
  tokens.pass = (tokens.pass + 1) | 0
  while (index < length) {
    let unit = text.charCodeAt(index)
    if (unit === blank) {
      index++
      continue
    }
    let value = table[unit]!
    if (value < special) {
      if (value > gap) gap = value
      else if (value === softSeparator && isHyphen(unit) && gap < clauseBreak)
        gap = Math.max(gap, separatorClass(text, index))
      index++
      continue
    }
    const start = index
    let hash = 0
    let end = 0
    let slow = ''
    while (value >= wordUnit) {
      hash = ((hash << 5) | (hash >>> 27)) ^ value
      index++
      if (index >= length) {
        value = softSeparator
        break
      }
      unit = text.charCodeAt(index)
      value = table[unit]!
    }
    end = index
    if (value === special) {
      const word = wordAt(text, start)
      if (word === undefined) {
        const separator = separatorClass(text, start)
        if (separator === comma && gap < comma) gap = comma
        index = start + 1
        continue
      }
      slow = word.folded
      hash = hashUnits(slow)
      end = word.end
      index = word.next
    }
    while (start >= nextBreak) {
      gap = sentenceBreak
      breakIndex++
      nextBreak = breakIndex < breaks.length ? breaks[breakIndex]! : length + 1
    }
    const slot =
      (Math.imul(hash ^ displacements[Math.imul(hash, bucketMix) >>> bucketShift]!, slotMix) >>> slotShift) << 1
    const differs = slots[slot]! ^ hash
    let id = slots[slot + 1]! & ~((differs | -differs) >> 31)
    if (id !== 0) {
      const symbol = id
      id = entryId[symbol]!
      if (id < 0) id = resolveExactly(vocabulary, wordId, symbol, slow === '' ? fold(text, start, end) : slow)
    } else if (hasGlobs) {
      if (slow !== '') id = resolveUnknown(vocabulary, slow)
      else if (mayBeCaught(text, vocabulary, start, end)) id = resolveUnknown(vocabulary, fold(text, start, end))
    }
    ids[count] = id
    starts[count] = start
    ends[count] = end
    gaps[count] = gap
    count++
    gap = softSeparator
  }
  tokens.count = count
}

/** Whether a wildcard may catch a word, by its first three letters: a quick "no" for most words. */
export const mayBeCaught = (
  text: string,
  { unfiltered, prefixFilter }: Vocabulary,
  start: number,
  end: number,
): boolean => {
  if (unfiltered) return true
  // Among the first three letters one that folds to two or to nothing: only the whole word can tell.
  for (let index = start; index < end && index < start + 3; index++)
    if (foldTable[text.charCodeAt(index)]! < wordUnit) return true
  if (end - start < 3) return false
  const first = foldTable[text.charCodeAt(start)]!
  const second = foldTable[text.charCodeAt(start + 1)]!
  const third = foldTable[text.charCodeAt(start + 2)]!
  return prefixFilter[prefixBit(first, second, third)] !== 0
}

/** Folds a word that has plain units only. */
const fold = (text: string, start: number, end: number): string => {
  let folded = ''
  for (let index = start; index < end; index++) folded += String.fromCharCode(foldTable[text.charCodeAt(index)]!)
  return folded
}

/** Whether a range of a text is this word, unit by unit; `false` also where marks or ligatures hide that it is. */
const isPlainly = (word: string, text: string, start: number, end: number): boolean => {
  if (word.length !== end - start) return false
  for (let index = 0; index < word.length; index++)
    if (foldTable[text.charCodeAt(start + index)] !== word.charCodeAt(index)) return false
  return true
}

/**
 * Compares a token with the word its hash found, letter by letter, and mends the id where another word (or none) has
 * the same hash. Called once for each token that takes part in a match: exactness costs nothing elsewhere.
 */
export const verifyToken = (
  text: string,
  vocabulary: Vocabulary,
  wordId: Int32Array,
  tokens: Tokens,
  token: number,
): number => {
  if (tokens.verified[token] === tokens.pass) return tokens.ids[token]!
  tokens.verified[token] = tokens.pass
  const id = tokens.ids[token]!
  if (id === 0) return 0
  const symbol = id < vocabulary.symbolCount ? id : vocabulary.members[id - vocabulary.symbolCount]![0]!
  const word = vocabulary.words[symbol]!
  // A set of wildcards only (or a single wildcard) was resolved by the word itself, not by its hash.
  if (word === '' || isPlainly(word, text, tokens.starts[token]!, tokens.ends[token]!)) return id
  const { folded } = wordAt(text, tokens.starts[token]!)!
  if (word === folded) return id
  const right = resolveExactly(vocabulary, wordId, symbol, folded)
  tokens.ids[token] = right
  return right
}
