import { counts } from '../model/coding.ts'
import type { Study } from '../model/study.ts'
import type { Cell } from '../model/table.ts'
import { groupBy } from '../statistics/group-by.ts'
import type { Layers } from './layers.ts'

/** The header of `matrix.csv`: the respondent, then every code in the codebook's order. */
export const matrixColumns = (study: Study): readonly string[] => ['respondent', ...study.codes.map(({ id }) => id)]

/**
 * Rows of `matrix.csv` for one chunk: a row a respondent in the order of the answers, 1 where a counted coding gives the
 * code, else 0. Made chunk by chunk, because a row a respondent would not fit into a tally.
 */
export const matrixRows = (study: Study, { answers, codings }: Layers): readonly (readonly Cell[])[] => {
  const codesOf = groupBy(
    codings.filter(({ status }) => counts(status)),
    ({ respondent }) => respondent,
  )
  return [...new Set(answers.map(({ respondent }) => respondent))].map((respondent) => {
    const own = new Set(codesOf.get(respondent)?.map(({ code }) => code))
    return [respondent, ...study.codes.map(({ id }) => (own.has(id) ? 1 : 0))]
  })
}
