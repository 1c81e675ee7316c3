import { type PlainRule, percentBy, plainRules } from './rounding.ts'

/** A percentage as it was printed: its value, and the decimals it was printed with. */
export interface PrintedPercent {
  readonly value: number
  readonly digits: number
}

/** A printed percentage such as `6.4`, `6,4` or `7`, with or without sign; `undefined` where the text is none. */
export const parsePercent = (text: string): PrintedPercent | undefined => {
  const found = /^\s*(\d{1,3})(?:[.,](\d{1,6}))?\s*%?\s*$/.exec(text)
  if (!found) return undefined
  const decimals = found[2] ?? ''
  const value = Number(`${found[1]}.${decimals || '0'}`)
  return value > 100 ? undefined : { value, digits: decimals.length }
}

/** The rules under which `count` of `base` is printed so, in the order of `plainRules`. */
export const fittingRules = (count: number, base: number, printed: PrintedPercent): readonly PlainRule[] =>
  plainRules.filter((rule) => percentBy(rule, count, base, printed.digits) === printed.value)

/** The bases from `from` to `to` on which `count` is printed so. */
export const fittingBases = (
  count: number,
  printed: PrintedPercent,
  { from, to, rule = 'half-up' }: { readonly from: number; readonly to: number; readonly rule?: PlainRule },
): readonly number[] =>
  range(Math.max(1, from, count), to).filter((base) => percentBy(rule, count, base, printed.digits) === printed.value)

/** Rules that differ only in what they do with ties: a value is possible if one of them gives it. */
const nearestRules = ['half-up', 'half-even', 'half-down'] as const

/** The counts of `base` that are printed so under some rule that rounds to the nearest. */
export const fittingCounts = (printed: PrintedPercent, base: number): readonly number[] => {
  // Counts of other percentages are not looked at: the right ones lie within one unit of the printed value.
  const unit = 1 / 10 ** printed.digits
  const from = Math.max(0, Math.floor(((printed.value - unit) * base) / 100))
  const to = Math.min(base, Math.ceil(((printed.value + unit) * base) / 100))
  return range(from, to).filter((count) =>
    nearestRules.some((rule) => percentBy(rule, count, base, printed.digits) === printed.value),
  )
}

/** The percentages from 0 to 100 that no count of `base` gives. */
export const impossiblePercents = (base: number, digits = 0): readonly number[] => {
  const scale = 10 ** digits
  return range(0, 100 * scale)
    .map((units) => units / scale)
    .filter((value) => fittingCounts({ value, digits }, base).length === 0)
}

/** The counts of `base` whose percentage lies exactly between two numbers: only they tell half-up from half-even. */
export const tieCounts = (base: number, digits = 0): readonly number[] =>
  range(0, base).filter((count) => 2 * ((count * 100 * 10 ** digits) % base) === base)

/** Whether percentages can add to 100 but for rounding: `tolerance` is half a unit for each of them. */
export const percentSum = (
  printed: readonly PrintedPercent[],
): { readonly sum: number; readonly tolerance: number; readonly fits: boolean } => {
  const digits = printed.reduce((most, one) => Math.max(most, one.digits), 0)
  const scale = 10 ** digits
  const sum = printed.reduce((total, { value }) => total + Math.round(value * scale), 0) / scale
  const tolerance = printed.reduce((total, one) => total + 0.5 / 10 ** one.digits, 0)
  return { sum, tolerance, fits: Math.abs(sum - 100) <= tolerance + 1e-9 }
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
