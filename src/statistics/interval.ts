import { drawAtLeast, drawAtMost } from './hypergeometric.ts'
import { betaPoint } from './special.ts'

/** Lower and upper limit of an interval. */
export type Interval = readonly [lower: number, upper: number]

/** The 97.5 per cent point of the normal distribution, for two-sided intervals of 95 per cent. */
const z = 1.959963984540054

/** What lies beyond each limit of a two-sided interval of 95 per cent. */
const tail = 0.025

/** Wilson's 95 per cent interval for the share `x / n`; `null` where `n` is 0. */
export const wilson = (x: number, n: number): Interval | null => (n === 0 ? null : wilsonLimits(x, n, n))

/**
 * Wilson's interval where `n` of `population` were drawn (finite population correction): an interval for the share in
 * the population if those not seen are like those seen. Of no width where all were seen; `null` where `n` is 0.
 */
export const wilsonFinite = (x: number, n: number, population: number): Interval | null => {
  if (n === 0) return null
  if (n >= population) return [x / n, x / n]
  return wilsonLimits(x, n, (n * (population - 1)) / (population - n))
}

const wilsonLimits = (x: number, n: number, weight: number): Interval => {
  const share = x / n
  const centre = share + (z * z) / (2 * weight)
  const reach = z * Math.sqrt((share * (1 - share)) / weight + (z * z) / (4 * weight * weight))
  const width = 1 + (z * z) / weight
  return [x === 0 ? 0 : (centre - reach) / width, x === n ? 1 : (centre + reach) / width]
}

/** Clopper and Pearson's exact 95 per cent interval for the share `x / n`; `null` where `n` is 0. */
export const clopperPearson = (x: number, n: number): Interval | null =>
  n === 0 ? null : [x === 0 ? 0 : betaPoint(tail, x, n - x + 1), x === n ? 1 : betaPoint(1 - tail, x + 1, n - x)]

/**
 * Exact 95 per cent interval, as a count of `population`, where `x` of `n` drawn from it have something: the fewest and
 * the most that do not make `x` improbable.
 */
export const finiteCounts = (x: number, n: number, population: number): Interval => {
  const urn = (marked: number) => ({ all: population, marked, draws: n })
  const [least, most] = [x, population - n + x]
  // Both probabilities change with the count in one direction only, so the limits can be halved down to.
  const lower = firstWhere(least, most, (marked) => drawAtLeast(x, urn(marked)) > tail)
  const upper = firstWhere(least, most + 1, (marked) => drawAtMost(x, urn(marked)) <= tail) - 1
  return [lower, upper]
}

/** The first number from `from` on for which `holds`, if it holds for all that follow; `to` where it holds for none. */
const firstWhere = (from: number, to: number, holds: (value: number) => boolean): number => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** What the share in the population can be at all, whatever those not seen are like. */
export const worstCase = (x: number, n: number, population: number): Interval => [
  x / population,
  (x + population - n) / population,
]

/**
 * 95 per cent interval for F1: Wilson's limits of J = tp / (tp + fp + fn), carried over by F1 = 2J / (1 + J);
 * `null` where nothing was found and nothing was to be found.
 */
export const f1Interval = (tp: number, fp: number, fn: number): Interval | null => {
  const limits = wilson(tp, tp + fp + fn)
  return limits && [fromJaccard(limits[0]), fromJaccard(limits[1])]
}

const fromJaccard = (j: number): number => (2 * j) / (1 + j)
