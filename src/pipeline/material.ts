import type { ClosedFile } from '../closed/schema.ts'
import type { OverlapPolicy } from '../lexicon/overlap.ts'
import type { ContextFile, LexiconFile } from '../lexicon/schema.ts'
import type { Code } from '../model/codebook.ts'
import type { Question } from '../model/questionnaire.ts'
import type { BaseKind } from '../model/study.ts'

/** A lexicon file without the way to its lines: plain data that can be sent to a worker. */
export interface PlainSource<Content> {
  readonly id: string
  readonly file: string
  readonly content: Content
}

/** Everything that the stages of one chunk need to know, as plain data: checked once, compiled by each worker. */
export interface Material {
  readonly name: string
  readonly title: string
  readonly questions: readonly (readonly [string, Question])[]
  readonly codes: readonly Code[]
  readonly by: readonly string[]
  readonly base: BaseKind
  readonly minimumBase: number
  readonly lexicons: readonly PlainSource<LexiconFile>[]
  /** Files that only lend their lists. */
  readonly shared: readonly PlainSource<LexiconFile>[]
  readonly context: PlainSource<ContextFile>
  readonly closed: PlainSource<ClosedFile> | undefined
  readonly overlap: OverlapPolicy
  /** Inflected forms by `lemma:part`, those that were worked out for this run included. */
  readonly forms: readonly (readonly [string, readonly string[]])[]
}
