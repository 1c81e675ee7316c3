import type { Finds, Kernel, Phrase } from '../../../src/lexicon/kernel/kernel.ts'
import { createFinds } from '../../../src/lexicon/kernel/kernel.ts'
import { sentenceBreak, softSeparator, wordsOf } from '../../../src/text/fold.ts'

/** A find as text: output, and the range in the text. */
export type Shown = readonly [output: number, start: number, end: number]

const escaped = (letter: string): string => letter.replace(/[.^$+()[\]{}|\\/-]/g, '\\$&')

/** Whether a slot's entry stands for a folded word, by a regular expression: nothing shared with the kernel. */
const fits = (entry: string, word: string): boolean => {
  const pattern = [...entry].map((sign) => (sign === '*' ? '[^]*' : sign === '?' ? '[^]' : escaped(sign))).join('')
  return new RegExp(`^${pattern}$`).test(word)
}

/** All finds of all phrases, by trying each phrase at each word. */
export const naiveFinds = (text: string, breaks: readonly number[], phrases: readonly Phrase[]): Shown[] => {
  const words = wordsOf(text).map((word, index, all) => {
    const before = all[index - 1]
    const cut = breaks.some((at) => at <= word.start && (before === undefined || at > before.start))
    return cut ? { ...word, gap: sentenceBreak } : word
  })
  const found = new Map<string, Shown>()
  for (const [index, first] of words.entries())
    for (const { slots, output } of phrases) {
      const here = words.slice(index, index + slots.length)
      const all = slots.every((slot, place) => {
        const word = here[place]
        return (
          word !== undefined &&
          (place === 0 || word.gap === softSeparator) &&
          slot.some((entry) => fits(entry, word.folded))
        )
      })
      const last = here[here.length - 1]!
      if (all) found.set(`${output} ${first.start} ${last.end}`, [output, first.start, last.end])
    }
  return [...found.values()].sort(byPlace)
}

const byPlace = (a: Shown, b: Shown): number => a[1] - b[1] || a[2] - b[2] || a[0] - b[0]

/** What the kernel reports, in its own order. */
export const kernelFinds = (kernel: Kernel, text: string, breaks: readonly number[] = []): Shown[] => {
  const finds: Finds = createFinds()
  kernel.read(text, breaks)
  kernel.scan(finds)
  const { starts, ends } = kernel.tokens
  return Array.from({ length: finds.count }, (_, place) => [
    finds.data[3 * place]!,
    starts[finds.data[3 * place + 1]!]!,
    ends[finds.data[3 * place + 2]! - 1]!,
  ])
}

export const inOrder = (finds: readonly Shown[]): Shown[] => [...finds].sort(byPlace)
