import { z } from 'zod'

/** What a reviewer did. The same words stand in journals, screens and sheets. */
export const acts = ['accept', 'reject', 'recode', 'add', 'none', 'unsure', 'undo'] as const
export type Act = (typeof acts)[number]

/** The words a decision is about. `unit` of the offsets: code points (`cp`, the default of files) or `utf16`. */
export const decisionSpanSchema = z.looseObject({
  start: z.int().min(0),
  end: z.int().min(0),
  unit: z.enum(['cp', 'utf16']).default('cp'),
  quote: z.string(),
})

/**
 * One line of a reviewer's journal `decisions/<reviewer>.ndjson`. Append-only: undo is a line of its own.
 * For closed answers `code` is the question's class (`add` sets it).
 */
export const decisionSchema = z.looseObject({
  v: z.literal(1).default(1),
  /** Running number within the journal, from 1; missing in hand-written files (then the line number). */
  seq: z.int().min(1).optional(),
  /** SHA-256 (hex) of the line before; missing in hand-written files. */
  prev: z.string().optional(),
  /** When, ISO 8601. */
  at: z.string().optional(),
  /** Who; default: the journal's file name. */
  by: z.string().optional(),
  /** Address of the answer, such as `R001/q4`. */
  answer: z.string(),
  /** SHA-256 (hex) over the UTF-8 of the answer's text that the reviewer saw. */
  textHash: z.string().optional(),
  /** The code decided on; not needed for `none` and `undo`. */
  code: z.string().optional(),
  act: z.enum(acts),
  /** Target code of a recode; `seq` of the line that an undo takes back. */
  to: z.union([z.string(), z.int()]).optional(),
  span: decisionSpanSchema.optional(),
  note: z.string().optional(),
})
export type Decision = Readonly<z.infer<typeof decisionSchema>>

/** A decision as read: with reviewer, running number and place filled in. */
export type JournalLine = Decision & {
  readonly by: string
  readonly seq: number
  readonly file: string
  readonly line: number
}
