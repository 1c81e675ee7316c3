import { semicolon, sentenceBreak, softSeparator } from '../text/fold.ts'
import type { Reach } from './expression/ast.ts'
import { globMatches, parseGlob } from './kernel/glob.ts'
import type { Finds, Kernel } from './kernel/kernel.ts'
import type { FindDefinition, Node } from './program.ts'

/** A match of a node: tokens `from` to before `to`; `parts` are the token ranges that were really matched. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly parts: readonly (readonly [number, number])[]
}

/** What a NEAR, a PRE or a gap asks for. */
interface Nearness {
  /** Most words between. */
  readonly distance: number
  readonly ordered: boolean
  /** Nothing but blanks and hyphens may stand between. */
  readonly adjacent: boolean
}

/** Signs that nobody sees and no author writes: they may stand in a word that must be spelled exactly. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** What is known of one answer while its rules are evaluated; kept between answers to spare allocations. */
export interface Matcher {
  readonly kernel: Kernel
  /** Atoms found in the answer, in order of first find. */
  readonly present: number[]
  /** Starts a new answer, whose text the kernel has read and scanned; takes finds out that fail a check. */
  readonly begin: (text: string, finds: Finds) => void
  /** Whether two finds of an atom share words. */
  readonly touches: (atom: number) => boolean
  /** Matches of an atom, by place. */
  readonly atom: (atom: number) => readonly Match[]
  /** Matches of a node; evaluated once an answer. */
  readonly node: (node: number) => readonly Match[]
  /** Number of the sentence that a token stands in. */
  readonly sentence: (token: number) => number
}

/**
 * All pairs of a NEAR are made, as long as the search looks at no more than this many pairs, plus so many a match:
 * a hostile answer may not make pairs of pairs of pairs. Beyond it each match is paired with its nearest only.
 */
const maxPairs = 2000
const maxPairsEach = 16

