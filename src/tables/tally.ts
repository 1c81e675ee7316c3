import type { CodingStatus } from '../model/coding.ts'
import type { Study } from '../model/study.ts'
import { planTally, type TallyPlan } from './tally-plan.ts'

/** How often a code was found. Mentions: spans of its codings, at least one a coding. */
export interface Counts {
  respondents: number
  answers: number
  mentions: number
}

/** Respondents who were asked, and of them those who wrote something. */
export interface Reach {
  asked: number
  answered: number
}

/** A part of the respondents: all of them, or those with one value of an attribute. */
export interface Slice {
  respondents: number
  /** One for each of the plan's question sets: asked or answered at least one of its questions. */
  reach: Reach[]
  codes: Map<string, Counts>
  /** By family: a respondent with several of its codes is counted once. */
  families: Map<string, Counts>
}

/** Respondents who have two codes, counted over those in the base of both. */
export interface Together {
  /** By the two positions in the plan's question sets, the lower first: respondents in the base of both. */
  bases: number[][]
  /** By code and question set: respondents with the code who are in the base of both. */
  single: Map<string, number[]>
  /** By code and later code in byte order: respondents with both. Only pairs that were met. */
  pairs: Map<string, Map<string, number>>
}

/** Respondents of one class of a closed question, and how they came to it. */
export interface ClassCounts extends Reach {
  respondents: number
  /** Labels that wait for a person. */
  ask: number
  /** Labels that a person has chosen. */
  decided: number
  /** `blank`, `no_data`, `skipped` ... as far as labels say. */
  kinds: Map<string, number>
}

/** One question. */
export interface QuestionTally extends Reach {
  codes: Map<string, Counts>
  classes: Map<string, ClassCounts>
}

/**
 * Everything the tables need, in memory that does not grow with the respondents. Made by `createTally`, `addToTally` and
 * `mergeTallies`, whose result does not depend on the order; to be treated as read-only everywhere else.
 */
export interface Tally {
  readonly plan: TallyPlan
  /** Answers with words in them, and without. */
  answers: number
  blank: number
  /** Codings of every status, counted or not. */
  statuses: Map<CodingStatus, number>
  questions: Map<string, QuestionTally>
  whole: Slice
  together: Together
  /** By attribute and value; `''` where a respondent has none. */
  values: Map<string, Map<string, Slice>>
}

/** A tally of nobody. */
export const createTally = (study: Study): Tally => emptyTally(planTally(study))

/** A tally of nobody on a plan that is there already. */
export const emptyTally = (plan: TallyPlan): Tally => ({
  plan,
  answers: 0,
  blank: 0,
  statuses: new Map(),
  questions: new Map(),
  whole: emptySlice(plan),
  together: { bases: plan.questionSets.map(() => plan.questionSets.map(() => 0)), single: new Map(), pairs: new Map() },
  values: new Map(),
})

/** A slice without respondents. */
export const emptySlice = (plan: TallyPlan): Slice => ({
  respondents: 0,
  reach: plan.questionSets.map(() => ({ asked: 0, answered: 0 })),
  codes: new Map(),
  families: new Map(),
})

/** A new tally of two that have no respondent in common. */
export const mergeTallies = (a: Tally, b: Tally): Tally => {
  const { plan, ...left } = a
  const { plan: _, ...right } = b
  return { plan, ...(sum(left, right) as Omit<Tally, 'plan'>) }
}

/** Adds two trees of maps, arrays and records number by number; what only one has is copied. */
const sum = (a: unknown, b: unknown): unknown => {
  if (a === undefined) return structuredClone(b)
  if (b === undefined) return structuredClone(a)
  if (typeof a === 'number') return a + (b as number)
  if (Array.isArray(a)) return a.map((item, index) => sum(item, (b as readonly unknown[])[index]))
  if (a instanceof Map) {
    const other = b as ReadonlyMap<unknown, unknown>
    return new Map([...new Set([...a.keys(), ...other.keys()])].map((key) => [key, sum(a.get(key), other.get(key))]))
  }
  const other = b as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(a as object).map(([key, value]) => [key, sum(value, other[key])]))
}
