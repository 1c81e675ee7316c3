import { number } from '../words.ts'

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** A count within a sentence: below ten in words, from ten on in figures. */
export const countWord = (count: number): string => words[count] ?? number(count)

/** The number that `countWord` wrote; `undefined` where the words are none of its own. */
export const countOfWord = (text: string): number | undefined => {
  const index = words.indexOf(text.toLowerCase() as (typeof words)[number])
  if (index >= 0) return index
  const digits = text.replaceAll('\u202f', '')
  return /^\d+$/.test(digits) ? Number(digits) : undefined
}
