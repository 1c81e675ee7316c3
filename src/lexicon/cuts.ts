/** A place in an answer that is cut into segments: starts ascending, with the kind of each. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly kind: 'sentence' | 'item' | 'heading'
}

/** Number of the first of `count` places in order for which a condition that stays true holds; `count` if for none. */
export const firstAtOrAfter = (count: number, holds: (place: number) => boolean): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Number of the last segment that starts at or before an offset. */
export const cutAt = (cuts: readonly Cut[], offset: number): number =>
  Math.max(0, firstAtOrAfter(cuts.length, (place) => cuts[place]!.start > offset) - 1)

/** For each segment the heading above it, as far as items reach; sentences of the items' own stand between. */
export const headingsAbove = (cuts: readonly Cut[]): readonly (Cut | undefined)[] => {
  let heading: Cut | undefined
  let seenItem = false
  let next = false
  return cuts.map((cut) => {
    if (cut.kind === 'heading') {
      heading = cut
      seenItem = false
      next = true
      return undefined
    }
    if (cut.kind === 'item') seenItem = true
    const above = seenItem || next ? heading : undefined
    next = false
    return above
  })
}
