import { notApplicable, notClassifiable } from '../model/label.ts'
import { byBytes } from '../model/order.ts'
import type { BaseKind, Study } from '../model/study.ts'
import { percent } from '../statistics/rounding.ts'
import type { ClassCounts, Tally } from './tally.ts'
import { baseOf } from './theme-count.ts'

/** One class of one closed question: respondents within the base, and the base of the percentage. */
export interface ClassCount {
  readonly question: string
  readonly class: string
  readonly respondents: number
  readonly base: number
  readonly baseKind: BaseKind
  /** Whole per cent, half up; `null` over an empty base. */
  readonly percent: number | null
  /** Labels that wait for a person. */
  readonly ask: number
  /** Labels that a person has chosen. */
  readonly decided: number
  /** How many labels of which kind (`blank`, `no_data`, `skipped` ...), in byte order. */
  readonly kinds: readonly (readonly [kind: string, respondents: number])[]
}

/** Ids of the closed questions, in the questionnaire's order. */
export const closedQuestions = (study: Study): readonly string[] =>
  [...study.questions].flatMap(([id, { kind }]) => (kind === 'closed' ? [id] : []))

/** Classes of a question in the questionnaire's order, then the two that every question has, then any other found. */
export const classesOf = (study: Study, tally: Tally, question: string): readonly string[] => {
  const found = [...(tally.questions.get(question)?.classes.keys() ?? [])].sort(byBytes)
  return [...new Set([...(study.questions.get(question)?.classes ?? []), notClassifiable, notApplicable, ...found])]
}

/** Counts of all classes of a closed question, those never found too. */
export const classCounts = (study: Study, tally: Tally, question: string): readonly ClassCount[] => {
  const entry = tally.questions.get(question)
  const base = baseOf(study.base, tally.whole.respondents, entry)
  return classesOf(study, tally, question).map((name) => {
    const counts = entry?.classes.get(name)
    const respondents = within(study.base, counts)
    return {
      question,
      class: name,
      respondents,
      base,
      baseKind: study.base,
      percent: percent(respondents, base),
      ask: counts?.ask ?? 0,
      decided: counts?.decided ?? 0,
      kinds: [...(counts?.kinds ?? [])].sort(([a], [b]) => byBytes(a, b)),
    }
  })
}

/** Of a class only those in the base count, so that the classes of a question add up to it. */
const within = (kind: BaseKind, counts: ClassCounts | undefined): number =>
  counts === undefined ? 0 : kind === 'all' ? counts.respondents : counts[kind]
