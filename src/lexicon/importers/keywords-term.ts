import { softSeparator, wordsOf } from '../../text/fold.ts'
import type { ForeignTerm, Report } from './imported.ts'
import type { KeywordView } from './keywords-schema.ts'

/** What a dictionary does with a text before it searches it. */
export interface KeywordStyle {
  /** A sign that is taken out of the text before it is searched. */
  readonly strip: string
  readonly stopwords: ReadonlySet<string>
}

/** Stop words that may stand between two words: none to three. */
export const skipLists = (stopwords: readonly string[]): Record<string, string[]> =>
  stopwords.length === 0 ? {} : { stop: [...stopwords], skip: ['@stop', '@stop @stop'] }

/**
 * A substring as a rule of whole words. It begins where a word begins; where it ends in a letter, the last word may
 * go on (`ratif` finds `ratify`), where it ends in a blank or a sign, not. Capitals count in the raw view, where an
 * abbreviation may also be the end of a longer one (`CCPR` finds `ICCPR`).
 */
export const keywordTerm = (
  keyword: string,
  view: KeywordView,
  style: KeywordStyle,
  report: Report,
): ForeignTerm | undefined => {
  const words = wordsOf(keyword)
  const last = words[words.length - 1]
  if (!last) {
    report('warning', 'no-word', `\`${keyword}\` has no letters or digits and is left out`)
    return undefined
  }
  const surfaces = words.map(({ start, end }) => keyword.slice(start, end))
  const exact = view === 'raw'
  const open = last.end === keyword.length
  const written = surfaces.map((word, index) => {
    const ends = index === words.length - 1 && open
    const begins = index === 0 && words[0]!.start === 0
    return exact ? exactWord(word, begins, ends) : plainWord(word.toLowerCase(), ends, style)
  })
  const joints = words.map(({ gap }, index) => (index === 0 ? '' : joint(gap, view, style)))
  return { rule: written.map((word, index) => `${joints[index]}${word}`).join(''), sample: surfaces.join(' ') }
}

const abbreviation = /^\p{Lu}{3,}$/u

/** `EDUCATION` is no `CAT`: an abbreviation may begin with other letters, but not go on. */
const exactWord = (word: string, begins: boolean, ends: boolean): string => {
  if (abbreviation.test(word)) return `=${begins ? '*' : ''}${word}`
  return `=${word}${ends ? '*' : ''}`
}

const plainWord = (word: string, open: boolean, { strip }: KeywordStyle): string => {
  if (open) return `${word}*`
  // Where the apostrophe is taken out, "Europe's" is read as "europes", and by us as "europe".
  return strip.includes("'") && /..s$/.test(word) ? `[${word}|${word.slice(0, -1)}]` : word
}

/** What may stand between two words of a keyword. */
const joint = (gap: number, view: KeywordView, { strip, stopwords }: KeywordStyle): string => {
  const crossed = strip.includes(',') || gap !== softSeparator ? '~0 ' : ''
  return view === 'nostop' && stopwords.size > 0 ? ` ${crossed}[@skip|] ${crossed}` : ` ${crossed}`
}

/** One rule for several terms of which any will do. */
export const anyOf = (terms: readonly ForeignTerm[]): ForeignTerm => ({
  rule: terms.length === 1 ? terms[0]!.rule : `[${terms.map(({ rule }) => rule).join('|')}]`,
  sample: terms[0]!.sample,
})
