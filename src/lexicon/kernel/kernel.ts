import { softSeparator } from '../../text/fold.ts'
import { createTrie, extendTrie, finishTrie, step, type Trie } from './edge-table.ts'
import { parseGlob } from './glob.ts'
import { createTokens, mayBeCaught, type Tokens, tokenize, verifyToken } from './tokenize.ts'
import { buildVocabulary, entryIds, type Vocabulary, wordIds } from './vocabulary.ts'

/** One slot of a phrase: folded words and wildcards, any of which may stand there. */
export type Slot = readonly string[]

/** A phrase to find: `output` is the number that a find reports. Several phrases may share one output. */
export interface Phrase {
  readonly slots: readonly Slot[]
  readonly output: number
}

/** Finds of one text: triples of output, first token, token after the last. Reused between texts. */
export interface Finds {
  count: number
  data: Int32Array
}

/** Which list of phrases: the lexicons' terms, or the context triggers. */
export type Channel = 'terms' | 'triggers'

/** The compiled tables of all terms and triggers, with the buffers of the text being read. */
export interface Kernel {
  readonly vocabulary: Vocabulary
  readonly tokens: Tokens
  /** Reads a text into `tokens`; `breaks` are the starts of its segments. */
  readonly read: (text: string, breaks: ArrayLike<number>) => void
  /** All finds of all terms in the text that was read, by first token, then length. */
  readonly scan: (finds: Finds) => void
  /** The longest trigger at each place from token `from` to before `to`, left to right, none sharing a word. */
  readonly scanTriggers: (from: number, to: number, finds: Finds) => void
}

/** An empty list of finds, which grows as it is filled. */
export const createFinds = (): Finds => ({ count: 0, data: new Int32Array(3 * 1024) })

const push = (finds: Finds, output: number, from: number, to: number): void => {
  if (3 * finds.count + 3 > finds.data.length) {
    const larger = new Int32Array(2 * finds.data.length)
    larger.set(finds.data)
    finds.data = larger
  }
  const place = 3 * finds.count++
  finds.data[place] = output
  finds.data[place + 1] = from
  finds.data[place + 2] = to
}

/** Puts the finds from a place on, which all begin at one word, in order of length, then output, each once. */
const tidy = (finds: Finds, start: number): void => {
  const { data } = finds
  let end = start
  for (let place = start; place < finds.count; place++) {
    const output = data[3 * place]!
    const from = data[3 * place + 1]!
    const to = data[3 * place + 2]!
    let at = end
    while (at > start && (data[3 * at - 1]! > to || (data[3 * at - 1]! === to && data[3 * at - 3]! > output))) at--
    if (at > start && data[3 * at - 1] === to && data[3 * at - 3] === output) continue
    data.copyWithin(3 * at + 3, 3 * at, 3 * end)
    data[3 * at] = output
    data[3 * at + 1] = from
    data[3 * at + 2] = to
    end++
  }
  finds.count = end
}

