import { f1Interval, type Interval } from './interval.ts'

/** Hits and misses against gold. */
export interface Confusion {
  readonly tp: number
  readonly fp: number
  readonly fn: number
}

/** Precision, recall and F1; `null` where nothing was found, nothing was to be found, or neither. */
export interface Score extends Confusion {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  readonly f1Interval: Interval | null
}

/** Three averages over codes; `null` over no codes. */
export interface MacroScore {
  readonly codes: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator

/** The score that hits and misses make. */
export const score = ({ tp, fp, fn }: Confusion): Score => ({
  tp,
  fp,
  fn,
  precision: ratio(tp, tp + fp),
  recall: ratio(tp, tp + fn),
  f1: ratio(2 * tp, 2 * tp + fp + fn),
  f1Interval: f1Interval(tp, fp, fn),
})

/** Score of the summed hits and misses. */
export const microScore = (scores: readonly Confusion[]): Score =>
  score({
    tp: scores.reduce((sum, { tp }) => sum + tp, 0),
    fp: scores.reduce((sum, { fp }) => sum + fp, 0),
    fn: scores.reduce((sum, { fn }) => sum + fn, 0),
  })

/** Mean of the scores, each code weighing the same; what is undefined counts as 0. */
export const macroScore = (scores: readonly Score[]): MacroScore => ({
  codes: scores.length,
  precision: mean(scores.map(({ precision }) => precision ?? 0)),
  recall: mean(scores.map(({ recall }) => recall ?? 0)),
  f1: mean(scores.map(({ f1 }) => f1 ?? 0)),
})

const mean = (values: readonly number[]): number | null =>
  ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )
