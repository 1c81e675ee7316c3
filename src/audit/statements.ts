import { type PrintedPercent, parsePercent } from '../statistics/fit.ts'
import { numberOf, numberPattern } from './number-words.ts'

/** A place in a sentence that states a count, a percentage or both. */
export interface TextStatement {
  /** `count-first`: 41 respondents, or 53 per cent; `percent-first`: 53 per cent (41); the others state one of the two. */
  readonly form: 'count-first' | 'percent-first' | 'count' | 'percent'
  readonly count: number | null
  /** The base that the text itself names: 12 of the 77 respondents. */
  readonly base: number | null
  readonly percent: PrintedPercent | null
  /** A word that makes the percentage rough, such as `about`, in lower case. */
  readonly hedge: string | null
  readonly start: number
  readonly end: number
}

const people =
  'respondents?|responding States?|States?|countries|country|Parties|Party|Governments?|participants?|organi[sz]ations?'

/** Those who are counted, as a pattern. */
export const unitPattern = `${people}|answers?|replies|reply|responses?|submissions?`

const hedges =
  'about|approximately|around|some|roughly|nearly|almost|just under|just over|over|more than|less than|under|at least|up to'
const percentPattern = '(?<percent>\\d{1,3}(?:[.,]\\d{1,6})?) ?(?:%|per cent\\b|percent\\b)'
const count = `\\b(?<count>${numberPattern})`
const base = `(?<base>${numberPattern})\\b`
const hedge = `(?:\\b(?<hedge>${hedges}) )?`
const unit = `(?:${unitPattern})\\b`
/** Words between number and noun, such as `responding` or `of the`. */
const between = '(?: [\\p{L}-]{1,20}){0,2}?'

const countFirst = `${count}(?: (?:out )?of(?: the)? ${base})?${between} ${unit}[^.;()]{0,40}?(?: ?\\(|, or |, representing | or )${hedge}${percentPattern}`
const percentFirst = `${hedge}\\b${percentPattern}\\)?(?: of)?(?: the| all)?(?: ${unit})? ?\\((?:n ?= ?)?${count}(?: ?(?:/|of|out of)(?: the)? ?${base})?(?: ${unit})?\\)`
const countBehind = `\\b${unit} \\(${count}(?: ${unit})?\\)`
const countAlone = `${count}(?: (?:out )?of(?: the)? ${base})?${between} (?:${people})\\b`
const percentAlone = `${hedge}\\b${percentPattern}`

const forms = [
  ['count-first', countFirst],
  ['percent-first', percentFirst],
  ['count', countBehind],
  ['count', countAlone],
  ['percent', percentAlone],
] as const

/** The statements of a paragraph with single blanks, in its order. Where two patterns meet, the one that says more wins. */
export const statementsIn = (text: string): readonly TextStatement[] => {
  const found: TextStatement[] = []
  const taken = new Uint8Array(text.length)
  for (const [form, pattern] of forms)
    for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
      const start = match.index
      const end = start + match[0].length
      if (taken.subarray(start, end).includes(1)) continue
      const { count: number, base: of, percent, hedge: rough } = match.groups as Record<string, string | undefined>
      const share = percent === undefined ? null : parsePercent(percent)
      if (share === undefined) continue
      taken.fill(1, start, end)
      found.push({
        form,
        count: number === undefined ? null : numberOf(number),
        base: of === undefined ? null : numberOf(of),
        percent: share,
        hedge: rough?.toLowerCase() ?? null,
        start,
        end,
      })
    }
  return found.toSorted((a, b) => a.start - b.start)
}
