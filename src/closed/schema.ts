import { z } from 'zod'
import { contextClasses } from '../model/tag.ts'

const contextClass = z.enum(contextClasses)

/**
 * How much a sign weighs; a sign silences those of lower strength. `weak`: hints, such as a law that is cited;
 * `normal`: what the answer states; `strong`: statements that contain the words of a weaker one, such as denials;
 * `decisive`: the answer says it in so many words, such as `Yes.` at its start.
 */
export const strengths = ['weak', 'normal', 'strong', 'decisive'] as const

/** What a rule may say besides a class or a flag. */
export const signs = ['no_data', 'unclear', 'refers', 'check'] as const

/**
 * Expressions that are a sign of one thing. `says`: a class of the question; with `combine: flags` one part of its
 * combined classes; `no_data`: the respondent has no information; `unclear`: says both, or does not choose; `refers`:
 * points to another answer or a document; `check`: says nothing of the class, but a person should look.
 */
export const closedRuleSchema = z.strictObject({
  says: z.string().min(1),
  strength: z.enum(strengths).default('normal'),
  /** Each expression that is found is a sign. */
  any: z.array(z.string().min(1)).min(1),
  /** The match must begin within so many words from the start of the answer. */
  within: z.int().min(1).optional(),
  /** The match must stand in one of so many first sentences. */
  sentences: z.int().min(1).optional(),
  /** Punctuation or the end must follow the match: "No." and "No, …", not "No case …". */
  pause: z.boolean().default(false),
  veto: z.array(contextClass).default([]),
  need: z.array(contextClass).default([]),
  note: z.string().optional(),
})

/** Terms of imprisonment in the answer: the longest one named, in years, compared with a threshold. */
export const yearsSchema = z.strictObject({
  atLeast: z.int().min(1),
  says: z.string().min(1),
  below: z.string().min(1),
})

/** A threshold of imprisonment in the answer, compared with the longest term in the answer to another question. */
export const thresholdSchema = z.strictObject({
  against: z.string().min(1),
  says: z.string().min(1),
  below: z.string().min(1),
})

/** The rules of one question. */
export const closedQuestionSchema = z.strictObject({
  /**
   * How signs of the same strength become a class. `one`: all of them, wherever they stand, must agree; `first`: those
   * in the first sentence that has one must agree; `flags`: they are parts of a class, such as `civil+criminal`.
   */
  combine: z.enum(['one', 'first', 'flags']).default('one'),
  flags: z.array(z.string().min(1)).default([]),
  years: yearsSchema.optional(),
  threshold: thresholdSchema.optional(),
  /** Groups of `shared` rules, by name. */
  include: z.array(z.string()).default([]),
  rules: z.array(closedRuleSchema).default([]),
  /** Answers with their class: they are tests. */
  examples: z.array(z.strictObject({ text: z.string(), class: z.string() })).min(1),
})

/** Rules for the closed questions of a study. */
export const closedFileSchema = z.strictObject({
  title: z.string(),
  version: z.int().min(1),
  language: z.string().default('en'),
  lists: z.record(z.string().regex(/^[a-z][\w-]*$/), z.array(z.string().min(1)).min(1)).default({}),
  /** Rules that questions may `include`, by name of the group. */
  shared: z.record(z.string(), z.array(closedRuleSchema)).default({}),
  questions: z.record(z.string(), closedQuestionSchema),
})
export type ClosedFile = Readonly<z.infer<typeof closedFileSchema>>
export type ClosedQuestion = Readonly<z.infer<typeof closedQuestionSchema>>
export type ClosedRule = Readonly<z.infer<typeof closedRuleSchema>>
