import { type BandPolicy, quantifier } from '../../audit/bands.ts'
import { type CellPlace, cellId } from '../../model/cell-id.ts'
import type { BaseKind } from '../../model/study.ts'
import { countWord } from './number-words.ts'
import { capital, plain, type Run, type Sentence } from './prose.ts'

/** A count with its share, and where both stand. */
export interface Quantity {
  readonly count: number
  readonly base: number
  readonly baseKind: BaseKind
  /** Whole per cent; `null` over an empty base. */
  readonly percent: number | null
  readonly place: Omit<CellPlace, 'column'>
}

/** A count as a run that leads to its cell. */
export const countRun = ({ count, place }: Quantity): Run => ({
  text: countWord(count),
  value: count,
  cell: cellId({ ...place, column: 'respondents' }),
})

/** `18 per cent`; nothing over an empty base. */
export const percentRuns = ({ percent, place }: Quantity): Sentence =>
  percent === null
    ? []
    : [{ text: String(percent), value: percent, cell: cellId({ ...place, column: 'percent' }) }, plain(' per cent')]

/** `14 respondents, or 18 per cent`; without the noun `14, or 18 per cent`. */
export const countAndShare = (quantity: Quantity, withNoun = true): Sentence => {
  const share = percentRuns(quantity)
  const name = withNoun ? ` ${noun(quantity.count)}` : ''
  return [countRun(quantity), plain(`${name}${share.length === 0 ? '' : ', or '}`), ...share]
}

/**
 * Who, at the start of a sentence: `Most respondents (50 respondents, or 65 per cent)`, with the policy's word for the
 * share; `Two respondents (3 per cent)` or `A total of 21 respondents (27 per cent)` where it has none.
 */
export const subject = (quantity: Quantity, bands: BandPolicy | undefined): Sentence => {
  const { count, base, baseKind } = quantity
  if (count === 0)
    return baseKind === 'all'
      ? [{ ...countRun(quantity), text: 'No' }, plain(' respondents')]
      : [{ ...countRun(quantity), text: 'None' }, plain(` ${of[baseKind]}`)]
  const word = bands && quantifier(bands, count, base)
  if (word) return capital([plain(`${whoText(word, baseKind)} (`), ...countAndShare(quantity), plain(')')])
  const share = percentRuns(quantity)
  const start = count < 10 ? [] : [plain('a total of ')]
  return capital([
    ...start,
    countRun(quantity),
    plain(` ${noun(count)}${share.length === 0 ? '' : ' ('}`),
    ...share,
    plain(share.length === 0 ? '' : ')'),
  ])
}

const noun = (count: number): string => (count === 1 ? 'respondent' : 'respondents')

/** Words that are followed by `of the respondents`. */
const partWords = /\b(?:half|majority|minority|third|quarter)\b/

/** A word for a share and whom it is of: `most respondents`, `half of the respondents`. */
export const whoText = (word: string, kind: BaseKind): string =>
  kind === 'all' && !partWords.test(word) ? `${word} respondents` : `${word} ${of[kind]}`

const of: Readonly<Record<BaseKind, string>> = {
  all: 'of the respondents',
  asked: 'of the respondents who were asked',
  answered: 'of the respondents who answered',
}