/** Makes the matcher of a program’s nodes on the kernel that scans for its phrases. */
export const createMatcher = (
  kernel: Kernel,
  nodes: readonly Node[],
  definitions: readonly FindDefinition[],
): Matcher => {
  const atoms = definitions.reduce((most, { atom }) => Math.max(most, atom + 1), 0)
  const atomOf = Int32Array.from(definitions, ({ atom }) => atom)
  const hasChecks = Uint8Array.from(definitions, ({ checks }) => (checks.length > 0 ? 1 : 0))
  const atomEpoch = new Int32Array(atoms)
  const touchEpoch = new Int32Array(atoms)
  const atomMatches: (readonly Match[])[] = Array.from({ length: atoms }, () => [])
  /** The finds of each atom as a chain: most atoms that are found are never asked for, so no match is made of them. */
  const headOf = new Int32Array(atoms)
  const tailOf = new Int32Array(atoms)
  const builtEpoch = new Int32Array(atoms)
  let nextFind = new Int32Array(1024)
  let found: Finds = { count: 0, data: new Int32Array(0) }
  const nodeEpoch = new Int32Array(nodes.length)
  const nodeMatches: (readonly Match[])[] = Array.from({ length: nodes.length }, () => [])
  const present: number[] = []
  const nothing: readonly Match[] = []
  let sentences = new Int32Array(1024)
  let clauses = new Int32Array(1024)
  let placesEpoch = 0
  let epoch = 0

  /** Sentence and clause numbers of all tokens, made only for answers in which a rule asks. */
  const places = (): void => {
    if (placesEpoch === epoch) return
    placesEpoch = epoch
    const { count, gaps } = kernel.tokens
    if (sentences.length < count) {
      sentences = new Int32Array(2 * count)
      clauses = new Int32Array(2 * count)
    }
    let sentence = -1
    let clause = 0
    for (let token = 0; token < count; token++) {
      const gap = gaps[token]!
      if (gap === sentenceBreak) sentence++
      if (gap >= semicolon) clause++
      sentences[token] = sentence
      clauses[token] = clause
    }
  }

  const passes = (text: string, checks: FindDefinition['checks'], from: number): boolean =>
    checks.every(({ slot, surface }) => {
      const word = text.slice(kernel.tokens.starts[from + slot]!, kernel.tokens.ends[from + slot]!)
      return globMatches(parseGlob(surface), word.replace(invisible, ''))
    })

  const node = (id: number): readonly Match[] => {
    if (nodeEpoch[id] === epoch) return nodeMatches[id]!
    nodeEpoch[id] = epoch
    const matches = evaluate(nodes[id]!)
    nodeMatches[id] = matches
    return matches
  }

  const atom = (id: number): readonly Match[] => {
    if (atomEpoch[id] !== epoch) return nothing
    if (builtEpoch[id] === epoch) return atomMatches[id]!
    builtEpoch[id] = epoch
    const matches: Match[] = []
    for (let place = headOf[id]!; place >= 0; place = nextFind[place]!) {
      const from = found.data[3 * place + 1]!
      const to = found.data[3 * place + 2]!
      matches.push({ from, to, parts: [[from, to]] })
    }
    atomMatches[id] = matches
    return matches
  }

  const evaluate = (found: Node): readonly Match[] => {
    switch (found.kind) {
      case 'nothing':
        return nothing
      case 'atom':
        return atom(found.atom)
      case 'or':
        return union(found.options.map(node))
      case 'near': {
        const left = node(found.left)
        if (left.length === 0) return left
        const right = node(found.right)
        if (right.length === 0) return right
        places()
        return near(left, right, found)
      }
      case 'and': {
        const left = node(found.left)
        if (left.length === 0) return left
        const right = node(found.right)
        if (right.length === 0) return right
        places()
        return both(left, right, found.reach)
      }
      case 'not': {
        const left = node(found.left)
        if (left.length === 0) return left
        const right = node(found.right)
        if (right.length === 0) return left
        places()
        return left.filter((match) => !neighbours(match, right).some((other) => within(match, other, found.reach)))
      }
    }
  }

  const near = (left: readonly Match[], right: readonly Match[], found: Nearness): Match[] => {
    const result: Match[] = []
    let budget = maxPairs + maxPairsEach * (left.length + right.length)
    let first = 0
    for (const a of left) {
      while (first < right.length && right[first]!.to + found.distance < a.from) first++
      for (let place = first; place < right.length; place++) {
        const b = right[place]!
        if (b.from - a.to > found.distance) break
        if (--budget < 0) return nearest(left, right, found)
        const pair = paired(a, b, found)
        if (pair) result.push(pair)
      }
    }
    return distinct(sorted(result))
  }

  /** For each match on the left the pairs with the nearest on the right, before, behind and between its words. */
  const nearest = (left: readonly Match[], right: readonly Match[], found: Nearness): Match[] => {
    const result: Match[] = []
    for (const a of left)
      for (const b of neighbours(a, right)) {
        const pair = paired(a, b, found)
        if (pair) result.push(pair)
      }
    return distinct(sorted(result))
  }

  /** Two matches as one, where they are near enough, in order, and in one clause. */
  const paired = (a: Match, b: Match, { distance, ordered, adjacent }: Nearness): Match | undefined => {
    if (b.from < a.to && a.from < b.to) return !ordered && disjoint(a, b) ? joined(a, b) : undefined
    const before = a.to <= b.from ? a : b
    if (ordered && before !== a) return undefined
    const after = before === a ? b : a
    if (after.from - before.to > distance) return undefined
    const apart = adjacent
      ? kernel.tokens.gaps[after.from] !== softSeparator
      : clauses[before.to - 1] !== clauses[after.from]
    return apart ? undefined : joined(before, after)
  }

  const both = (left: readonly Match[], right: readonly Match[], reach: Reach): Match[] => {
    const result: Match[] = []
    for (const a of left) {
      let best: Match | undefined
      for (const b of neighbours(a, right))
        if (disjoint(a, b) && within(a, b, reach) && (!best || distance(a, b) < distance(a, best))) best = b
      if (!best) continue
      const same = sentences[a.from] === sentences[best.from]
      result.push(same ? joined(a, best) : a)
    }
    return sorted(result)
  }

  const within = (a: Match, b: Match, reach: Reach): boolean => {
    if (reach.kind === 'answer') return true
    if (reach.kind === 'words') return sentences[a.from] === sentences[b.from] && distance(a, b) <= reach.count
    return Math.abs(sentences[a.from]! - sentences[b.from]!) < reach.count
  }

  return {
    kernel,
    present,
    begin: (text, finds) => {
      epoch++
      present.length = 0
      found = finds
      if (nextFind.length < finds.count) nextFind = new Int32Array(2 * finds.count)
      const { count, data } = finds
      let kept = 0
      for (let place = 0; place < count; place++) {
        const output = data[3 * place]!
        const from = data[3 * place + 1]!
        const to = data[3 * place + 2]!
        if (hasChecks[output] === 1 && !passes(text, definitions[output]!.checks, from)) continue
        if (kept < place) {
          data[3 * kept] = output
          data[3 * kept + 1] = from
          data[3 * kept + 2] = to
        }
        const atom = atomOf[output]!
        nextFind[kept] = -1
        if (atomEpoch[atom] === epoch) {
          const tail = tailOf[atom]!
          if (from < data[3 * tail + 2]!) touchEpoch[atom] = epoch
          nextFind[tail] = kept
        } else {
          atomEpoch[atom] = epoch
          headOf[atom] = kept
          present.push(atom)
        }
        tailOf[atom] = kept
        kept++
      }
      finds.count = kept
    },
    touches: (atom) => touchEpoch[atom] === epoch,
    atom,
    node,
    sentence: (token) => {
      places()
      return sentences[token]!
    },
  }
}

