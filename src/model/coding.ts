import { z } from 'zod'
import { contextSchema } from './tag.ts'

/** A span of evidence in a coding. Offsets are UTF-16 code units, half-open. */
export const evidenceSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  /** Lexicon and rule; for spans that a person marked, `person` and the reviewer's name. */
  lexicon: z.string(),
  rule: z.string(),
  context: z.array(contextSchema),
})
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>

/** Where a coding stands. Only `suggested`, `accepted`, `added` and `recoded` ones are counted. */
export const codingStatuses = ['suggested', 'accepted', 'rejected', 'added', 'recoded', 'replaced'] as const
export type CodingStatus = (typeof codingStatuses)[number]

/** One code on one answer, with its evidence: what is counted. One record a respondent × question × code. */
export const codingSchema = z.strictObject({
  id: z.string(),
  respondent: z.string(),
  question: z.string(),
  code: z.string(),
  /** The code's label in the codebook, for readers who do not know the codes. */
  label: z.string(),
  /** `recoded`: here because a person moved another code; `replaced`: moved away by a person (not counted). */
  status: z.enum(codingStatuses),
  spans: z.array(evidenceSchema),
  /** Reviewers whose decisions made the status, in byte order. */
  by: z.array(z.string()),
  note: z.string().optional(),
})
export type Coding = Readonly<z.infer<typeof codingSchema>>

/** Whether a coding enters the tables. */
export const counts = (status: CodingStatus): boolean => status !== 'rejected' && status !== 'replaced'
