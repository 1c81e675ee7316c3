import { z } from 'zod'

/** The two classes that every closed question has beside its own. */
export const notApplicable = 'not_applicable'
export const notClassifiable = 'not_classifiable'

/** Words in a closed answer that a rule used. */
export const reasonSchema = z.strictObject({
  rule: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
})

/**
 * The class of one closed answer. `status`: `classified` by a rule; `ask` where the rules are not sure and a person
 * should look (the class is then the cautious one); `decided` where a person has chosen.
 * `kind` keeps apart what one class merges: `blank`, `no_data`, `skipped`.
 */
export const labelSchema = z.strictObject({
  answer: z.string(),
  respondent: z.string(),
  question: z.string(),
  class: z.string(),
  kind: z.string().optional(),
  because: z.array(reasonSchema),
  /** One sentence: why this class. */
  reason: z.string(),
  status: z.enum(['classified', 'ask', 'decided']),
})
export type Label = Readonly<z.infer<typeof labelSchema>>
export type Reason = Readonly<z.infer<typeof reasonSchema>>