/** Words between two matches; 0 where they touch or overlap. */
const distance = (a: Match, b: Match): number => Math.max(0, b.from - a.to, a.from - b.to)

/** Most matches that stand inside another which are looked at as its partners. */
const maxInside = 100

/**
 * The matches of a sorted list that can be the nearest partner of one match: the last before it, the first behind it,
 * and those that stand between its own words. None farther off is within reach if these are not.
 */
const neighbours = (match: Match, list: readonly Match[]): Match[] => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.from < match.from) low = middle + 1
    else high = middle
  }
  const result: Match[] = []
  for (let place = low - 1; place >= 0 && low - place <= maxInside; place--) {
    result.push(list[place]!)
    if (list[place]!.to <= match.from) break
  }
  for (let place = low; place < list.length && place - low <= maxInside; place++) {
    result.push(list[place]!)
    if (list[place]!.from >= match.to) break
  }
  return result
}

/** Whether two matches share no word, though one may stand between the words of the other. */
const disjoint = (a: Match, b: Match): boolean =>
  a.parts.every(([from, to]) => b.parts.every(([start, end]) => end <= from || to <= start))

const joined = (a: Match, b: Match): Match => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
  parts: [...a.parts, ...b.parts],
})

const sorted = (matches: Match[]): Match[] => matches.sort((a, b) => a.from - b.from || a.to - b.to)

/** One match for each range, the first: which of its words were matched in between makes no other evidence. */
const distinct = (matches: readonly Match[]): Match[] =>
  matches.filter(({ from, to }, index) => from !== matches[index - 1]?.from || to !== matches[index - 1]?.to)

const union = (lists: readonly (readonly Match[])[]): readonly Match[] => {
  const filled = lists.filter((list) => list.length > 0)
  if (filled.length <= 1) return filled[0] ?? []
  return distinct(sorted(filled.flat()))
}
