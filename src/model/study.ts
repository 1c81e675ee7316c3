import type { Code } from './codebook.ts'
import type { Question } from './questionnaire.ts'

/** What the respondents' base of a table is. `all`: every reply; `asked`: routed to the question; `answered`: not blank. */
export const baseKinds = ['all', 'asked', 'answered'] as const
export type BaseKind = (typeof baseKinds)[number]

/** Everything a stage may know of the study, apart from the layers: read once, then only read. */
export interface Study {
  /** The pipeline file's name without ending, such as `wildlife`; also the folder below `output/`. */
  readonly name: string
  readonly title: string
  /** Questions by id, in the questionnaire's order. */
  readonly questions: ReadonlyMap<string, Question>
  /** Codes in the codebook's order. */
  readonly codes: readonly Code[]
  /** Attributes of respondents to cross the themes with, such as `region`. */
  readonly by: readonly string[]
  readonly base: BaseKind
  /** Pages for readers show no percentage over fewer respondents. */
  readonly minimumBase: number
}
