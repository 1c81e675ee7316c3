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
  const global = policy === 'global-longest'
  const keptAt = new Map<string, number[]>()
  for (const index of order) {
    const hit = hits[index]!
    const winner = sharing(hits, keptAt, hit) ?? (global ? nesting(hits, keptAt, hit) : undefined)
    if (winner !== undefined) {
      result.set(index, winner)
      continue
    }
    for (let token = hit.from; token < hit.to; token++) {
      for (const key of global ? [`${hit.code} ${token}`, `${token}`] : [`${hit.code} ${token}`]) {
        const kept = keptAt.get(key)
        if (kept) kept.push(index)
        else keptAt.set(key, [index])
      }
    }
  }
  return result
}

/** A hit of the same code that was kept and shares a word. */
const sharing = (hits: readonly Placed[], keptAt: ReadonlyMap<string, number[]>, hit: Placed): number | undefined => {
  for (let token = hit.from; token < hit.to; token++) {
    const kept = keptAt.get(`${hit.code} ${token}`)
    if (kept) return kept.find((other) => hits[other]!.code === hit.code)
  }
  return undefined
}

/** A longer hit that was kept, of any code, that holds all of this one. */
const nesting = (hits: readonly Placed[], keptAt: ReadonlyMap<string, number[]>, hit: Placed): number | undefined =>
  keptAt.get(`${hit.from}`)?.find((other) => {
    const { from, to } = hits[other]!
    return from <= hit.from && hit.to <= to && to - from > hit.to - hit.from
  })
