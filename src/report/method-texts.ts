import { codingStatuses } from '../model/coding.ts'
import { roundingNote, severalThemesNote, unitNote } from '../tables/notes.ts'
import type { ReportInput } from './report-input.ts'
import { counted, number } from './words.ts'

const baseTexts = {
  all: 'Shares are of all respondents, whether or not they were asked or answered.',
  asked:
    'Shares are of the respondents who were asked: the question did not fall away by an earlier answer. Where a theme belongs to several questions, one is enough.',
  answered:
    'Shares are of the respondents who wrote something in answer to the question. Where a theme belongs to several questions, one is enough.',
} as const

/** How it was counted, one text a paragraph. */
export const methodTexts = ({ study, tally, bands }: ReportInput): readonly string[] => {
  const statuses = codingStatuses.flatMap((status) => {
    const count = tally.statuses.get(status) ?? 0
    return count === 0 ? [] : [`${status} ${number(count)}`]
  })
  return [
    unitNote,
    baseTexts[study.base],
    `${roundingNote} ${severalThemesNote}`,
    `Themes were suggested by the rules of lexicons, and closed answers classified by rules; the same words give the same result on every run. Suggestions that a person rejected or moved away are not counted.${statuses.length === 0 ? '' : ` Codings by status: ${statuses.join(', ')}.`}`,
    `All ${counted(tally.whole.respondents, 'respondent')} are counted. The shares describe them and nobody else, hence there are no margins of error.`,
    `Words such as “many” stand for shares as this policy says: ${bands.title}, version ${bands.version}.`,
  ]
}
