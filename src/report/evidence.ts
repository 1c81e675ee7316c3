import type { CodingStatus } from '../model/coding.ts'
import type { ContextClass } from '../model/tag.ts'
import type { Passage } from './passage.ts'

/** Why words count as a theme: rule, lexicon and what the words around say. */
export interface Why {
  readonly lexicon: string
  readonly rule: string
  readonly context: readonly { readonly class: ContextClass; readonly quote: string }[]
}

/** One counted coding, ready to be shown. */
export interface CodingEvidence {
  readonly respondent: string
  readonly question: string
  readonly status: CodingStatus
  readonly by: readonly string[]
  readonly note: string
  readonly passages: readonly Passage[]
  readonly why: readonly Why[]
}

/** One label, ready to be shown. */
export interface LabelEvidence {
  readonly respondent: string
  readonly kind: string
  readonly status: 'classified' | 'ask' | 'decided'
  readonly reason: string
  readonly rules: readonly string[]
  readonly passages: readonly Passage[]
}

/** The first items of a list, and how many there are in all. */
export interface Sample<Item> {
  readonly total: number
  readonly items: readonly Item[]
}

/** Quotes behind the counts: plain data whose size is bounded by the cap, not by the respondents. */
export interface Evidence {
  /** Items kept for each code, and for each class of each question. */
  readonly cap: number
  readonly codes: ReadonlyMap<string, Sample<CodingEvidence>>
  /** By code: codings that a person rejected or moved away; they are not counted. */
  readonly notCounted: ReadonlyMap<string, number>
  /** By question and class. */
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, Sample<LabelEvidence>>>
}

/** No evidence yet. */
export const createEvidence = (options: { readonly cap?: number } = {}): Evidence => ({
  cap: options.cap ?? 200,
  codes: new Map(),
  notCounted: new Map(),
  classes: new Map(),
})

/** The evidence of `a`, then of `b`, cut at the cap of `a`. To be merged in the order of the chunks. */
export const mergeEvidence = (a: Evidence, b: Evidence): Evidence => ({
  cap: a.cap,
  codes: mergeMaps(a.codes, b.codes, mergeSamples(a.cap)),
  notCounted: mergeMaps(a.notCounted, b.notCounted, (left, right) => left + right),
  classes: mergeMaps(a.classes, b.classes, (left, right) => mergeMaps(left, right, mergeSamples(a.cap))),
})

const mergeSamples =
  (cap: number) =>
  <Item>(a: Sample<Item>, b: Sample<Item>): Sample<Item> => ({
    total: a.total + b.total,
    items: a.items.length >= cap ? a.items : [...a.items, ...b.items].slice(0, cap),
  })

const mergeMaps = <Value>(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
  merge: (left: Value, right: Value) => Value,
): ReadonlyMap<string, Value> => {
  const merged = new Map(a)
  for (const [key, value] of b) {
    const left = merged.get(key)
    merged.set(key, left === undefined ? value : merge(left, value))
  }
  return merged
}
