import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { baseText, roundingNote, severalThemesNote, unitNote } from './notes.ts'
import type { Tally } from './tally.ts'
import { themeCells, themeColumns, themeCounts } from './theme-count.ts'

/** How many respondents named each theme: `themes.csv`, a row a code. */
export const themes = (study: Study, tally: Tally): Table => ({
  id: 'themes',
  title: 'Themes',
  note: `${unitNote} The base of a percentage is ${baseText(study.base)}${questionsText(study)}. ${roundingNote} ${severalThemesNote}`,
  columns: ['family', 'code', 'label', ...themeColumns],
  rows: themeCounts(study, tally, tally.whole).map((count) => [
    count.code.family,
    count.code.id,
    count.code.label,
    ...themeCells(count),
  ]),
})

const questionsText = (study: Study): string =>
  study.base === 'all' ? '' : ' at least one question that the theme belongs to'
