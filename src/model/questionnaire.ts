import { z } from 'zod'

/** One question: closed (with classes), narrative, or both (`kind: closed`, `narrative: true`). */
export const questionSchema = z.looseObject({
  number: z.string().optional(),
  kind: z.enum(['closed', 'narrative']),
  classes: z.array(z.string()).min(1).optional(),
  /** A closed question whose free words are coded with themes too. */
  narrative: z.boolean().optional(),
  /** Asked only of respondents whose answer to another question fell into a class. */
  follows: z.strictObject({ question: z.string(), class: z.string() }).optional(),
  text: z.string(),
})
export type Question = Readonly<z.infer<typeof questionSchema>>

/** A questionnaire file. The keys of `questions` are the ids used everywhere, and the column names by default. */
export const questionnaireSchema = z
  .looseObject({
    version: z.union([z.int(), z.string()]),
    respondents: z.int().min(1).optional(),
    questions: z.record(z.string(), questionSchema),
  })
  .superRefine((questionnaire, issues) => {
    for (const [id, question] of Object.entries(questionnaire.questions)) {
      if (question.kind === 'closed' && question.classes === undefined)
        issues.addIssue({ code: 'custom', path: ['questions', id], message: 'a closed question needs `classes`' })
      const parent = question.follows && questionnaire.questions[question.follows.question]
      if (question.follows && !parent?.classes?.includes(question.follows.class))
        issues.addIssue({
          code: 'custom',
          path: ['questions', id, 'follows'],
          message: `no question \`${question.follows.question}\` with class \`${question.follows.class}\``,
        })
    }
  })
export type Questionnaire = Readonly<z.infer<typeof questionnaireSchema>>

/** Whether themes are looked for in the answers to this question. */
export const isNarrative = (question: Question): boolean => question.kind === 'narrative' || question.narrative === true
