import { z } from 'zod'
import { contextClasses } from '../model/tag.ts'

const contextClass = z.enum(contextClasses)

/** How much a rule weighs: a rule of a higher strength silences those below it. */
export const strengths = ['weak', 'normal', 'strong'] as const

/**
 * A rule of a closed question. `says`: a class of the question; with `combine: flags` one part of a combined class;
 * `no_data` (the respondent has no information), `unclear` (says both, or refuses to choose), `contradiction`.
 */
export const closedRuleSchema = z.strictObject({
  rule: z.string().min(1),
  says: z.string().min(1),
  strength: z.enum(strengths).default('normal'),
  /** The words must begin within so many words from the start of the answer. */
  within: z.int().min(1).optional(),
  veto: z.array(contextClass).default([]),
  need: z.array(contextClass).default([]),
  note: z.string().optional(),
})

/** Years of imprisonment in the answer: the longest term named, compared with a threshold. */
export const yearsSchema = z.strictObject({
  atLeast: z.int().min(1),
  says: z.string().min(1),
  below: z.string().min(1),
})

/** The rules of one question. */
export const closedQuestionSchema = z.strictObject({
  /** `one`: the answer has one class; `flags`: the parts that fired are joined, in the order of `flags`, with `+`. */
  combine: z.enum(['one', 'flags']).default('one'),
  flags: z.array(z.string()).default([]),
  years: yearsSchema.optional(),
  /** Lists of rules that several questions share, by name. */
  include: z.array(z.string()).default([]),
  rules: z.array(closedRuleSchema).default([]),
  examples: z.array(z.strictObject({ text: z.string(), class: z.string() })).min(1),
})

/** Rules for the closed questions of a study. */
export const closedFileSchema = z.strictObject({
  title: z.string(),
  version: z.int().min(1),
  language: z.string().default('en'),
  lists: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
  /** Rules that questions may `include`. */
  shared: z.record(z.string(), z.array(closedRuleSchema)).default({}),
  questions: z.record(z.string(), closedQuestionSchema),
})
export type ClosedFile = Readonly<z.infer<typeof closedFileSchema>>
export type ClosedQuestion = Readonly<z.infer<typeof closedQuestionSchema>>
export type ClosedRule = Readonly<z.infer<typeof closedRuleSchema>>
