import type { Span } from '../model/span.ts'
import { type Context, type ContextClass, contextClasses, type Suppression } from '../model/tag.ts'
import type { CompiledLexicons, Exclusion, Rule } from './compile.ts'
import { createContext, type Scope } from './context.ts'
import { type Cut, firstAtOrAfter } from './cuts.ts'
import { createEcho } from './echo.ts'
import { createFinds, createKernel } from './kernel/kernel.ts'
import { createMatcher, type Match } from './match.ts'
import { givesWay, type OverlapPolicy } from './overlap.ts'
import { createSentenceScopes, type Places, type SentenceScopes } from './sentence-scopes.ts'

export type { Cut } from './cuts.ts'

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
  /** How many hits `tag` would give that count, and how many that do not: for surveys of large corpora. */
  readonly count: (text: string, cuts: readonly Cut[], question: string) => { counting: number; suppressed: number }
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

/** A match of a rule before it is written out: what a large corpus has many of, so it holds no text. */
interface Candidate {
  readonly rule: Rule
  readonly order: number
  readonly match: Match
  /** Context bits that reach it. */
  readonly bits: number
  /** Does not count, whatever overlaps; `undefined`: it stands. */
  readonly stopped: 'context' | 'echo' | Exclusion | undefined
}

/** Makes the tagger of compiled lexicons. */
export const createTagger = (compiled: CompiledLexicons, options: TaggerOptions): Tagger => {
  const kernel = createKernel(compiled.phrases, compiled.triggers.phrases)
  const matcher = createMatcher(kernel, compiled.nodes, compiled.definitions)
  const readContext = createContext(kernel, compiled.triggers)
  const atomCount = compiled.definitions.reduce((most, { atom }) => Math.max(most, atom + 1), 0)
  const rulesByAtom = byAtom(compiled.rules, atomCount)
  const exclusionsByCode = new Map<string, Exclusion[]>()
  for (const exclusion of compiled.exclusions)
    exclusionsByCode.set(exclusion.code, [...(exclusionsByCode.get(exclusion.code) ?? []), exclusion])
  const codeOrder = new Map(compiled.codes.map((code, index) => [code, index]))
  const orderOf = compiled.rules.map(({ code }) => codeOrder.get(code) ?? 0)
  /** For matches in order of place: how far the matches up to each reach. */
  const furthest = new WeakMap<readonly Match[], Int32Array>()
  const finds = createFinds()
  const tried = new Int32Array(compiled.rules.length)
  const breaks: number[] = []
  let epoch = 0
  let sentences: SentenceScopes | undefined

  return {
    tag: (text, cuts, question) => {
      const candidates = candidatesOf(text, cuts, question)
      const losers = resolved(candidates)
      return candidates.map((candidate, index) => hitOf(text, candidate, candidates[losers.get(index) ?? -1]))
    },
    count: (text, cuts, question) => {
      const candidates = candidatesOf(text, cuts, question)
      const stopped =
        candidates.reduce((sum, candidate) => sum + (candidate.stopped ? 1 : 0), 0) + resolved(candidates).size
      return { counting: candidates.length - stopped, suppressed: stopped }
    },
    inspect: (text, cuts, question) => {
      const candidates = candidatesOf(text, cuts, question)
      const losers = resolved(candidates)
      const hits = candidates.map((candidate, index) => ({
        ...hitOf(text, candidate, candidates[losers.get(index) ?? -1]),
        parts: candidate.match.parts.map(([from, to]) => spanOf(kernel.tokens, from, to)),
      }))
      const all = (sentences ?? createSentenceScopes(text, cuts, kernel.tokens, readContext)).all()
      const triggers = all.map(({ bit, at, end, from, to }) => ({
        class: className(bit),
        ...spanOf(kernel.tokens, at, end),
        reach: spanOf(kernel.tokens, from, to),
      }))
      return { hits, triggers }
    },
  }

  /** All matches of all rules that apply to the question, in the order of the hits. */
  function candidatesOf(text: string, cuts: readonly Cut[], question: string): Candidate[] {
    epoch++
    sentences = undefined
    breaks.length = cuts.length
    for (let place = 0; place < cuts.length; place++) breaks[place] = cuts[place]!.start
    kernel.read(text, breaks)
    kernel.scan(finds)
    const candidates: Candidate[] = []
    if (finds.count === 0) return candidates
    matcher.begin(text, finds)
    const echo = createEcho(text, cuts, options.questionText?.(question))
    for (const atom of matcher.present) {
      for (const order of rulesByAtom[atom]!) {
        if (tried[order] === epoch) continue
        tried[order] = epoch
        const rule = compiled.rules[order]!
        if (rule.questions && !rule.questions.has(question)) continue
        const exclusions = exclusionsByCode.get(rule.code)
        for (const match of minimal(matcher.node(rule.node))) {
          sentences ??= createSentenceScopes(text, cuts, kernel.tokens, readContext)
          const bits = bitsOf(sentences, match)
          const stopped = echo(kernel.tokens.starts[match.from]!)
            ? 'echo'
            : stoppedByContext(rule, bits)
              ? 'context'
              : exclusions?.find(({ node }) => covers(matcher.node(node), match))
          candidates.push({ rule, order, match, bits, stopped })
        }
      }
    }
    if (candidates.length > 1) candidates.sort(inOrder)
    return candidates
  }

  function inOrder(a: Candidate, b: Candidate): number {
    return (
      a.match.from - b.match.from ||
      a.match.to - b.match.to ||
      orderOf[a.order]! - orderOf[b.order]! ||
      a.order - b.order
    )
  }

  /** For each candidate that gives way to a longer one its winner, both by index. */
  function resolved(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
    if (!mayOverlap(candidates, options.overlap)) return nobody
    const standing: number[] = []
    candidates.forEach(({ stopped }, index) => {
      if (!stopped) standing.push(index)
    })
    const placed = standing.map((index) => {
      const { rule, match } = candidates[index]!
      return { code: rule.code, from: match.from, to: match.to }
    })
    return new Map(
      [...givesWay(placed, options.overlap)].map(([index, winner]) => [standing[index]!, standing[winner]!]),
    )
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

  /** A candidate written out, with the words of its context. */
  function hitOf(text: string, { rule, match, bits, stopped }: Candidate, winner: Candidate | undefined): Hit {
    const { starts, ends } = kernel.tokens
    const scopes = bits === 0 ? noScopes : sentences!.reaching(match)
    const words = (from: number, to: number): string => text.slice(starts[from]!, ends[to - 1]!)
    const suppressed: Suppression | undefined = winner
      ? { by: 'overlap', because: words(winner.match.from, winner.match.to) }
      : stopped === 'echo'
        ? { by: 'context', because: 'repeats the question' }
        : stopped === 'context'
          ? { by: 'context', because: whyContext(rule, scopes, words) }
          : stopped && { by: 'excluded', because: stopped.text }
    return {
      rule,
      start: starts[match.from]!,
      end: ends[match.to - 1]!,
      context: contexts(text, scopes, kernel.tokens),
      suppressed,
    }
  }
}

const nobody: ReadonlyMap<number, number> = new Map()
const noScopes: readonly Scope[] = []

const byAtom = (rules: readonly Rule[], atoms: number): readonly (readonly number[])[] => {
  const result: number[][] = Array.from({ length: atoms }, () => [])
  for (const [order, { required }] of rules.entries()) for (const atom of required) result[atom]!.push(order)
  return result
}

/** Context bits of a match: of its one run of words, or of all of its parts. */
const bitsOf = (sentences: SentenceScopes, match: Match): number =>
  match.parts.length === 1
    ? sentences.bits(match.from, match.to)
    : sentences.reaching(match).reduce((bits, { bit }) => bits | bit, 0)

const stoppedByContext = ({ veto, need }: Rule, bits: number): boolean =>
  (bits & veto) !== 0 || (need !== 0 && (bits & need) === 0)

const whyContext = (
  { veto, need }: Rule,
  scopes: readonly Scope[],
  words: (from: number, to: number) => string,
): string => {
  const vetoing = scopes.find(({ bit }) => (bit & veto) !== 0)
  if (vetoing) return `${className(vetoing.bit)}: ${words(vetoing.at, vetoing.end)}`
  return `needs ${contextClasses.filter((_, index) => need & (1 << index)).join(' or ')}`
}

/** A quick "no" for the many texts whose hits, in order of place, do not touch. */
const mayOverlap = (candidates: readonly Candidate[], policy: OverlapPolicy): boolean => {
  let end = 0
  for (const { match, stopped } of candidates) {
    if (stopped && policy !== 'leftmost-longest') continue
    if (match.from < end) return true
    end = match.to
  }
  return false
}

/** The place of a range of tokens in the text; an empty range stands before its first token. */
const spanOf = ({ starts, ends, count }: Places, from: number, to: number): Span => {
  if (from < to) return { start: starts[from]!, end: ends[to - 1]! }
  const at = from < count ? starts[from]! : count === 0 ? 0 : ends[count - 1]!
  return { start: at, end: at }
}

/** Matches of one rule that do not hold another match of it: the shortest evidence. */
const minimal = (matches: readonly Match[]): readonly Match[] => {
  if (matches.length < 2 || areApart(matches)) return matches
  const sorted = [...matches].sort((a, b) => a.to - b.to || b.from - a.from)
  const kept: Match[] = []
  for (const match of sorted) {
    const last = kept[kept.length - 1]
    if (last && last.from >= match.from) continue
    kept.push(match)
  }
  return kept.sort((a, b) => a.from - b.from)
}

const areApart = (matches: readonly Match[]): boolean => {
  for (let place = 1; place < matches.length; place++) if (matches[place]!.from < matches[place - 1]!.to) return false
  return true
}

const className = (bit: number): ContextClass => contextClasses[31 - Math.clz32(bit)]!

const contexts = (text: string, scopes: readonly Scope[], tokens: Places): readonly Context[] => {
  if (scopes.length === 0) return []
  const found = new Map<string, Context>()
  for (const { bit, at, end } of scopes) {
    const start = tokens.starts[at]!
    const stop = tokens.ends[end - 1]!
    found.set(`${bit} ${start}`, { class: className(bit), start, end: stop, quote: text.slice(start, stop) })
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
