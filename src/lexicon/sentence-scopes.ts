import { sentenceBreak } from '../text/fold.ts'
import { type ContextReader, type Scope, scopeSize, scopesOf } from './context.ts'
import { type Cut, cutAt, firstAtOrAfter, headingsAbove } from './cuts.ts'
import type { Match } from './match.ts'
import { createScopeIndex, type ScopeIndex } from './scope-index.ts'
import { titleRanges } from './titles.ts'

/** Words of a text by number: where they start and end, and what stands before them. */
export interface Places {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly count: number
  readonly gaps: Uint8Array
}

/** The context of the sentences of one text; each sentence is read once, when a hit in it asks. */
export interface SentenceScopes {
  /** Class bits of the scopes that reach a run of words, headings above included. */
  readonly bits: (from: number, to: number) => number
  /** Scopes of the sentences that a match stands in which reach it, and what a heading says of the items below it. */
  readonly reaching: (match: Match) => readonly Scope[]
  /** Scopes of all sentences, in order. */
  readonly all: () => readonly Scope[]
}

interface Sentence {
  readonly from: number
  readonly to: number
  /** Numbers of the scopes, as `Scopes.data` has them. */
  readonly data: Int32Array
  scopes?: readonly Scope[]
  index?: ScopeIndex
  above?: readonly Scope[]
}

/** Up to so many scopes a sentence they are looked through one by one. */
const few = 32
const noScopes = new Int32Array(0)

/** Makes the context of a text that the kernel has read, segment by segment. */
export const createSentenceScopes = (
  text: string,
  cuts: readonly Cut[],
  tokens: Places,
  read: ContextReader,
): SentenceScopes => {
  const titles = titleRanges(text, tokens)
  const headings = cuts.some(({ kind }) => kind === 'heading') ? headingsAbove(cuts) : undefined
  const byStart = new Map<number, Sentence>()
  let last: Sentence | undefined

  const sentenceAt = (token: number): Sentence => {
    if (last && token >= last.from && token < last.to) return last
    const { gaps, count } = tokens
    let from = token
    while (from > 0 && gaps[from] !== sentenceBreak) from--
    const known = byStart.get(from)
    if (known) {
      last = known
      return known
    }
    let to = token + 1
    while (to < count && gaps[to] !== sentenceBreak) to++
    const { count: found, data } = read(from, to, titles)
    last = { from, to, data: found === 0 ? noScopes : data.slice(0, scopeSize * found) }
    byStart.set(from, last)
    return last
  }
  const scopesIn = (sentence: Sentence): readonly Scope[] => {
    sentence.scopes ??= scopesOf({ count: sentence.data.length / scopeSize, data: sentence.data })
    return sentence.scopes
  }
  const reachingIn = (sentence: Sentence, match: Match): readonly Scope[] => {
    if (sentence.data.length === 0) return []
    sentence.index ??= createScopeIndex(scopesIn(sentence))
    return sentence.index(match)
  }
  /** What a heading says: of each class its first trigger, which is enough to show. */
  const aboveIn = (heading: Sentence): readonly Scope[] => {
    heading.above ??= [
      ...new Map([...scopesIn(heading)].reverse().map((scope) => [scope.bit, scope])).values(),
    ].reverse()
    return heading.above
  }
  const headingOf = (token: number): Sentence | undefined => {
    const heading = headings?.[cutAt(cuts, tokens.starts[token]!)]
    if (!heading) return undefined
    const first = firstAtOrAfter(tokens.count, (each) => tokens.starts[each]! >= heading.start)
    return first < tokens.count && tokens.starts[first]! < heading.end ? sentenceAt(first) : undefined
  }
  const reaching = (match: Match): readonly Scope[] => {
    const sentence = sentenceAt(match.from)
    const own = reachingIn(sentence, match)
    const next = match.to <= sentence.to ? [] : reachingIn(sentenceAt(match.to - 1), match)
    const heading = headingOf(match.from)
    return next.length === 0 && !heading ? own : [...own, ...next, ...(heading ? aboveIn(heading) : [])]
  }
  return {
    bits: (from, to) => {
      const sentence = sentenceAt(from)
      const { data } = sentence
      if (headings || to > sentence.to || data.length > few * scopeSize)
        return reaching({ from, to, parts: [[from, to]] }).reduce((bits, { bit }) => bits | bit, 0)
      let bits = 0
      for (let place = 0; place < data.length; place += scopeSize)
        if (from < data[place + 2]! && data[place + 1]! < to && !(from < data[place + 4]! && data[place + 3]! < to))
          bits |= data[place]!
      return bits
    },
    reaching,
    all: () => {
      const result: Scope[] = []
      for (let token = 0; token < tokens.count; ) {
        const sentence = sentenceAt(token)
        result.push(...scopesIn(sentence))
        token = sentence.to
      }
      return result
    },
  }
}
