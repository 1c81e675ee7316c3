import { z } from 'zod'

/**
 * What the words around a hit make of it: `lacking` (lack of, insufficient), `proposed` (should, need to), `done`
 * (has established), `planned`, `negated`, `hypothetical`, `others` (said of others), `past` (no longer so).
 * A hit with none of them is stated.
 */
export const contextClasses = [
  'negated',
  'lacking',
  'proposed',
  'hypothetical',
  'planned',
  'others',
  'past',
  'done',
] as const
export type ContextClass = (typeof contextClasses)[number]

/** One trigger whose scope reaches a hit; the trigger's words are evidence too. */
export const contextSchema = z.strictObject({
  class: z.enum(contextClasses),
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
})
export type Context = Readonly<z.infer<typeof contextSchema>>

/** Why a hit does not count, though its rule's words are there. */
export const suppressionSchema = z.strictObject({
  /** `context`: a class the rule excludes, or misses; `excluded`: an exclusion covers it; `overlap`: a longer hit wins. */
  by: z.enum(['context', 'excluded', 'overlap']),
  because: z.string(),
})
export type Suppression = Readonly<z.infer<typeof suppressionSchema>>

/** One lexicon hit: the evidence for a code. Suppressed hits stay in the layer with their reason. */
export const tagSchema = z.strictObject({
  answer: z.string(),
  code: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  /** Id of the lexicon, such as `wildlife/species`. */
  lexicon: z.string(),
  /** The rule as its author wrote it. */
  rule: z.string(),
  context: z.array(contextSchema),
  suppressed: suppressionSchema.optional(),
})
export type Tag = Readonly<z.infer<typeof tagSchema>>
