import type { Reason } from '../model/label.ts'

const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
}
const number = `(\\d{1,2}|${Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const unit = '(years?|yrs?|months?|ans|años)'

/** A number with its unit; the unit may come only after the second number of a range ("from two to six years"). */
const term = new RegExp(
  `\\b${number}(?:\\s*\\(\\d{1,2}\\))?\\s*(?:[-–]|to|and|or|and up to|up to)?\\s*(?:${number}(?:\\s*\\(\\d{1,2}\\))?)?[\\s-]*${unit}\\b`,
  'giu',
)
const life = /\b(?:life (?:imprisonment|sentence|term|in prison)|imprisonment for life|life-long imprisonment)\b/giu
/** A term that only the lower bound is said of. */
const minimum =
  /\b(?:minimum|at least|not less than|no less than|starting (?:at|from)|from)\s*(?:term|penalty|sentence|of|is|:|\s)*$/iu
const ago = /^\s*(?:ago|earlier|old|later)\b/iu

const valueOf = (text: string | undefined): number =>
  text === undefined ? 0 : (words[text.toLowerCase()] ?? Number.parseInt(text, 10))

/** A term of imprisonment in a text, in years. `open`: only its lower bound is said. */
export interface Term {
  readonly years: number
  readonly open: boolean
  readonly at: Reason
}

/** All terms of imprisonment that a text names, in order; "two to six years" is one of six. */
export const termsOf = (text: string): readonly Term[] => {
  const terms: Term[] = []
  for (const found of text.matchAll(term)) {
    const [whole, first, second, measure] = found
    const start = found.index
    const end = start + whole.length
    if (ago.test(text.slice(end))) continue
    const most = Math.max(valueOf(first), valueOf(second))
    const inMonths = /^month/i.test(measure ?? '')
    const open = second === undefined && minimum.test(text.slice(Math.max(0, start - 40), start))
    terms.push({ years: inMonths ? most / 12 : most, open, at: { rule: 'years', start, end, quote: whole } })
  }
  for (const found of text.matchAll(life)) {
    const [whole] = found
    terms.push({
      years: Number.POSITIVE_INFINITY,
      open: false,
      at: { rule: 'years', start: found.index, end: found.index + whole.length, quote: whole },
    })
  }
  return terms.sort((a, b) => a.at.start - b.at.start)
}
