import { z } from 'zod'

/** What of a text is searched: as it is, in small letters, or in small letters without stop words. */
const view = z.enum(['raw', 'lower', 'nostop'])
export type KeywordView = z.infer<typeof view>

const part = z.union([
  z.strictObject({ view, contains: z.string().min(1), not_contains: z.undefined().optional() }),
  z.strictObject({ view, not_contains: z.string().min(1), contains: z.undefined().optional() }),
])
const condition = z.union([
  z.strictObject({ view, contains: z.string().min(1) }),
  z.strictObject({ all: z.array(part).min(1) }),
])

/** A keyword dictionary as its file describes it; unknown keys are refused, for they might be rules. */
export const keywordSchema = z.strictObject({
  description: z.string().optional(),
  stopwords: z.array(z.string()).default([]),
  institution_rules: z
    .array(
      z.strictObject({
        facet: z.string(),
        guard: z.string(),
        code: z.string(),
        /** A sign that is taken out of the text before. */
        strip: z.string().default(''),
        any: z.array(condition).min(1),
      }),
    )
    .default([]),
  action_verb: z
    .strictObject({
      view,
      keywords: z.record(z.string(), z.array(z.string().min(1))),
      special: z.array(z.strictObject({ code: z.string(), rule: z.string() })).default([]),
    })
    .default({ view: 'lower', keywords: {}, special: [] }),
})
export type KeywordDictionary = z.infer<typeof keywordSchema>
