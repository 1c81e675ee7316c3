import { z } from 'zod'

/** One code (theme) of a codebook. */
export const codeSchema = z.looseObject({
  id: z.string().min(1),
  label: z.string().min(1),
  definition: z.string().optional(),
})

/** A family of codes that answers to the same questions are coded with. */
export const familySchema = z.looseObject({
  label: z.string().min(1),
  questions: z.array(z.string()).min(1).optional(),
  codes: z.array(codeSchema).min(1),
})

/** A codebook file: families of codes with label and definition. Unknown keys are kept, they are the study's own. */
export const codebookSchema = z.looseObject({
  version: z.union([z.int(), z.string()]),
  scope: z.string().optional(),
  families: z.record(z.string(), familySchema),
})
export type CodebookFile = Readonly<z.infer<typeof codebookSchema>>

/** A code with the family it stands in and the questions it may be given to (`undefined`: all). */
export interface Code {
  readonly id: string
  readonly label: string
  readonly definition: string
  readonly family: string
  readonly familyLabel: string
  readonly questions: readonly string[] | undefined
}

/** All codes of a codebook in the file's order. */
export const codesOf = (codebook: CodebookFile): readonly Code[] =>
  Object.entries(codebook.families).flatMap(([family, { label, questions, codes }]) =>
    codes.map((code) => ({
      id: code.id,
      label: code.label,
      definition: code.definition ?? '',
      family,
      familyLabel: label,
      questions,
    })),
  )
