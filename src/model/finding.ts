import { z } from 'zod'

/** A place in a file: line and column count from 1; `cell` such as `C7` for sheets; `answer` an address. */
export const placeSchema = z.strictObject({
  file: z.string().optional(),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
  cell: z.string().optional(),
  answer: z.string().optional(),
})
export type Place = Readonly<z.infer<typeof placeSchema>>

/**
 * Something a person should know. `error`: the material is wrong; `warning`: probably wrong; `note`: worth knowing.
 * `rule` is a searchable name such as `lexicon/unknown-code`. The message says what was found, what was expected and
 * the next step.
 */
export const findingSchema = z.strictObject({
  level: z.enum(['error', 'warning', 'note']),
  rule: z.string(),
  message: z.string(),
  where: placeSchema.optional(),
})
export type Finding = Readonly<z.infer<typeof findingSchema>>

/** `file:line:column`, as far as known. */
export const placeText = (where: Place | undefined): string => {
  if (!where) return ''
  const line = where.line === undefined ? '' : `:${where.line}${where.column === undefined ? '' : `:${where.column}`}`
  const cell = where.cell === undefined ? '' : ` cell ${where.cell}`
  return `${where.file ?? where.answer ?? ''}${line}${cell}`
}

/**
 * The one error class: the run cannot go on. `exitCode` 1 where the material has errors, 2 where the command could not
 * run at all (file missing, not readable, wrong arguments).
 */
export class Stop extends Error {
  readonly findings: readonly Finding[]
  readonly exitCode: 1 | 2
  constructor(findings: readonly Finding[], exitCode: 1 | 2) {
    super(findings.map((finding) => `${placeText(finding.where)} ${finding.message}`).join('\n'))
    this.name = 'Stop'
    this.findings = findings
    this.exitCode = exitCode
  }
}