/** Compiles phrases into a kernel. The number of words a slot may list is the caller's to bound. */
export const createKernel = (terms: readonly Phrase[], triggers: readonly Phrase[]): Kernel => {
  const { vocabulary, symbolOf } = vocabularyOf([...terms, ...triggers])
  const termTrie = trieOf(terms, symbolOf, vocabulary.symbolCount)
  const triggerTrie = trieOf(triggers, symbolOf, vocabulary.symbolCount)
  const wordId = wordIds(vocabulary)
  const entryId = entryIds(vocabulary, wordId)
  const caughtTerms = vocabulary.globs.length > 0
  const caughtTriggers = triggers.some(({ slots }) => slots.some((slot) => slot.some(isGlob)))
  const tokens = createTokens()
  let text = ''

  const verified = (token: number): number =>
    tokens.verified[token] === tokens.pass ? tokens.ids[token]! : verifyToken(text, vocabulary, wordId, tokens, token)

  /** Whether a word that stands for several symbols was met since the last start: its finds may come twice and unordered. */
  let branched = false

  /** The first word of a find that is not the one its hash says; −1 where all are right. */
  const firstWrong = (from: number, to: number): number => {
    for (let token = from; token < to; token++) {
      const id = tokens.ids[token]!
      if (tokens.verified[token] !== tokens.pass && verifyToken(text, vocabulary, wordId, tokens, token) !== id)
        return token
    }
    return -1
  }

  /**
   * Walks on from a node over the tokens from `token`, reporting each find. Words are compared by their letters only
   * where a find ends; where wildcards may catch another word with the same hash, at once. Gives the word that turned
   * out to be wrong, behind which nothing on this way is right, else −1: a word is compared once, so who walked over
   * it must be told.
   */
  const walk = (trie: Trie, node: number, start: number, token: number, finds: Finds, caught: boolean): number => {
    const { ids, gaps, count, starts, ends } = tokens
    const { outFrom, out, hasEdges, table } = trie
    const { symbolCount } = vocabulary
    let here = node
    let next = token
    for (;;) {
      const last = outFrom[here + 1]!
      let place = outFrom[here]!
      if (place < last) {
        const wrong = firstWrong(start, next)
        if (wrong >= 0) return wrong
        for (; place < last; place++) push(finds, out[place]!, start, next)
      }
      if (hasEdges[here] === 0 || next >= count || gaps[next] !== softSeparator) return -1
      let id = ids[next]!
      if (id === 0) return -1
      if (caught && mayBeCaught(text, vocabulary, starts[next]!, ends[next]!)) id = verified(next)
      if (id >= symbolCount) {
        branched = true
        for (const symbol of vocabulary.members[id - symbolCount]!) {
          const target = step(table, here, symbol)
          const wrong = target === 0 ? -1 : walk(trie, target, start, next + 1, finds, caught)
          if (wrong >= 0 && wrong <= next) return wrong
        }
        return -1
      }
      here = step(table, here, id)
      if (here === 0) return -1
      next++
    }
  }

  /** Whether a way that has begun with a token finds nothing and goes no further: true of most, and quickly seen. */
  const endsHere = ({ outFrom }: Trie, node: number, token: number): boolean =>
    outFrom[node] === outFrom[node + 1] &&
    (token + 1 >= tokens.count || tokens.gaps[token + 1] !== softSeparator || tokens.ids[token + 1] === 0)

  const startAt = (trie: Trie, token: number, finds: Finds, caught: boolean): void => {
    const { symbolCount } = vocabulary
    let id = tokens.ids[token]!
    if (caught && mayBeCaught(text, vocabulary, tokens.starts[token]!, tokens.ends[token]!)) id = verified(token)
    if (id < symbolCount) {
      const node = trie.first[id]!
      if (node !== 0) walk(trie, node, token, token + 1, finds, caught)
      return
    }
    branched = true
    for (const symbol of vocabulary.members[id - symbolCount]!) {
      const node = trie.first[symbol]!
      if (node !== 0 && walk(trie, node, token, token + 1, finds, caught) === token) return
    }
  }

  const local = createFinds()
  return {
    vocabulary,
    tokens,
    read: (newText, breaks) => {
      text = newText
      tokenize(newText, breaks, vocabulary, wordId, entryId, tokens)
    },
    scan: (finds) => {
      finds.count = 0
      const { count, ids } = tokens
      const { first } = termTrie
      const { symbolCount } = vocabulary
      for (let token = 0; token < count; token++) {
        const id = ids[token]!
        if (
          id === 0 ||
          (!caughtTerms && id < symbolCount && (first[id] === 0 || endsHere(termTrie, first[id]!, token)))
        )
          continue
        const before = finds.count
        branched = false
        startAt(termTrie, token, finds, caughtTerms)
        if (branched && finds.count > before + 1) tidy(finds, before)
      }
    },
    scanTriggers: (from, to, finds) => {
      finds.count = 0
      const { symbolCount } = vocabulary
      let token = from
      while (token < to) {
        const id = tokens.ids[token]!
        if (
          id === 0 ||
          (!caughtTriggers &&
            id < symbolCount &&
            (triggerTrie.first[id] === 0 || endsHere(triggerTrie, triggerTrie.first[id]!, token)))
        ) {
          token++
          continue
        }
        local.count = 0
        startAt(triggerTrie, token, local, caughtTriggers)
        let end = 0
        for (let place = 0; place < local.count; place++) {
          const stop = local.data[3 * place + 2]!
          if (stop > end && stop <= to) end = stop
        }
        if (end === 0) {
          token++
          continue
        }
        if (local.count > 1) tidy(local, 0)
        for (let place = 0; place < local.count; place++)
          if (local.data[3 * place + 2] === end) push(finds, local.data[3 * place]!, token, end)
        token = end
      }
    },
  }
}

const isGlob = (word: string): boolean => word.includes('*') || word.includes('?')

const vocabularyOf = (phrases: readonly Phrase[]): { vocabulary: Vocabulary; symbolOf: Map<string, number> } => {
  const words = new Set<string>()
  const globs = new Set<string>()
  for (const { slots } of phrases)
    for (const slot of slots) for (const word of slot) (isGlob(word) ? globs : words).add(word)
  return buildVocabulary([...words], [...globs].map(parseGlob))
}

const trieOf = (phrases: readonly Phrase[], symbolOf: ReadonlyMap<string, number>, symbolCount: number): Trie => {
  const trie = createTrie()
  for (const { slots, output } of phrases) {
    let nodes = [0]
    for (const slot of slots)
      nodes = nodes.flatMap((node) => [...new Set(slot)].map((word) => extendTrie(trie, node, symbolOf.get(word)!)))
    for (const node of nodes) if (!trie.outputs[node]!.includes(output)) trie.outputs[node]!.push(output)
  }
  return finishTrie(trie, symbolCount)
}
