import { z } from 'zod'
import type { Place } from '../model/finding.ts'
import { contextClasses } from '../model/tag.ts'

const contextClass = z.enum(contextClasses)

/** In which contexts a hit does not count (`veto`), and of which it must be in one (`need`). */
export const policySchema = z.strictObject({
  veto: z.array(contextClass).optional(),
  need: z.array(contextClass).optional(),
})
export type PolicyFile = Readonly<z.infer<typeof policySchema>>

/** A rule: the bare expression, or the expression with its own context and questions. */
export const ruleSchema = z.union([
  z.string().min(1),
  z.strictObject({
    rule: z.string().min(1),
    veto: z.array(contextClass).optional(),
    need: z.array(contextClass).optional(),
    questions: z.array(z.string()).min(1).optional(),
    note: z.string().optional(),
  }),
])

/** An example sentence; it is read as an answer to `question`, or to the first question of the code. */
export const exampleSchema = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), question: z.string() }),
])

/** Everything a lexicon says of one code. */
export const entrySchema = z.strictObject({
  questions: z.array(z.string()).min(1).optional(),
  context: policySchema.optional(),
  note: z.string().optional(),
  rules: z.array(ruleSchema).min(1),
  /** Expressions; a hit that shares words with one of their matches does not count. */
  not: z.array(z.string().min(1)).default([]),
  examples: z.strictObject({ yes: z.array(exampleSchema).min(1), no: z.array(exampleSchema).min(1) }),
})

/** A lexicon file: codes with rules, or only word lists for other files to use. */
export const lexiconSchema = z.strictObject({
  title: z.string(),
  version: z.int().min(1),
  language: z.string().default('en'),
  note: z.string().optional(),
  use: z.array(z.string()).default([]),
  context: policySchema.optional(),
  lists: z.record(z.string().regex(/^[a-z][\w-]*$/), z.array(z.string().min(1)).min(1)).default({}),
  codes: z.record(z.string(), entrySchema).default({}),
})
export type LexiconFile = Readonly<z.infer<typeof lexiconSchema>>
export type LexiconEntry = Readonly<z.infer<typeof entrySchema>>

const triggersSchema = z.strictObject({
  /** How many words the trigger reaches. */
  words: z.int().min(1).max(100),
  /** Between commas they bear only on what stands between: "officers, not guards, were trained". */
  aside: z.boolean().default(false),
  triggers: z.array(z.string().min(1)).min(1),
})

/**
 * Context triggers of one language. `before`: the trigger stands before what it speaks of; `after`: behind it; `both`:
 * anywhere in the clause; `list`: also the items that follow it after a colon or below a heading. `never` are longer
 * phrases in which a trigger does not mean what it says; `terminators` end every scope.
 */
export const contextFileSchema = z.strictObject({
  title: z.string(),
  version: z.int().min(1),
  language: z.string().default('en'),
  lists: z.record(z.string().regex(/^[a-z][\w-]*$/), z.array(z.string().min(1)).min(1)).default({}),
  classes: z.partialRecord(
    contextClass,
    z.strictObject({
      before: z.array(triggersSchema).default([]),
      after: z.array(triggersSchema).default([]),
      both: z.array(triggersSchema).default([]),
      list: z.array(z.string()).default([]),
      never: z.array(z.string()).default([]),
    }),
  ),
  terminators: z.array(z.string().min(1)),
})
export type ContextFile = Readonly<z.infer<typeof contextFileSchema>>

/** A file's content with its id and a way to the line of each of its parts. */
export interface Source<Content> {
  /** Path below `lexicons/` without ending, such as `wildlife/species`. */
  readonly id: string
  readonly file: string
  readonly content: Content
  /** Line and column of a part of the file, such as `['codes', 'gap.sanctions', 'rules', 2]`. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}
