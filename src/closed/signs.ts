import { englishAbbreviations } from '../text/abbreviations.ts'
import { wordsOf } from '../text/fold.ts'
import { type Piece, segments } from '../text/sentences.ts'
import type { CompiledClosed } from './compile-closed.ts'
import type { ClosedQuestion } from './schema.ts'
import type { Sign } from './weigh.ts'
import { type Term, termsOf } from './years.ts'

/** The signs of the rules in a text, read as an answer to a question. */
export const ruleSigns = ({ tagger, rules }: CompiledClosed, text: string, question: string): readonly Sign[] => {
  const cuts = segments(text, englishAbbreviations)
  let starts: readonly number[] | undefined
  return tagger.tag(text, cuts, question).flatMap(({ rule: { code, text: expression }, start, end, suppressed }) => {
    const rule = rules.get(code)!
    if (suppressed) return []
    if (rule.pause && !pause.test(text.slice(end, end + 3))) return []
    const sentence = sentenceAt(cuts, start)
    if (rule.sentences !== undefined && sentence >= rule.sentences) return []
    if (rule.within !== undefined) {
      starts ??= wordsOf(text).map((word) => word.start)
      if (starts.indexOf(start) >= rule.within) return []
    }
    const reason = { rule: expression, start, end, quote: text.slice(start, end) }
    return [{ says: rule.says, strength: rule.strength, sentence, reason }]
  })
}

/** A hyphen is a pause only between blanks. */
const pause = /^\s*(?:$|[.,;:!?()\]"”»…–—])|^\s*[\r\n]|^\s+-\s/u

const sentenceAt = (cuts: readonly Piece[], start: number): number =>
  Math.max(
    0,
    cuts.findLastIndex((cut) => cut.start <= start),
  )

/**
 * What the terms of imprisonment in a text say. The longest decides. Only a lower bound below the threshold: it may be
 * either, which is unclear. `otherwise`: the strength of that.
 */
export const yearSigns = ({ years }: ClosedQuestion, text: string): readonly Sign[] => {
  if (!years) return []
  const terms = termsOf(text)
  const highest = longestOf(terms.filter(({ bound, years: term }) => bound !== 'least' || term >= years.atLeast))
  if (highest) {
    const enough = highest.bound === 'under' ? highest.years > years.atLeast : highest.years >= years.atLeast
    return [{ says: enough ? years.says : years.below, strength: 'decisive', sentence: 0, reason: highest.at }]
  }
  return terms.map(({ at }) => ({ says: 'unclear', strength: 'strong', sentence: 0, reason: at }))
}

/**
 * What a lower limit of terms in a text ("offences of more than one year") says of the longest term in another text;
 * nothing where either names none.
 */
export const thresholdSigns = ({ threshold }: ClosedQuestion, text: string, other: string): readonly Sign[] => {
  const needed = threshold && termsOf(text).find(({ bound }) => bound === 'least')
  const highest = longestOf(termsOf(other).filter(({ bound }) => bound === 'most'))
  if (!needed || !highest) return []
  const strict = moreThan.test(text.slice(0, needed.at.start))
  const enough = strict ? highest.years > needed.years : highest.years >= needed.years
  return [{ says: enough ? threshold.says : threshold.below, strength: 'strong', sentence: 0, reason: needed.at }]
}

const moreThan = /(?:>|\b(?:more than|over|above|exceed\w*|longer than|greater than|higher than))[^.;]{0,20}$/iu

const longestOf = (terms: readonly Term[]): Term | undefined =>
  terms.reduce<Term | undefined>((most, term) => (most && most.years >= term.years ? most : term), undefined)
