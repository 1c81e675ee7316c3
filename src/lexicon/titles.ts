/** Longest quoted title, in characters. */
const maxTitle = 300

const pairs: Record<string, string> = { '“': '”', '„': '“', '«': '»', '"': '"' }

/** Whether a title may begin in a text at all: each search for one sign is a search for one byte. */
export const hasQuotes = (text: string): boolean =>
  text.includes('"') || text.includes('“') || text.includes('„') || text.includes('«')

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
    const window = text.slice(open.index + 1, open.index + 1 + maxTitle)
    const length = window.indexOf(pairs[open[0]]!)
    if (length < 0) continue
    const close = open.index + 1 + length
    opening.lastIndex = close + 1
    const inside = window.slice(0, length)
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
