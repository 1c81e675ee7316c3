const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const values: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value) => [word, value] as const),
  ...tens.flatMap((word, index) => [
    [word, 20 + 10 * index] as const,
    ...small.slice(1, 10).map((unit, value) => [`${word}-${unit}`, 21 + 10 * index + value] as const),
  ]),
])

/** Pattern of a whole number: digits, with commas between thousands or without, or a word from one to ninety-nine. */
export const numberPattern = `\\d{1,3}(?:,\\d{3})+|\\d{1,9}|(?:${tens.join('|')})(?:-(?:${small.slice(1, 10).join('|')}))?|${small
  .slice(1)
  .toReversed()
  .join('|')}`

/** The value of a text that `numberPattern` matches. */
export const numberOf = (text: string): number => values.get(text.toLowerCase()) ?? Number(text.replaceAll(',', ''))
