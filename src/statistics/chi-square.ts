import { chiSquareAbove } from './special.ts'

/** Pearson's test of a table of counts. */
export interface ChiSquare {
  readonly statistic: number
  readonly degrees: number
  /** Never rounded to 0: `chi-square 100` with one degree gives 1.5e-23. */
  readonly p: number
  /** Cramér's V, from 0 to 1. */
  readonly v: number
  /** The smallest expected count; below 5 the p is not to be relied on. */
  readonly leastExpected: number
}

/**
 * Chi-square of a table of counts with rows of one length; rows and columns without counts stay out. `yates`: with the
 * continuity correction. `null` where fewer than two rows or columns have counts.
 */
export const chiSquare = (
  table: readonly (readonly number[])[],
  options: { readonly yates?: boolean } = {},
): ChiSquare | null => {
  const rows = table.map(add)
  const columns = (table[0] ?? []).map((_, column) => add(table.map((row) => row[column]!)))
  const all = add(rows)
  const [height, width] = [rows.filter((sum) => sum > 0).length, columns.filter((sum) => sum > 0).length]
  if (height < 2 || width < 2) return null
  const cells = table.flatMap((row, at) =>
    row.flatMap((observed, column) => {
      const expected = (rows[at]! * columns[column]!) / all
      return expected === 0 ? [] : [{ expected, off: Math.abs(observed - expected) }]
    }),
  )
  const less = options.yates ? cells.reduce((least, { off }) => Math.min(least, off), 0.5) : 0
  const statistic = add(cells.map(({ expected, off }) => (off - less) ** 2 / expected))
  const degrees = (height - 1) * (width - 1)
  return {
    statistic,
    degrees,
    p: chiSquareAbove(statistic, degrees),
    v: Math.sqrt(statistic / (all * (Math.min(height, width) - 1))),
    leastExpected: cells.reduce((least, { expected }) => Math.min(least, expected), Number.POSITIVE_INFINITY),
  }
}

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
