type Cell = string | number | undefined

/** Also numbers with their sign, per cent, and the dash of a missing one. */
const numeric = /^(?:[+−]?\d+(?:\.\d+)?(?: %)?|–)?$/

/** The lines of a table, headings first: columns two blanks apart, those of numbers flush right. */
export const columns = (
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  indent = '  ',
): readonly string[] => {
  const isNumber = heads.map((_, index) => rows.every((row) => numeric.test(String(row[index] ?? ''))))
  const lines = [heads, ...rows].map((row) => heads.map((_, index) => String(row[index] ?? '')))
  const widths = heads.map((_, index) => Math.max(...lines.map((line) => line[index]!.length)))
  const pad = (cell: string, index: number): string =>
    isNumber[index] ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)
  return lines.map((line) => `${indent}${line.map(pad).join('  ')}`.trimEnd())
}

/** `1 rule`, `2 rules`: a number with its noun. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`
