import { z } from 'zod'
import type { Place } from '../model/finding.ts'
import { type PrintedPercent, parsePercent } from '../statistics/fit.ts'
import type { Figure } from './figure.ts'

const percentSchema = z.union([z.number(), z.string(), z.null()]).transform((value, issues): PrintedPercent | null => {
  if (value === null || value === '') return null
  const printed = parsePercent(String(value))
  if (printed) return printed
  issues.addIssue({ code: 'custom', message: `expected a percentage from 0 to 100, found \`${value}\`` })
  return z.NEVER
})

const rowSchema = z.tuple([z.string(), z.int().min(0).nullable(), percentSchema])

const figureSchema = z.strictObject({
  figure: z.string(),
  question: z.string().nullable().default(null),
  text: z.string().optional(),
  para: z.union([z.int(), z.string()]).optional(),
  base: z.int().min(1),
  choice: z.enum(['single', 'multiple']).default('single'),
  depends_on: z.strictObject({ question: z.string(), answer: z.string() }).optional(),
  /** Label, count and percentage as printed; `null` where the report prints none. */
  rows: z.array(rowSchema).min(1),
  /** What others worked out from the rows; not read, everything is computed anew. */
  sum: z.unknown().optional(),
  half_up: z.unknown().optional(),
  largest_remainder: z.unknown().optional(),
})

/** A file of published figures, as JSON or YAML. */
export const figuresFileSchema = z.strictObject({
  note: z.string().optional(),
  figures: z.array(figureSchema).min(1),
})
export type FiguresFile = Readonly<z.output<typeof figuresFileSchema>>

/** The figures of a file; `placeOf` tells where a part of it stands. */
export const figuresOf = (
  { figures }: FiguresFile,
  placeOf: (path: readonly PropertyKey[]) => Place,
): readonly Figure[] =>
  figures.map(({ figure, question, base, choice, depends_on, rows }, at) => ({
    name: figure,
    question,
    base,
    choice,
    follows: depends_on ?? null,
    where: placeOf(['figures', at, 'figure']),
    rows: rows.map(([label, count, printed], index) => ({
      label,
      count,
      printed,
      where: placeOf(['figures', at, 'rows', index, 0]),
    })),
  }))
