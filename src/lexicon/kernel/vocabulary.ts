import { type Glob, globMatches } from './glob.ts'
import { buildPerfectHash, hashUnits, type PerfectHash } from './perfect-hash.ts'

/** Ids below are reserved; symbols (words and wildcards) count from here. */
export const firstSymbol = 3

/**
 * All words and wildcards that any term or trigger uses. A symbol is a number: a word's id, or a wildcard's. A word of
 * the text resolves to one id; ids from `symbolCount` on stand for a *set* of symbols (a word that is written out in
 * one term and caught by a wildcard of another), looked up in `members`.
 */
export interface Vocabulary {
  readonly hash: PerfectHash
  /** Folded words by symbol; wildcards have an empty string. */
  readonly words: readonly string[]
  readonly globs: readonly { readonly symbol: number; readonly glob: Glob }[]
  readonly symbolCount: number
  /** 65,536 bits over the first three folded units of prefix wildcards: a cheap "no" for most unknown words. */
  readonly prefixFilter: Uint8Array
  /** Whether some wildcard starts with `*` or `?` or is shorter than three letters, so that the filter cannot say no. */
  readonly unfiltered: boolean
  /** Symbols of a set id; index = id − symbolCount. Grows while texts are read; results do not depend on its order. */
  readonly members: Int32Array[]
  readonly setIds: Map<string, number>
  /** Ids of unknown words that passed the filter, by folded word; emptied when it grows large. */
  readonly memo: Map<string, number>
  /** Another word with the same hash, by symbol; −1: none. */
  readonly sameHash: Int32Array
}

const memoLimit = 200_000

/** Index into `prefixFilter` of three folded units. */
export const prefixBit = (a: number, b: number, c: number): number =>
  (Math.imul(a, 0x1f1f) ^ Math.imul(b, 0x3d) ^ Math.imul(c, 0x7a3)) & 0xffff

/** Builds the vocabulary from distinct folded words and distinct wildcards. */
export const buildVocabulary = (
  words: readonly string[],
  globs: readonly Glob[],
): { vocabulary: Vocabulary; symbolOf: Map<string, number> } => {
  const symbolOf = new Map<string, number>()
  const pool: string[] = ['', '', '']
  for (const word of words) {
    symbolOf.set(word, pool.length)
    pool.push(word)
  }
  const globList = globs.map((glob, index) => {
    const symbol = firstSymbol + words.length + index
    symbolOf.set(glob.source, symbol)
    pool.push('')
    return { symbol, glob }
  })
  const symbolCount = pool.length
  const members: Int32Array[] = []
  const setIds = new Map<string, number>()
  const prefixFilter = new Uint8Array(65536)
  for (const { glob } of globList) {
    if (glob.prefix.length >= 3)
      prefixFilter[prefixBit(glob.prefix.charCodeAt(0), glob.prefix.charCodeAt(1), glob.prefix.charCodeAt(2))] = 1
  }
  const unfiltered = globList.some(({ glob }) => glob.prefix.length < 3)
  const sameHash = new Int32Array(symbolCount).fill(-1)
  const byHash = new Map<number, number>()
  words.forEach((word, index) => {
    const symbol = firstSymbol + index
    const hash = hashUnits(word)
    const other = byHash.get(hash)
    if (other === undefined) byHash.set(hash, symbol)
    else {
      let last = other
      while (sameHash[last]! >= 0) last = sameHash[last]!
      sameHash[last] = symbol
    }
  })
  const hash = buildPerfectHash([...byHash.keys()], [...byHash.values()])
  const vocabulary = {
    hash,
    words: pool,
    globs: globList,
    symbolCount,
    prefixFilter,
    unfiltered,
    members,
    setIds,
    memo: new Map(),
    sameHash,
  }
  return { vocabulary, symbolOf }
}

/** Id of a set of symbols: the symbol itself where there is one, 0 where there is none. */
const idOfSet = (vocabulary: Vocabulary, symbols: readonly number[]): number => {
  if (symbols.length <= 1) return symbols[0] ?? 0
  const key = symbols.join(' ')
  const known = vocabulary.setIds.get(key)
  if (known !== undefined) return known
  const id = vocabulary.symbolCount + vocabulary.members.length
  vocabulary.members.push(Int32Array.from(symbols))
  vocabulary.setIds.set(key, id)
  return id
}

/** Id of a folded word that the hash does not know, by the wildcards. */
export const resolveUnknown = (vocabulary: Vocabulary, folded: string): number => {
  const known = vocabulary.memo.get(folded)
  if (known !== undefined) return known
  if (vocabulary.memo.size >= memoLimit) vocabulary.memo.clear()
  const id = idOfSet(vocabulary, matchingGlobs(vocabulary, folded))
  vocabulary.memo.set(folded, id)
  return id
}

/**
 * What the tokenizer writes for the symbol that a hash found: the word's id, or −1 where two words share the hash and
 * only the letters can tell.
 */
export const entryIds = (vocabulary: Vocabulary, wordId: Int32Array): Int32Array =>
  wordId.map((id, symbol) => (vocabulary.sameHash[symbol]! >= 0 ? -1 : id))

/** For each word symbol the id its text words get: itself, or the set with the wildcards that catch it too. */
export const wordIds = (vocabulary: Vocabulary): Int32Array => {
  const ids = new Int32Array(vocabulary.symbolCount)
  for (let symbol = firstSymbol; symbol < vocabulary.symbolCount; symbol++) {
    const word = vocabulary.words[symbol]!
    ids[symbol] = word === '' ? symbol : idOfSet(vocabulary, [symbol, ...matchingGlobs(vocabulary, word)])
  }
  return ids
}

/** Id of a folded word, exactly: by its letters, not by its hash. */
export const resolveExactly = (vocabulary: Vocabulary, wordId: Int32Array, symbol: number, folded: string): number => {
  let candidate = symbol
  while (candidate >= 0 && vocabulary.words[candidate] !== folded) candidate = vocabulary.sameHash[candidate]!
  return candidate >= 0 ? wordId[candidate]! : resolveUnknown(vocabulary, folded)
}

const matchingGlobs = (vocabulary: Vocabulary, folded: string): number[] => {
  const symbols: number[] = []
  for (const { symbol, glob } of vocabulary.globs) if (globMatches(glob, folded)) symbols.push(symbol)
  return symbols
}
