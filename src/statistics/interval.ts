/** Lower and upper limit of an interval. */
export type Interval = readonly [lower: number, upper: number]

/** The 97.5 per cent point of the normal distribution, for two-sided intervals of 95 per cent. */
const z = 1.959963984540054

/** Wilson's 95 per cent interval for the share `x / n`; `null` where `n` is 0. */
export const wilson = (x: number, n: number): Interval | null => {
  if (n === 0) return null
  const share = x / n
  const centre = share + (z * z) / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const width = 1 + (z * z) / n
  return [x === 0 ? 0 : (centre - reach) / width, x === n ? 1 : (centre + reach) / width]
}

/**
 * 95 per cent interval for F1: Wilson's limits of J = tp / (tp + fp + fn), carried over by F1 = 2J / (1 + J);
 * `null` where nothing was found and nothing was to be found.
 */
export const f1Interval = (tp: number, fp: number, fn: number): Interval | null => {
  const limits = wilson(tp, tp + fp + fn)
  return limits && [fromJaccard(limits[0]), fromJaccard(limits[1])]
}

const fromJaccard = (j: number): number => (2 * j) / (1 + j)
