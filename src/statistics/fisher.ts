import { drawable, drawExactly } from './hypergeometric.ts'

/** Counts of two groups: with and without something. */
export type FourCells = readonly [readonly [a: number, b: number], readonly [c: number, d: number]]

/**
 * Fisher's exact p, two-sided: the probability of all tables with these margins that are no more probable than the one
 * given (the definition of R and SciPy, not the doubled one-sided p).
 */
export const fisherExact = ([[a, b], [c, d]]: FourCells): number => {
  const urn = { all: a + b + c + d, marked: a + c, draws: a + b }
  const [least, most] = drawable(urn)
  // Tables as probable as the given one must count, also where the last digits differ.
  const given = drawExactly(a, urn) * (1 + 1e-7)
  let sum = 0
  for (let value = least; value <= most; value++) {
    const probability = drawExactly(value, urn)
    if (probability <= given) sum += probability
  }
  return Math.min(1, sum)
}
