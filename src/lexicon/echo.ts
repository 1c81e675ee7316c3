import { foldWords } from '../text/fold.ts'
import { type Cut, cutAt } from './cuts.ts'

/** Whether the sentence at an offset repeats the question. */
export type Echo = (offset: number) => boolean

/** An answer that repeats the question says nothing by it: hits in such a sentence are kept, but do not count. */
export const createEcho = (text: string, cuts: readonly Cut[], question: string): Echo => {
  let asked: string | undefined
  const known = new Map<number, boolean>()
  return (offset) => {
    const cut = cuts[cutAt(cuts, offset)]
    if (!cut || offset < cut.start || offset >= cut.end) return false
    const before = known.get(cut.start)
    if (before !== undefined) return before
    asked ??= ` ${foldWords(question).join(' ')} `
    const words = foldWords(text.slice(cut.start, cut.end))
    const repeats = words.length >= 6 && words.length <= 80 && asked.includes(` ${words.join(' ')} `)
    known.set(cut.start, repeats)
    return repeats
  }
}
