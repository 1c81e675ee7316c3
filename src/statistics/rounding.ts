/**
 * Share of `x` in `n` as a percentage, rounded half up to `digits` decimals; `null` where `n` is 0.
 * `x` and `n` are counts; the arithmetic stays in integers, so that a tie is a tie and not a binary fraction near it.
 */
export const percent = (x: number, n: number, digits = 0): number | null => percentBy('half-up', x, n, digits)

/** Rules that round each percentage by itself, the default first. */
export const plainRules = ['half-up', 'half-even', 'half-down', 'floor', 'ceil'] as const
export type PlainRule = (typeof plainRules)[number]

/** Rules that look at a whole figure, so that its percentages add to 100. */
export const figureRules = ['largest-remainder', 'residual-to-largest'] as const
export type FigureRule = (typeof figureRules)[number]

/** All rules by which percentages may have been rounded. */
export const roundingRules = [...plainRules, ...figureRules] as const
export type RoundingRule = (typeof roundingRules)[number]

/** Whether a rule looks at a whole figure. */
export const isFigureRule = (rule: RoundingRule): rule is FigureRule =>
  (figureRules as readonly string[]).includes(rule)

/** Share of `x` in `n` as a percentage with `digits` decimals by a rule; `null` where `n` is 0. */
export const percentBy = (rule: PlainRule, x: number, n: number, digits = 0): number | null => {
  if (n === 0) return null
  const scale = 10 ** digits
  const { whole, rest } = divide(100 * scale * x, n)
  return (whole + (goesUp[rule](2 * rest - n, rest, whole) ? 1 : 0)) / scale
}

/** Whether to take the next number; `side`: below, at or above the middle. */
const goesUp: Readonly<Record<PlainRule, (side: number, rest: number, whole: number) => boolean>> = {
  'half-up': (side) => side >= 0,
  'half-even': (side, _, whole) => side > 0 || (side === 0 && whole % 2 === 1),
  'half-down': (side) => side > 0,
  floor: () => false,
  ceil: (_, rest) => rest > 0,
}

/**
 * Percentages that add to 100 (or another `total`): each is cut, and the missing units go to the largest remainders; of
 * equals the larger count comes first, then the earlier. All `null` where the counts add to 0.
 */
export const largestRemainder = (counts: readonly number[], digits = 0, total = 100): readonly (number | null)[] => {
  const scale = 10 ** digits
  const sum = add(counts)
  if (sum === 0) return counts.map(() => null)
  const parts = counts.map((count, index) => ({ index, count, ...divide(count * total * scale, sum) }))
  const missing = total * scale - add(parts.map(({ whole }) => whole))
  const first = parts.toSorted((a, b) => b.rest - a.rest || b.count - a.count || a.index - b.index).slice(0, missing)
  const raised = new Set(first.map(({ index }) => index))
  return parts.map(({ whole, index }) => (whole + (raised.has(index) ? 1 : 0)) / scale)
}

/** Percentages rounded half up, but the largest count takes what is left of 100, as pie charts of spreadsheets do. */
export const residualToLargest = (counts: readonly number[], digits = 0): readonly (number | null)[] => {
  const scale = 10 ** digits
  const sum = add(counts)
  if (sum === 0) return counts.map(() => null)
  const units = counts.map((count) => Math.round(percent(count, sum, digits)! * scale))
  const largest = counts.indexOf(counts.reduce((most, count) => Math.max(most, count)))
  const others = add(units) - units[largest]!
  return units.map((unit, index) => (index === largest ? 100 * scale - others : unit) / scale)
}

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const divide = (numerator: number, denominator: number): { readonly whole: number; readonly rest: number } => {
  const rest = numerator % denominator
  return { whole: Math.round((numerator - rest) / denominator), rest }
}
