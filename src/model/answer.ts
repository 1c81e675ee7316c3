import { z } from 'zod'

/**
 * What one respondent said to one question. `text` is the only coordinate system: it is repaired once, at ingest,
 * and never changed afterwards. A question left blank is an answer with an empty text.
 */
export const answerSchema = z.strictObject({
  /** Address, such as `R001/q4`. */
  id: z.string(),
  respondent: z.string(),
  question: z.string(),
  /** The respondent's attributes, such as `{region: 'africa'}`. */
  attributes: z.record(z.string(), z.string()),
  text: z.string(),
})
export type Answer = Readonly<z.infer<typeof answerSchema>>

/** Whether nothing but white space was written. */
export const isBlank = (answer: Answer): boolean => answer.text.trim() === ''
