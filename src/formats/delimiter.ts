/** Delimiters that are tried where none is stated. */
const candidates = [',', ';', '\t', '|'] as const

/** Numbers of cells of the first records if split at `delimiter`; the last record counts only if it is complete. */
const widths = (sample: string, delimiter: string, isWhole: boolean): readonly number[] => {
  const result: number[] = []
  let cells = 1
  let isQuoted = false
  let isBlank = true
  for (let index = 0; index < sample.length && result.length < 100; index++) {
    const character = sample[index]!
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === delimiter) cells++
    else if (character === '\n' || character === '\r') {
      if (!isBlank) result.push(cells)
      cells = 1
      isBlank = true
      continue
    }
    isBlank = false
  }
  return isWhole && !isBlank && !isQuoted ? [...result, cells] : result
}

/**
 * The delimiter of a CSV text: the only one that splits the first records alike, or the only one in the header, or the
 * comma where no candidate is in the header. Gives the list of candidates where several remain possible.
 */
export const decideDelimiter = (sample: string, isWhole: boolean): string | readonly string[] => {
  const counts = candidates.map((delimiter) => ({ delimiter, widths: widths(sample, delimiter, isWhole) }))
  const inHeader = counts.filter((count) => (count.widths[0] ?? 1) > 1)
  if (inHeader.length <= 1) return inHeader[0]?.delimiter ?? ','
  const alike = inHeader.filter((count) => count.widths.every((width) => width === count.widths[0]))
  return alike.length === 1 ? alike[0]!.delimiter : inHeader.map((count) => count.delimiter)
}
