import type { Span } from '../model/span.ts'
import { type Context, type ContextClass, contextClasses, type Suppression } from '../model/tag.ts'
import { foldWords } from '../text/fold.ts'
import type { CompiledLexicons, Exclusion, Rule } from './compile.ts'
import { createContext, type Scope } from './context.ts'
import { createFinds, createKernel } from './kernel/kernel.ts'
import { createMatcher, type Match } from './match.ts'
import { givesWay, type OverlapPolicy } from './overlap.ts'
import { createScopeIndex, type ScopeIndex } from './scope-index.ts'
import { titleRanges } from './titles.ts'

/** A place in an answer that is cut into segments: starts ascending, with the kind of each. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly kind: 'sentence' | 'item' | 'heading'
}

/** A hit of a rule, with everything that was found around it. Offsets are UTF-16, half-open. */
export interface Hit {
  readonly rule: Rule
  readonly start: number
  readonly end: number
  readonly context: readonly Context[]
  readonly suppressed: Suppression | undefined
}

/** Finds the hits of all rules in one text. Not re-entrant: it reuses its buffers from text to text. */
export interface Tagger {
  readonly tag: (text: string, cuts: readonly Cut[], question: string) => Hit[]
  /** The same hits with the words that were matched, and all triggers: for tools that explain. */
  readonly inspect: (text: string, cuts: readonly Cut[], question: string) => Inspection
}

/** Hits and triggers of one text. `hits` are those of `tag`, in the same order. */
export interface Inspection {
  readonly hits: readonly InspectedHit[]
  /** In order of place; a trigger that works both ways comes twice. */
  readonly triggers: readonly FoundTrigger[]
}

/** A hit with the ranges of words that its rule matched; what stands between them is in `start`..`end` only. */
export interface InspectedHit extends Hit {
  readonly parts: readonly Span[]
}

/** A context trigger with its reach, in UTF-16. */
export interface FoundTrigger extends Span {
  readonly class: ContextClass
  readonly reach: Span
}

export interface TaggerOptions {
  readonly overlap: OverlapPolicy
  /** Text of a question, for answers that repeat it. */
  readonly questionText?: (question: string) => string | undefined
}

interface Candidate {
  readonly rule: Rule
  readonly order: number
  readonly match: Match
  readonly scopes: readonly Scope[]
  readonly suppressed: Suppression | undefined
}

