import type { Suppression } from '../model/tag.ts'
import { foldWords } from '../text/fold.ts'
import { type Cut, cutAt } from './cuts.ts'

/** An answer that repeats the question says nothing by it: hits in such a sentence are kept, but do not count. */
export const createEcho = (
  text: string,
  cuts: readonly Cut[],
  question: string | undefined,
): ((offset: number) => Suppression | undefined) => {
  if (!question) return () => undefined
  let asked: string | undefined
  const known = new Map<number, Suppression | undefined>()
  return (offset) => {
    const cut = cuts[cutAt(cuts, offset)]
    if (!cut || offset < cut.start || offset >= cut.end) return undefined
    if (known.has(cut.start)) return known.get(cut.start)
    asked ??= ` ${foldWords(question).join(' ')} `
    const words = foldWords(text.slice(cut.start, cut.end))
    const repeats = words.length >= 6 && words.length <= 80 && asked.includes(` ${words.join(' ')} `)
    const result: Suppression | undefined = repeats ? { by: 'context', because: 'repeats the question' } : undefined
    known.set(cut.start, result)
    return result
  }
}
