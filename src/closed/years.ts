import type { Reason } from '../model/label.ts'
import { numberOf, numberSource } from './numbers.ts'
import { boundOf, isNoPenalty } from './term-bounds.ts'

/**
 * A term of imprisonment in a text, in years. `bound`: it is the highest that is said (`most`), the lowest (`least`),
 * or one that the penalty stays below (`under`).
 */
export interface Term {
  readonly years: number
  readonly bound: 'most' | 'least' | 'under'
  readonly at: Reason
}

const inBrackets = '(?:\\s*\\(\\s*[\\w-]{1,14}\\s*\\))?'
const measure = 'years?|yrs?|y(?=[\\s.,;)]|$)|months?|mths?|mos?\\b|weeks?|days?|ans|ann[ée]es|mois|años|meses|лет|года'
const number = `(${numberSource})(?:\\s+and\\s+a\\s+half)?${inBrackets}`
const joiner =
  '(?:\\s*(?:[-–—/+]|to|and|or|up to|and up to|or up to|until|till|or more|à|a|et|y|до)\\s*(?:a maximum of\\s*)?)'

/** A number with its unit; the unit may come only after the second number of a range ("from two to six years"). */
const withUnit = new RegExp(
  `(?<![\\p{L}\\d.,$€£])${number}(?:${joiner}(?:${number})?)?[\\s-]*(?:full |whole |calendar )?(${measure})(?![\\p{L}])`,
  'giu',
)
const single = /(?<=\b(?:to|of|than|exceed|exceeding|maximum|is)\s)(?:a|one full)\s+(year|month)\b/giu
const life =
  /\b(?:life(?:-?long)?[\s-](?:imprisonment|sentence|term|in prison|in jail)|(?:imprison\w*|prison|jail|sentence|deprivation of liberty) for life|death (?:penalty|sentence)|capital punishment|perpetual (?:imprisonment|reclusion)|reclusion perpetua|réclusion à perpétuité|cadena perpetua|up to life)\b/giu
/** A number without unit that goes on with what a term said: "rising to eight where …", "(10 if …)", "five at most". */
const bare = new RegExp(
  `(?:\\b(?:rising|increas\\w+|raised|going|up|maximum|max\\.?|exceeding|more than|or|and|to|until|than|most)\\s+(?:of\\s+|is\\s+|to\\s+|up to\\s+)*|[(,;:]\\s*)(${numberSource})${inBrackets}(?=\\s*(?:$|[.,;)(]|if\\b|in\\b|where\\b|when\\b|for\\b|at (?:the )?most\\b|maximum\\b|max\\b|with\\b|depending\\b|under\\b))`,
  'giu',
)

/** An answer that is a number alone, of years then. */
const wholly = new RegExp(
  `^\\s*(?:(?:yes|no)\\b)?[\\s,.:;–—-]*(?:up to|max(?:imum|\\.)?(?: of| is)?|it is)?[\\s:]*(${numberSource})\\s*(?:at (?:the )?most|max(?:imum)?)?[\\s.]*$`,
  'iu',
)

const perYear: readonly (readonly [RegExp, number])[] = [
  [/^(?:mo|mth|mois|mese)/iu, 12],
  [/^w/iu, 52],
  [/^d/iu, 365],
]
const yearsIn = (value: number, unit: string): number =>
  value / (perYear.find(([pattern]) => pattern.test(unit))?.[1] ?? 1)

/** All terms of imprisonment that a text names, in order; "two to six years" is one of six. */
export const termsOf = (text: string): readonly Term[] => {
  const terms: Term[] = []
  const add = (years: number, start: number, whole: string, ranged: boolean): void => {
    const end = start + whole.length
    if (isNoPenalty(text, start, end)) return
    const bound = ranged ? 'most' : boundOf(text, start, end)
    terms.push({ years, bound, at: { rule: 'years', start, end, quote: whole } })
  }
  for (const { 0: whole, 1: first = '', 2: second, 3: unit = '', index } of text.matchAll(withUnit)) {
    const half = /\sand\s+a\s+half/iu.test(whole) ? 0.5 : 0
    const value = Math.max(numberOf(first), second === undefined ? 0 : numberOf(second)) + half
    add(yearsIn(value, unit), index, whole, second !== undefined)
  }
  for (const { 0: whole, 1: unit = '', index } of text.matchAll(single)) add(yearsIn(1, unit), index, whole, false)
  const unit = terms[0] && /[a-zа-яñé]+$/iu.exec(terms[0].at.quote)?.[0]
  if (unit !== undefined)
    for (const { 0: whole, 1: digits = '', index } of text.matchAll(bare)) {
      const start = index + whole.lastIndexOf(digits)
      const known = terms.some(({ at }) => start < at.end && at.start < start + digits.length)
      if (!known && start > terms[0]!.at.start) add(yearsIn(numberOf(digits), unit), start, digits, false)
    }
  const alone = terms.length === 0 ? wholly.exec(text) : null
  if (alone) add(numberOf(alone[1]!), alone[0].lastIndexOf(alone[1]!), alone[1]!, false)
  for (const { 0: whole, index } of text.matchAll(life)) add(Number.POSITIVE_INFINITY, index, whole, false)
  return terms.sort((a, b) => a.at.start - b.at.start)
}
