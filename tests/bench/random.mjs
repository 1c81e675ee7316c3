/** A seeded generator of numbers in [0, 1): the same seed gives the same corpus and lexicon on every machine. */
export const createRandom = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from 0 to below `limit`. */
export const below = (random, limit) => Math.floor(random() * limit)

/** The items in a new order. */
export const shuffled = (items, random) => {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = below(random, last + 1)
    const kept = result[last]
    result[last] = result[other]
    result[other] = kept
  }
  return result
}
