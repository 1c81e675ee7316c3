import { type BandPolicy, wordsOf } from './bands.ts'
import { numberPattern } from './number-words.ts'
import { type TextStatement, unitPattern } from './statements.ts'

/** A word for a share in a text, such as `most of` in `most of the respondents`. */
export interface Quantifier {
  /** As written, without what follows it. */
  readonly word: string
  /** The statement beside it, which gives its number. */
  readonly statement: TextStatement | undefined
  /** Whether some statement stands in the same sentence. */
  readonly hasNumber: boolean
  readonly start: number
}

/** Words for shares that a policy may lack; a text that uses one says more than the policy knows. */
const usualWords = [
  'most',
  'most of',
  'many',
  'many of',
  'some',
  'some of',
  'few',
  'a few',
  'several',
  'numerous',
  'a number of',
  'a minority of',
  'a majority of',
  'the majority of',
  'a handful of',
  'half',
  'more than half',
  'less than half',
  'almost all',
  'nearly all',
  'all',
]

/** The words for shares that stand before those who are counted, each with the statement that follows it. */
export const quantifiersIn = (
  text: string,
  statements: readonly TextStatement[],
  policy: BandPolicy,
): readonly Quantifier[] => {
  const words = [...new Set([...policy.bands.flatMap(wordsOf), ...usualWords])]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[^\p{L}\p{N} -]/gu, ''))
  const pattern = `\\b(?<word>${words.join('|')})(?: of)?(?: the| all)?(?: (?!(?:${numberPattern})\\b)[\\p{L}-]{1,20}){0,2}? (?:${unitPattern})\\b`
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => {
    const end = match.index + match[0].length
    // The number of `Many respondents (18)` begins with its noun, which is the quantifier's, too.
    const statement = statements.find(
      (one) =>
        (one.start >= match.index && one.start < end) ||
        (one.start >= end && /^[ ,(]*$/.test(text.slice(end, one.start))),
    )
    const [from, to] = sentenceAround(text, match.index)
    return {
      word: match.groups!.word!,
      statement,
      hasNumber: statements.some((one) => one.start >= from && one.start < to),
      start: match.index,
    }
  })
}

const sentenceAround = (text: string, at: number): readonly [from: number, to: number] => {
  const before = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('; ', at))
  const ends = [text.indexOf('. ', at), text.indexOf('; ', at)].filter((end) => end >= 0)
  return [before + 1, ends.length === 0 ? text.length : Math.min(...ends)]
}
