/** How two coders used one code over the same units. */
export interface PresenceTable {
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly neither: number
}

/** Agreement of two coders on one code; `null` where a figure cannot be estimated. */
export interface Agreement {
  readonly units: number
  /** Share of units on which the two agree. */
  readonly agreement: number | null
  /** Agreement on presence: 2 both / (2 both + only one); the same number as F1 of one coder against the other. */
  readonly positive: number | null
  /** Agreement on absence. */
  readonly negative: number | null
  /** Krippendorff's alpha, nominal. */
  readonly alpha: number | null
}

const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator

/** Agreement figures of a presence table. */
export const agree = ({ both, onlyFirst, onlySecond, neither }: PresenceTable): Agreement => {
  const apart = onlyFirst + onlySecond
  const units = both + apart + neither
  const present = 2 * both + apart
  // Krippendorff's alpha for two coders without gaps; constant data have no expected disagreement, hence no alpha.
  const expected = 2 * present * (2 * units - present)
  const disorder = ratio(apart * 2 * (2 * units - 1), expected)
  return {
    units,
    agreement: ratio(both + neither, units),
    positive: ratio(2 * both, 2 * both + apart),
    negative: ratio(2 * neither, 2 * neither + apart),
    alpha: disorder === null ? null : 1 - disorder,
  }
}

/**
 * Krippendorff's alpha for names, any number of coders; each unit is the list of the values given to it, `null` where a
 * coder gave none. `null` where alpha cannot be estimated: fewer than two values, or all values the same.
 */
export const nominalAlpha = (units: readonly (readonly (string | number | null)[])[]): number | null => {
  const totals = new Map<string | number, number>()
  let pairable = 0
  let observed = 0
  for (const unit of units) {
    const values = unit.filter((value) => value !== null)
    if (values.length < 2) continue
    const counts = new Map<string | number, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    let alike = 0
    for (const [value, count] of counts) {
      alike += count * count
      totals.set(value, (totals.get(value) ?? 0) + count)
    }
    pairable += values.length
    observed += (values.length * values.length - alike) / (values.length - 1)
  }
  let alike = 0
  for (const total of totals.values()) alike += total * total
  const disorder = ratio(observed * (pairable - 1), pairable * pairable - alike)
  return disorder === null ? null : 1 - disorder
}
