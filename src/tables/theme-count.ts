import type { Code } from '../model/codebook.ts'
import type { BaseKind, Study } from '../model/study.ts'
import type { Cell } from '../model/table.ts'
import { percent } from '../statistics/rounding.ts'
import type { Counts, Reach, Slice, Tally } from './tally.ts'

/** A code with what was counted of it and the base of its percentage. Tables and report are made from this record. */
export interface ThemeCount extends Readonly<Counts> {
  readonly code: Code
  /** Respondents that the percentage is of. */
  readonly base: number
  readonly baseKind: BaseKind
  /** Whole per cent, half up; `null` over an empty base. */
  readonly percent: number | null
}

/** The columns of one code's counts, and its cells in this order. */
export const themeColumns = ['respondents', 'answers', 'mentions', 'base', 'base_kind', 'percent'] as const

/** The cells of `themeColumns`. */
export const themeCells = (count: ThemeCount): readonly Cell[] => [
  count.respondents,
  count.answers,
  count.mentions,
  count.base,
  count.baseKind,
  count.percent,
]

/** The base among `all` respondents, of whom some were asked and some answered. */
export const baseOf = (kind: BaseKind, all: number, reach: Readonly<Reach> | undefined): number =>
  kind === 'all' ? all : (reach?.[kind] ?? 0)

/** Counts of all codes in one part of the respondents, in the codebook's order, those never found too. */
export const themeCounts = (study: Study, tally: Tally, slice: Slice): readonly ThemeCount[] =>
  study.codes.map((code) => {
    const reach = slice.reach[tally.plan.codes.get(code.id)!.questionSet]
    return themeCount(study, code, slice.codes.get(code.id), baseOf(study.base, slice.respondents, reach))
  })

/** One code's record. */
export const themeCount = (study: Study, code: Code, counts: Counts | undefined, base: number): ThemeCount => ({
  code,
  respondents: counts?.respondents ?? 0,
  answers: counts?.answers ?? 0,
  mentions: counts?.mentions ?? 0,
  base,
  baseKind: study.base,
  percent: percent(counts?.respondents ?? 0, base),
})
