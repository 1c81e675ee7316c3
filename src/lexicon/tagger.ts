import type { Span } from '../model/span.ts'
import { type Context, type ContextClass, contextClasses, type Suppression } from '../model/tag.ts'
import type { CompiledLexicons, Exclusion, Rule } from './compile.ts'
import { createContext, type Scope } from './context.ts'
import { type Cut, firstAtOrAfter } from './cuts.ts'
import { createEcho, type Echo } from './echo.ts'
import { createFinds, createKernel } from './kernel/kernel.ts'
import { createMatcher, type Match } from './match.ts'
import { givesWay, type OverlapPolicy, type Placed } from './overlap.ts'
import {
  addRecord,
  atBits,
  atMatch,
  atStopped,
  atWinner,
  byContext,
  byEcho,
  clearRecords,
  createRecords,
  inOrder,
  matchOf,
  recordSize,
  stands,
} from './records.ts'
import { createSentenceScopes, type Places } from './sentence-scopes.ts'

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
  /** Settles the hits of a text as numbers, and says how many there are; `tag` writes the same ones out. */
  readonly scan: (text: string, cuts: readonly Cut[], question: string) => number
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

/** Makes the tagger of compiled lexicons. */
export const createTagger = (compiled: CompiledLexicons, options: TaggerOptions): Tagger => {
  const kernel = createKernel(compiled.phrases, compiled.triggers.phrases)
  const { tokens } = kernel
  const { rules, nodes } = compiled
  const matcher = createMatcher(kernel, nodes, compiled.definitions)
  const sentences = createSentenceScopes(tokens, createContext(kernel, compiled.triggers))
  const atomCount = compiled.definitions.reduce((most, { atom }) => Math.max(most, atom + 1), 0)
  const rulesByAtom = byAtom(rules, atomCount, () => true)
  /** Rules that are an atom and nothing else: their hits are its finds, and need no match. */
  const plainByAtom = byAtom(rules, atomCount, ({ node }) => nodes[node]!.kind === 'atom')
  const otherByAtom = byAtom(rules, atomCount, ({ node }) => nodes[node]!.kind !== 'atom')
  const atomOf = Int32Array.from(compiled.definitions, ({ atom }) => atom)
  const codeOrder = new Map(compiled.codes.map((code, index) => [code, index]))
  const orderOf = Int32Array.from(rules, ({ code }) => codeOrder.get(code) ?? 0)
  const codeNumbers = new Map([...new Set(rules.map(({ code }) => code))].map((code, index) => [code, index]))
  const codeOf = Int32Array.from(rules, ({ code }) => codeNumbers.get(code)!)
  const vetoOf = Int32Array.from(rules, ({ veto }) => veto)
  const needOf = Int32Array.from(rules, ({ need }) => need)
  const exclusionsOf = rules.map(({ code }) => exclusionsOfCode(compiled.exclusions, code))
  const hasQuestions = rules.some(({ questions }) => questions !== undefined)
  /** For matches in order of place: how far the matches up to each reach. */
  const furthest = new WeakMap<readonly Match[], Int32Array>()
  const finds = createFinds()
  const records = createRecords()
  const tried = new Int32Array(rules.length)
  /** For each code the end of its last hit that stands, in the text number `seenIn`. */
  const lastEnd = new Int32Array(codeNumbers.size)
  const seenIn = new Int32Array(codeNumbers.size)
  const breaks: number[] = []
  let epoch = 0

  return {
    scan: (text, cuts, question) => {
      read(text, cuts, question)
      return records.count
    },
    tag: (text, cuts, question) => {
      read(text, cuts, question)
      const hits: Hit[] = []
      for (let record = 0; record < records.count; record++) hits.push(hitOf(text, record))
      return hits
    },
    count: (text, cuts, question) => {
      read(text, cuts, question)
      const { count, data } = records
      let suppressed = 0
      for (let place = 0; place < count * recordSize; place += recordSize)
        if (data[place + atStopped] !== stands || data[place + atWinner]! >= 0) suppressed++
      return { counting: count - suppressed, suppressed }
    },
    inspect: (text, cuts, question) => {
      read(text, cuts, question)
      const hits: InspectedHit[] = []
      for (let record = 0; record < records.count; record++) {
        const parts = matchOf(records, record).parts.map(([from, to]) => spanOf(tokens, from, to))
        hits.push({ ...hitOf(text, record), parts })
      }
      const triggers = sentences.all().map(({ bit, at, end, from, to }) => ({
        class: className(bit),
        ...spanOf(tokens, at, end),
        reach: spanOf(tokens, from, to),
      }))
      return { hits, triggers }
    },
  }

  /** Fills `records` with all hits of all rules that apply to the question, in order, their context and overlap settled. */
  function read(text: string, cuts: readonly Cut[], question: string): void {
    epoch++
    clearRecords(records)
    breaks.length = cuts.length
    for (let place = 0; place < cuts.length; place++) breaks[place] = cuts[place]!.start
    kernel.read(text, breaks)
    sentences.begin(text, cuts)
    kernel.scan(finds)
    if (finds.count === 0) return
    matcher.begin(text, finds)
    collect(question)
    if (records.count === 0) return
    inOrder(records, orderOf)
    const asked = options.questionText?.(question)
    judge(asked ? createEcho(text, cuts, asked) : undefined)
    resolve()
  }

  /** Hits of plain rules right from the finds, unless two finds of the atom share words; all others by way of matches. */
  function collect(question: string): void {
    const { count, data } = finds
    for (let place = 0; place < 3 * count; place += 3) {
      const atom = atomOf[data[place]!]!
      if (matcher.touches(atom)) continue
      const plain = plainByAtom[atom]!
      for (let index = 0; index < plain.length; index++) {
        const rule = plain[index]!
        if (hasQuestions && !applies(rule, question)) continue
        addRecord(records, rule, data[place + 1]!, data[place + 2]!, undefined)
      }
    }
    for (const atom of matcher.present) {
      for (const rule of (matcher.touches(atom) ? rulesByAtom : otherByAtom)[atom]!) {
        if (tried[rule] === epoch || !applies(rule, question)) continue
        tried[rule] = epoch
        for (const match of minimal(matcher.node(rules[rule]!.node)))
          addRecord(records, rule, match.from, match.to, match.parts.length === 1 ? undefined : match)
      }
    }
  }

  function applies(rule: number, question: string): boolean {
    const { questions } = rules[rule]!
    return questions === undefined || questions.has(question)
  }

  /** Writes to each record the context that reaches it and what stops it, whatever overlaps. */
  function judge(echo: Echo | undefined): void {
    const { count, data, matches } = records
    for (let record = 0; record < count; record++) {
      const place = record * recordSize
      const rule = data[place]!
      const from = data[place + 1]!
      const to = data[place + 2]!
      const match = data[place + atMatch]! < 0 ? undefined : matches[data[place + atMatch]!]!
      const bits = match ? sentences.bitsOfParts(match) : sentences.bits(from, to)
      data[place + atBits] = bits
      if (echo?.(tokens.starts[from]!)) data[place + atStopped] = byEcho
      else if ((bits & vetoOf[rule]!) !== 0 || (needOf[rule] !== 0 && (bits & needOf[rule]!) === 0))
        data[place + atStopped] = byContext
      else if (exclusionsOf[rule]!.length > 0) data[place + atStopped] = excludedBy(rule, matchOf(records, record))
    }
  }

  /** Number of the first exclusion of a rule's code that takes a match away; `stands` if none does. */
  function excludedBy(rule: number, match: Match): number {
    const place = exclusionsOf[rule]!.findIndex(({ node }) => covers(matcher.node(node), match))
    return place < 0 ? stands : place
  }

  /** Writes to each record that gives way to a longer one its winner. */
  function resolve(): void {
    const perCode = options.overlap === 'per-code'
    if (!(perCode ? codesOverlap() : anyOverlap())) return
    const { count, data } = records
    const standing: number[] = []
    const placed: Placed[] = []
    for (let record = 0; record < count; record++) {
      const place = record * recordSize
      const rule = data[place]!
      if (data[place + atStopped] !== stands || (perCode && seenIn[codeOf[rule]!] !== ~epoch)) continue
      standing.push(record)
      placed.push({ code: rules[rule]!.code, from: data[place + 1]!, to: data[place + 2]! })
    }
    for (const [loser, winner] of givesWay(placed, options.overlap))
      data[standing[loser]! * recordSize + atWinner] = standing[winner]!
  }

  /** Whether two standing hits of one code share words; marks such codes by `~epoch` in `seenIn`. */
  function codesOverlap(): boolean {
    const { count, data } = records
    let found = false
    for (let place = 0; place < count * recordSize; place += recordSize) {
      if (data[place + atStopped] !== stands) continue
      const code = codeOf[data[place]!]!
      if (seenIn[code] === ~epoch) continue
      if (seenIn[code] === epoch && data[place + 1]! < lastEnd[code]!) {
        seenIn[code] = ~epoch
        found = true
        continue
      }
      seenIn[code] = epoch
      lastEnd[code] = data[place + 2]!
    }
    return found
  }

  /** A quick "no" for the many texts whose standing hits, in order of place, do not touch. */
  function anyOverlap(): boolean {
    const { count, data } = records
    let end = 0
    for (let place = 0; place < count * recordSize; place += recordSize) {
      if (data[place + atStopped] !== stands) continue
      if (data[place + 1]! < end) return true
      end = data[place + 2]!
    }
    return false
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

  /** A record written out, with the words of its context. */
  function hitOf(text: string, record: number): Hit {
    const { starts, ends } = tokens
    const { data } = records
    const place = record * recordSize
    const rule = rules[data[place]!]!
    const scopes = data[place + atBits] === 0 ? noScopes : sentences.reaching(matchOf(records, record))
    return {
      rule,
      start: starts[data[place + 1]!]!,
      end: ends[data[place + 2]! - 1]!,
      context: contexts(text, scopes, tokens),
      suppressed: suppressionOf(text, place, scopes),
    }
  }

  function suppressionOf(text: string, place: number, scopes: readonly Scope[]): Suppression | undefined {
    const { data } = records
    const stopped = data[place + atStopped]!
    const winner = data[place + atWinner]! * recordSize
    if (winner < 0 && stopped === stands) return undefined
    const { starts, ends } = tokens
    const words = (from: number, to: number): string => text.slice(starts[from]!, ends[to - 1]!)
    const rule = rules[data[place]!]!
    if (winner >= 0) return { by: 'overlap', because: words(data[winner + 1]!, data[winner + 2]!) }
    if (stopped === byEcho) return { by: 'context', because: 'repeats the question' }
    if (stopped === byContext) return { by: 'context', because: whyContext(rule, scopes, words) }
    return { by: 'excluded', because: exclusionsOf[data[place]!]![stopped]!.text }
  }
}

const noScopes: readonly Scope[] = []

const byAtom = (
  rules: readonly Rule[],
  atoms: number,
  chosen: (rule: Rule) => boolean,
): readonly (readonly number[])[] => {
  const result: number[][] = Array.from({ length: atoms }, () => [])
  for (const [order, rule] of rules.entries())
    if (chosen(rule)) for (const atom of rule.required) result[atom]!.push(order)
  return result
}

const exclusionsOfCode = (exclusions: readonly Exclusion[], code: string): readonly Exclusion[] =>
  exclusions.filter((exclusion) => exclusion.code === code)

const whyContext = (
  { veto, need }: Rule,
  scopes: readonly Scope[],
  words: (from: number, to: number) => string,
): string => {
  const vetoing = scopes.find(({ bit }) => (bit & veto) !== 0)
  if (vetoing) return `${className(vetoing.bit)}: ${words(vetoing.at, vetoing.end)}`
  return `needs ${contextClasses.filter((_, index) => need & (1 << index)).join(' or ')}`
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
  if (scopes.length === 1) return [contextOf(text, scopes[0]!, tokens)]
  const found = new Map<string, Context>()
  for (const scope of scopes) {
    const context = contextOf(text, scope, tokens)
    found.set(`${scope.bit} ${context.start}`, context)
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

const contextOf = (text: string, { bit, at, end }: Scope, { starts, ends }: Places): Context => {
  const start = starts[at]!
  const stop = ends[end - 1]!
  return { class: className(bit), start, end: stop, quote: text.slice(start, stop) }
}
