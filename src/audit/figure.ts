import type { Place } from '../model/finding.ts'
import type { PrintedPercent } from '../statistics/fit.ts'

/** One line of a published figure: a class or group with what was printed beside it. */
export interface FigureRow {
  readonly label: string
  /** Respondents; `null` where none was printed. */
  readonly count: number | null
  /** `null` where none was printed. */
  readonly printed: PrintedPercent | null
  readonly where: Place
}

/** A published table or figure of one question. */
export interface Figure {
  readonly name: string
  /** The question's number; `null` where the figure shows groups of respondents. */
  readonly question: string | null
  /** Respondents that the percentages are of. */
  readonly base: number
  /** `single`: each respondent is in one row, so the counts add to the base. */
  readonly choice: 'single' | 'multiple'
  /** Asked only after this answer to another question. */
  readonly follows: { readonly question: string; readonly answer: string } | null
  readonly rows: readonly FigureRow[]
  readonly where: Place
}

/** A row with count and percentage: something that a rounding rule can be held against. */
export interface Statement {
  readonly figure: Figure
  readonly row: FigureRow
  /** Position of the row in its figure. */
  readonly index: number
  readonly count: number
  readonly printed: PrintedPercent
}

/** All rows that have a count within the base, and a percentage. */
export const statementsOf = (figures: readonly Figure[]): readonly Statement[] =>
  figures.flatMap((figure) =>
    figure.rows.flatMap((row, index) =>
      row.count === null || row.printed === null || row.count > figure.base
        ? []
        : [{ figure, row, index, count: row.count, printed: row.printed }],
    ),
  )

/** Sum of the counts, and whether every row has one. */
export const countSum = ({ rows }: Figure): { readonly sum: number; readonly complete: boolean } => ({
  sum: rows.reduce((sum, { count }) => sum + (count ?? 0), 0),
  complete: rows.every(({ count }) => count !== null),
})

/** `figure II (question 1)`. */
export const figureName = ({ name, question }: Figure): string =>
  `figure ${name}${question === null ? '' : ` (question ${question})`}`

/** A printed percentage as it was printed. */
export const printedText = ({ value, digits }: PrintedPercent): string => value.toFixed(digits)
