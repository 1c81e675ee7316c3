/**
 * Benjamini and Hochberg's adjusted p, in the order given: the share of false claims if all tests up to this one are
 * called differences. To be given all tests of a run, also those that are not shown.
 */
export const benjaminiHochberg = (ps: readonly number[]): readonly number[] => {
  const order = ascending(ps)
  const adjusted = [...ps]
  let least = 1
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1]!
    least = Math.min(least, ps[index]! * (ps.length / rank))
    adjusted[index] = least
  }
  return adjusted
}

/** Holm's adjusted p, in the order given: for when a single false claim is costly. */
export const holm = (ps: readonly number[]): readonly number[] => {
  const adjusted = [...ps]
  let most = 0
  ascending(ps).forEach((index, before) => {
    most = Math.max(most, Math.min(1, (ps.length - before) * ps[index]!))
    adjusted[index] = most
  })
  return adjusted
}

/** Positions of the values from the smallest on. */
const ascending = (values: readonly number[]): readonly number[] =>
  values.map((_, index) => index).sort((a, b) => values[a]! - values[b]! || a - b)
