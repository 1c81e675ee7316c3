/** Index of the first number of a rising list that is at least `value`; the list's length where none is. */
export const firstFrom = (rising: readonly number[], value: number): number => {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Half-open span of UTF-16 units. */
export type SentenceSpan = readonly [from: number, to: number]

/** Finds the sentence at a place of a text. */
export const sentenceFinder = (text: string): ((place: number) => SentenceSpan) => {
  const ends = [...text.matchAll(/[.!?] (?=[\p{Lu}\d“"(])/gu)].map(({ index }) => index + 1)
  return (place) => {
    const next = firstFrom(ends, place + 1)
    return [next === 0 ? 0 : ends[next - 1]!, ends[next] ?? text.length]
  }
}
