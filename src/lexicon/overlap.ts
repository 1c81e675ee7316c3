/** Which hits may share words. `per-code`: in one code the longest wins; codes do not disturb each other. `global-longest`:
 * also a hit wholly inside a longer one of any code goes. `leftmost-longest`: no two hits share a word. */
export type OverlapPolicy = 'per-code' | 'global-longest' | 'leftmost-longest'

/** What the policies look at. */
export interface Placed {
  readonly code: string
  readonly from: number
  readonly to: number
}

/** For each hit that must give way the index of the hit that wins. Equal lengths: the first in the list wins. */
export const givesWay = (hits: readonly Placed[], policy: OverlapPolicy): ReadonlyMap<number, number> => {
  const result = new Map<number, number>()
  const order = hits.map((_, index) => index)
  const length = (index: number): number => hits[index]!.to - hits[index]!.from
  if (policy === 'leftmost-longest') {
    order.sort((a, b) => hits[a]!.from - hits[b]!.from || length(b) - length(a) || a - b)
    let last: number | undefined
    for (const index of order) {
      if (last !== undefined && hits[index]!.from < hits[last]!.to) result.set(index, last)
      else last = index
    }
    return result
  }
  order.sort((a, b) => length(b) - length(a) || hits[a]!.from - hits[b]!.from || a - b)
  /** For each code the hit that was kept at each word: hits of one code that are kept share none. */
  const keptOf = new Map<string, Map<number, number>>()
  for (const index of order) {
    const hit = hits[index]!
    const kept = keptOf.get(hit.code) ?? new Map<number, number>()
    keptOf.set(hit.code, kept)
    // Longer hits come first, so one that shares a word with this holds its first or its last.
    const winner =
      kept.get(hit.from) ??
      kept.get(hit.to - 1) ??
      (policy === 'global-longest' ? holding(hits, keptOf, hit) : undefined)
    if (winner !== undefined) result.set(index, winner)
    else for (let token = hit.from; token < hit.to; token++) kept.set(token, index)
  }
  return result
}

/** A longer hit that was kept, of any code, that holds all of this one. */
const holding = (
  hits: readonly Placed[],
  keptOf: ReadonlyMap<string, ReadonlyMap<number, number>>,
  hit: Placed,
): number | undefined => {
  for (const kept of keptOf.values()) {
    const other = kept.get(hit.from)
    if (
      other !== undefined &&
      kept.get(hit.to - 1) === other &&
      hits[other]!.to - hits[other]!.from > hit.to - hit.from
    )
      return other
  }
  return undefined
}
