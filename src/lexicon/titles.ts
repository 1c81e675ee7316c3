/** Longest quoted title, in characters. */
const maxTitle = 300

const pairs: Record<string, string> = { '“': '”', '„': '“', '«': '»', '"': '"' }

/**
 * Token ranges of quoted titles ("entitled “Preventing and combating …”"): at least three words, begun by a capital.
 * Their words are a name, so triggers in them say nothing of the sentence around.
 */
export const titleRanges = (
  text: string,
  tokens: { readonly starts: Int32Array; readonly count: number },
): readonly (readonly [number, number])[] => {
  const ranges: [number, number][] = []
  const opening = /[“„«"]/g
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    const close = text.indexOf(pairs[open[0]]!, open.index + 1)
    if (close < 0 || close - open.index > maxTitle) continue
    opening.lastIndex = close + 1
    const inside = text.slice(open.index + 1, close)
    if (/^\p{Lu}/u.test(inside) && inside.split(/\s+/).length >= 3)
      ranges.push([tokenAt(tokens, open.index), tokenAt(tokens, close)])
  }
  return ranges
}

/** Index of the first token that starts at or after an offset. */
const tokenAt = (tokens: { readonly starts: Int32Array; readonly count: number }, offset: number): number => {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.starts[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
