import { type BandPolicy, wordsOf } from './bands.ts'
import { numberPattern } from './number-words.ts'
import { firstFrom, type SentenceSpan } from './positions.ts'
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
  sentenceAt: (place: number) => SentenceSpan,
): readonly Quantifier[] => {
  const words = [...new Set([...policy.bands.flatMap(wordsOf), ...usualWords])]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[^\p{L}\p{N} -]/gu, ''))
  const starts = statements.map(({ start }) => start)
  // `The most respondents` compares, it does not count.
  const pattern = `(?<!\\bthe )\\b(?<word>${words.join('|')})(?: of)?(?: the| all)?(?: (?!(?:${numberPattern})\\b)[\\p{L}-]{1,20}){0,2}? (?:${unitPattern})\\b`
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => {
    const end = match.index + match[0].length
    const next = statements[firstFrom(starts, match.index)]
    // The number of `Many respondents (18)` begins with its noun, which is the quantifier's, too.
    const isBeside = next !== undefined && (next.start < end || /^[ ,(]{0,4}$/.test(text.slice(end, next.start)))
    const [from, to] = sentenceAt(match.index)
    return {
      word: match.groups!.word!,
      statement: isBeside ? next : undefined,
      hasNumber: (starts[firstFrom(starts, from)] ?? to) < to,
      start: match.index,
    }
  })
}
