const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const teens = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty']

const values = new Map<string, number>([
  ...[...units, ...teens].map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, 20 + 10 * index] as const),
])

const words = [...values.keys()].sort((a, b) => b.length - a.length).join('|')

/** Source of a pattern, without groups, for a number up to 99 in digits or English words: "3.5", "twenty-five". */
export const numberSource = `(?:\\d{1,3}(?:[.,]\\d|\\s?½)?|(?:${tens.join('|')})[\\s-](?:${units.slice(1, 10).join('|')})|${words})`

/** Value of a text that `numberSource` matches. */
export const numberOf = (text: string): number => {
  if (/^\d/.test(text)) return Number.parseFloat(text.replace(',', '.')) + (text.endsWith('½') ? 0.5 : 0)
  return text
    .toLowerCase()
    .split(/[\s-]+/)
    .reduce((sum, word) => sum + (values.get(word) ?? 0), 0)
}