export const createTagger = (compiled: CompiledLexicons, options: TaggerOptions): Tagger => {
  const kernel = createKernel(compiled.phrases, compiled.triggers.phrases)
  const matcher = createMatcher(kernel, compiled.nodes, compiled.definitions)
  const contextOf = createContext(kernel, compiled.triggers)
  const atomCount = compiled.definitions.reduce((most, { atom }) => Math.max(most, atom + 1), 0)
  const rulesByAtom = byAtom(compiled.rules, atomCount)
  const exclusionsByCode = new Map<string, Exclusion[]>()
  for (const exclusion of compiled.exclusions)
    exclusionsByCode.set(exclusion.code, [...(exclusionsByCode.get(exclusion.code) ?? []), exclusion])
  const codeOrder = new Map(compiled.codes.map((code, index) => [code, index]))
  /** For matches in order of place: how far the matches up to each reach. */
  const furthest = new WeakMap<readonly Match[], Int32Array>()
  const finds = createFinds()
  const tried = new Int32Array(compiled.rules.length)
  let epoch = 0

  return {
    tag: (text, cuts, question) => finish(text, candidatesOf(text, cuts, question)),
    inspect: (text, cuts, question) => {
      const candidates = candidatesOf(text, cuts, question)
      // `finish` puts the candidates into the order of its hits.
      const hits = finish(text, candidates).map((hit, index) => ({
        ...hit,
        parts: candidates[index]!.match.parts.map(([from, to]) => spanOf(kernel.tokens, from, to)),
      }))
      matcher.begin(text, finds)
      const sentences = createSentenceScopes(text, cuts, kernel.tokens, matcher.sentence, contextOf)
      const triggers = sentences.all().map(({ bit, at, end, from, to }) => ({
        class: className(bit),
        ...spanOf(kernel.tokens, at, end),
        reach: spanOf(kernel.tokens, from, to),
      }))
      return { hits, triggers }
    },
  }

  function candidatesOf(text: string, cuts: readonly Cut[], question: string): Candidate[] {
    epoch++
    kernel.read(
      text,
      cuts.map(({ start }) => start),
    )
    kernel.scan(finds)
    if (finds.count === 0) return []
    matcher.begin(text, finds)
    const candidates: Candidate[] = []
    let sentences: SentenceScopes | undefined
    const echo = createEcho(text, cuts, options.questionText?.(question))
    for (const atom of matcher.present) {
      for (const order of rulesByAtom[atom]!) {
        if (tried[order] === epoch) continue
        tried[order] = epoch
        const rule = compiled.rules[order]!
        if (rule.questions && !rule.questions.has(question)) continue
        const matches = minimal(matcher.node(rule.node))
        for (const match of matches) {
          sentences ??= createSentenceScopes(text, cuts, kernel.tokens, matcher.sentence, contextOf)
          const scopes = [...sentences.around(match), ...sentences.inherited(match)]
          const suppressed =
            echo(kernel.tokens.starts[match.from]!) ??
            byContext(rule, scopes, text, kernel.tokens) ??
            byExclusion(rule, match)
          candidates.push({ rule, order, match, scopes, suppressed })
        }
      }
    }
    return candidates
  }

  function byExclusion(rule: Rule, match: Match): Suppression | undefined {
    for (const exclusion of exclusionsByCode.get(rule.code) ?? [])
      if (covers(matcher.node(exclusion.node), match)) return { by: 'excluded', because: exclusion.text }
    return undefined
  }

  /** Whether a match of an exclusion shares words with a match; `furthest` makes that one look-up a part. */
  function covers(excluding: readonly Match[], match: Match): boolean {
    if (excluding.length === 0) return false
    let ends = furthest.get(excluding)
    if (!ends) {
      let end = 0
      ends = Int32Array.from(excluding, ({ to }) => {
        end = Math.max(end, to)
        return end
      })
      furthest.set(excluding, ends)
    }
    const last = ends
    return match.parts.some(([from, to]) => {
      const before = firstAtOrAfter(excluding.length, (place) => excluding[place]!.from >= to)
      return before > 0 && last[before - 1]! > from
    })
  }

  function finish(text: string, candidates: Candidate[]): Hit[] {
    const { starts, ends } = kernel.tokens
    candidates.sort(
      (a, b) =>
        a.match.from - b.match.from ||
        a.match.to - b.match.to ||
        codeOrder.get(a.rule.code)! - codeOrder.get(b.rule.code)! ||
        a.order - b.order,
    )
    const standing = candidates.filter(({ suppressed }) => !suppressed)
    const losers = givesWay(
      standing.map(({ rule, match }) => ({ code: rule.code, from: match.from, to: match.to })),
      options.overlap,
    )
    const winnerOf = new Map([...losers].map(([index, winner]) => [standing[index]!, standing[winner]!]))
    return candidates.map((candidate) => {
      const { rule, match, scopes } = candidate
      const winner = winnerOf.get(candidate)
      const suppressed = winner
        ? { by: 'overlap' as const, because: text.slice(starts[winner.match.from]!, ends[winner.match.to - 1]!) }
        : candidate.suppressed
      return {
        rule,
        start: starts[match.from]!,
        end: ends[match.to - 1]!,
        context: contexts(text, scopes, kernel.tokens),
        suppressed,
      }
    })
  }
}

const byAtom = (rules: readonly Rule[], atoms: number): readonly (readonly number[])[] => {
  const result: number[][] = Array.from({ length: atoms }, () => [])
  rules.forEach((rule, order) => {
    for (const atom of rule.required) result[atom]!.push(order)
  })
  return result
}

/** The place of a range of tokens in the text; an empty range stands before its first token. */
const spanOf = ({ starts, ends, count }: Places, from: number, to: number): Span => {
  if (from < to) return { start: starts[from]!, end: ends[to - 1]! }
  const at = from < count ? starts[from]! : count === 0 ? 0 : ends[count - 1]!
  return { start: at, end: at }
}

/** Matches of one rule that do not hold another match of it: the shortest evidence. */
const minimal = (matches: readonly Match[]): readonly Match[] => {
  if (matches.length < 2) return matches
  const sorted = [...matches].sort((a, b) => a.to - b.to || b.from - a.from)
  const kept: Match[] = []
  for (const match of sorted) {
    const last = kept[kept.length - 1]
    if (last && last.from >= match.from) continue
    kept.push(match)
  }
  return kept.sort((a, b) => a.from - b.from)
}

interface Places {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly count: number
  readonly gaps: Uint8Array
}

const byContext = (rule: Rule, scopes: readonly Scope[], text: string, tokens: Places): Suppression | undefined => {
  if (rule.veto !== 0) {
    const veto = scopes.find(({ bit }) => (bit & rule.veto) !== 0)
    if (veto)
      return {
        by: 'context',
        because: `${className(veto.bit)}: ${text.slice(tokens.starts[veto.at]!, tokens.ends[veto.end - 1]!)}`,
      }
  }
  if (rule.need !== 0 && !scopes.some(({ bit }) => (bit & rule.need) !== 0))
    return {
      by: 'context',
      because: `needs ${contextClasses.filter((_, index) => rule.need & (1 << index)).join(' or ')}`,
    }
  return undefined
}

