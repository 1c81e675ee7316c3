import type { Answer } from '../model/answer.ts'
import type { Coding } from '../model/coding.ts'
import type { Label } from '../model/label.ts'
import type { Segment } from '../model/segment.ts'

/** The layers of one chunk that are counted and shown. All answers of a respondent are in one chunk. */
export interface Layers {
  readonly answers: readonly Answer[]
  readonly labels: readonly Label[]
  readonly codings: readonly Coding[]
  /** Used by the report to show whole sentences; without them it shows the words around the evidence. */
  readonly segments?: readonly Segment[]
}
