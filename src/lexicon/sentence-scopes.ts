import { sentenceBreak } from '../text/fold.ts'
import { type ContextReader, type Scope, scopeSize, scopesOf } from './context.ts'
import { type Cut, cutAt, firstAtOrAfter, headingsAbove } from './cuts.ts'
import type { Match } from './match.ts'
import { createScopeIndex, type ScopeIndex } from './scope-index.ts'
import { hasQuotes, titleRanges } from './titles.ts'

/** Words of a text by number: where they start and end, and what stands before them. */
export interface Places {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly count: number
  readonly gaps: Uint8Array
}

/** The context of the sentences of a text; each sentence is read once, when a hit in it asks. */
export interface SentenceScopes {
  /** Starts a new text, which the kernel has read. */
  readonly begin: (text: string, cuts: readonly Cut[]) => void
  /** Class bits of the scopes that reach a run of words, headings above included. */
  readonly bits: (from: number, to: number) => number
  /** Class bits of the scopes that reach any of a match's runs of words. */
  readonly bitsOfParts: (match: Match) => number
  /** Scopes of the sentences that a match stands in which reach it, and what a heading says of the items below it. */
  readonly reaching: (match: Match) => readonly Scope[]
  /** Scopes of all sentences, in order. */
  readonly all: () => readonly Scope[]
}

/** A sentence that was looked at more closely than by bits. */
interface Seen {
  readonly scopes: readonly Scope[]
  index?: ScopeIndex
  above?: readonly Scope[]
}

/** Up to so many scopes a sentence they are looked through one by one. */
const few = 32
/** Numbers of a sentence in `places`: first token, token after the last, first number in `pool`, number after the last. */
const size = 4

/** Makes the context of the texts that a kernel reads into `tokens`, segment by segment. */
export const createSentenceScopes = (tokens: Places, read: ContextReader): SentenceScopes => {
  let places = new Int32Array(256 * size)
  let pool = new Int32Array(1024)
  /** For the first token of a sentence its number, where `places` says so too: it need not be cleared. */
  let numberAt = new Int32Array(1024)
  let count = 0
  let current = -1
  let text = ''
  let cuts: readonly Cut[] = []
  let titles: ReturnType<typeof titleRanges> | undefined
  let headings: ReturnType<typeof headingsAbove> | undefined
  const seen: (Seen | undefined)[] = []

  /** Number of the sentence that a token stands in. */
  const sentenceAt = (token: number): number => {
    if (current >= 0 && token >= places[size * current]! && token < places[size * current + 1]!) return current
    const { gaps, count: tokenCount } = tokens
    let from = token
    while (from > 0 && gaps[from] !== sentenceBreak) from--
    const known = numberAt[from]!
    current = known < count && places[size * known] === from ? known : readSentence(from, token, gaps, tokenCount)
    return current
  }
  const readSentence = (from: number, token: number, gaps: Uint8Array, tokenCount: number): number => {
    let to = token + 1
    while (to < tokenCount && gaps[to] !== sentenceBreak) to++
    titles ??= titleRanges(text, tokens)
    const scopes = read(from, to, titles)
    const start = count === 0 ? 0 : places[size * count - 1]!
    const end = start + scopeSize * scopes.count
    if (end > pool.length) pool = enlarged(pool, end)
    for (let place = start; place < end; place++) pool[place] = scopes.data[place - start]!
    if (size * count === places.length) places = enlarged(places, size * count)
    places[size * count] = from
    places[size * count + 1] = to
    places[size * count + 2] = start
    places[size * count + 3] = end
    numberAt[from] = count
    return count++
  }
  const seenOf = (sentence: number): Seen => {
    let result = seen[sentence]
    if (!result) {
      const data = pool.subarray(places[size * sentence + 2]!, places[size * sentence + 3]!)
      result = { scopes: scopesOf({ count: data.length / scopeSize, data }) }
      seen[sentence] = result
    }
    return result
  }
  const reachingIn = (sentence: number, match: Match): readonly Scope[] => {
    if (places[size * sentence + 2] === places[size * sentence + 3]) return []
    const known = seenOf(sentence)
    known.index ??= createScopeIndex(known.scopes)
    return known.index(match)
  }
  /** What a heading says: of each class its first trigger, which is enough to show. */
  const aboveIn = (sentence: number): readonly Scope[] => {
    const heading = seenOf(sentence)
    heading.above ??= [...new Map([...heading.scopes].reverse().map((scope) => [scope.bit, scope])).values()].reverse()
    return heading.above
  }
  const headingOf = (token: number): number => {
    const heading = headings?.[cutAt(cuts, tokens.starts[token]!)]
    if (!heading) return -1
    const first = firstAtOrAfter(tokens.count, (each) => tokens.starts[each]! >= heading.start)
    return first < tokens.count && tokens.starts[first]! < heading.end ? sentenceAt(first) : -1
  }
  const reaching = (match: Match): readonly Scope[] => {
    const sentence = sentenceAt(match.from)
    const own = reachingIn(sentence, match)
    const next = match.to <= places[size * sentence + 1]! ? [] : reachingIn(sentenceAt(match.to - 1), match)
    const heading = headingOf(match.from)
    return next.length === 0 && heading < 0 ? own : [...own, ...next, ...(heading < 0 ? [] : aboveIn(heading))]
  }
  const bitsOfParts = (match: Match): number => reaching(match).reduce((bits, { bit }) => bits | bit, 0)
  return {
    begin: (newText, newCuts) => {
      text = newText
      cuts = newCuts
      count = 0
      current = -1
      titles = hasQuotes(text) ? undefined : noTitles
      headings = hasHeading(cuts) ? headingsAbove(cuts) : undefined
      if (seen.length > 0) seen.length = 0
      if (numberAt.length < tokens.count) numberAt = new Int32Array(2 * tokens.count)
    },
    bits: (from, to) => {
      const sentence = size * sentenceAt(from)
      const start = places[sentence + 2]!
      const end = places[sentence + 3]!
      if (headings || to > places[sentence + 1]! || end - start > few * scopeSize)
        return bitsOfParts({ from, to, parts: [[from, to]] })
      let bits = 0
      for (let place = start; place < end; place += scopeSize)
        if (from < pool[place + 2]! && pool[place + 1]! < to && !(from < pool[place + 4]! && pool[place + 3]! < to))
          bits |= pool[place]!
      return bits
    },
    bitsOfParts,
    reaching,
    all: () => {
      const result: Scope[] = []
      for (let token = 0; token < tokens.count; ) {
        const sentence = sentenceAt(token)
        result.push(...seenOf(sentence).scopes)
        token = places[size * sentence + 1]!
      }
      return result
    },
  }
}

const noTitles: ReturnType<typeof titleRanges> = []

const hasHeading = (cuts: readonly Cut[]): boolean => {
  for (let place = 0; place < cuts.length; place++) if (cuts[place]!.kind === 'heading') return true
  return false
}

const enlarged = (numbers: Int32Array, atLeast: number): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(2 * atLeast)
  larger.set(numbers)
  return larger
}