const className = (bit: number): ContextClass => contextClasses[31 - Math.clz32(bit)]!

const contexts = (text: string, scopes: readonly Scope[], tokens: Places): Context[] => {
  const found = new Map<string, Context>()
  for (const { bit, at, end } of scopes) {
    const start = tokens.starts[at]!
    const stop = tokens.ends[end - 1]!
    found.set(`${bit} ${start}`, { class: className(bit), start, end: stop, quote: text.slice(start, stop) })
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

interface SentenceContext {
  readonly scopes: readonly Scope[]
  readonly reaching: ScopeIndex
}

/** Number of the first of `count` places in order for which a condition that stays true holds; `count` if for none. */
const firstAtOrAfter = (count: number, holds: (place: number) => boolean): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Number of the last segment that starts at or before an offset. */
const cutAt = (cuts: readonly Cut[], offset: number): number =>
  Math.max(0, firstAtOrAfter(cuts.length, (place) => cuts[place]!.start > offset) - 1)

/** For each segment the heading above it, as far as items reach; sentences of the items' own stand between. */
const headingsAbove = (cuts: readonly Cut[]): readonly (Cut | undefined)[] => {
  let heading: Cut | undefined
  let seenItem = false
  let next = false
  return cuts.map((cut) => {
    if (cut.kind === 'heading') {
      heading = cut
      seenItem = false
      next = true
      return undefined
    }
    if (cut.kind === 'item') seenItem = true
    const above = seenItem || next ? heading : undefined
    next = false
    return above
  })
}

interface SentenceScopes {
  /** Scopes of the sentences that a match stands in which reach it. */
  readonly around: (match: Match) => readonly Scope[]
  /** What a heading says of the items below it. */
  readonly inherited: (match: Match) => readonly Scope[]
  /** Scopes of all sentences, in order. */
  readonly all: () => readonly Scope[]
}

const createSentenceScopes = (
  text: string,
  cuts: readonly Cut[],
  tokens: Places,
  sentenceOf: (token: number) => number,
  contextOf: (from: number, to: number, titles: readonly (readonly [number, number])[]) => Scope[],
): SentenceScopes => {
  const titles = titleRanges(text, tokens)
  const bySentence = new Map<number, SentenceContext>()
  const ofSentence = (token: number): SentenceContext => {
    const sentence = sentenceOf(token)
    const known = bySentence.get(sentence)
    if (known) return known
    let from = token
    while (from > 0 && sentenceOf(from - 1) === sentence) from--
    let to = token + 1
    while (to < tokens.count && sentenceOf(to) === sentence) to++
    const scopes = contextOf(from, to, titles)
    const context = { scopes, reaching: createScopeIndex(scopes) }
    bySentence.set(sentence, context)
    return context
  }
  const firstToken = (cut: Cut): number | undefined => {
    const token = firstAtOrAfter(tokens.count, (each) => tokens.starts[each]! >= cut.start)
    return token < tokens.count && tokens.starts[token]! < cut.end ? token : undefined
  }
  let headings: readonly (Cut | undefined)[] | undefined
  return {
    around: (match) => {
      const scopes = ofSentence(match.from).reaching(match)
      if (sentenceOf(match.to - 1) === sentenceOf(match.from)) return scopes
      return [...scopes, ...ofSentence(match.to - 1).reaching(match)]
    },
    inherited: (match) => {
      if (cuts.length < 2) return []
      headings ??= headingsAbove(cuts)
      const heading = headings[cutAt(cuts, tokens.starts[match.from]!)]
      const token = heading && firstToken(heading)
      return token === undefined ? [] : ofSentence(token).scopes
    },
    all: () =>
      Array.from({ length: tokens.count }, (_, token) => token)
        .filter((token) => token === 0 || sentenceOf(token - 1) !== sentenceOf(token))
        .flatMap((token) => ofSentence(token).scopes),
  }
}

/** An answer that repeats the question says nothing by it: hits in such a sentence are kept, but do not count. */
const createEcho = (
  text: string,
  cuts: readonly Cut[],
  question: string | undefined,
): ((offset: number) => Suppression | undefined) => {
  if (!question) return () => undefined
  let asked: string | undefined
  const known = new Map<number, Suppression | undefined>()
  return (offset) => {
    const cut = cuts[cutAt(cuts, offset)]
    if (!cut || offset < cut.start || offset >= cut.end) return undefined
    if (known.has(cut.start)) return known.get(cut.start)
    asked ??= ` ${foldWords(question).join(' ')} `
    const words = foldWords(text.slice(cut.start, cut.end))
    const repeats = words.length >= 6 && words.length <= 80 && asked.includes(` ${words.join(' ')} `)
    const result: Suppression | undefined = repeats ? { by: 'context', because: 'repeats the question' } : undefined
    known.set(cut.start, result)
    return result
  }
}
