import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { baseText, roundingNote, severalThemesNote, unitNote } from './notes.ts'
import type { Tally } from './tally.ts'
import { questionsOf } from './tally-plan.ts'
import { baseOf, themeCells, themeColumns, themeCount } from './theme-count.ts'

/** Themes in the answers to each question: `themes-by-question.csv`, a row a question and code that may meet. */
export const themesByQuestion = (study: Study, tally: Tally): Table => ({
  id: 'themes-by-question',
  title: 'Themes by question',
  note: `${unitNote} The base of a percentage is ${baseText(study.base)}${study.base === 'all' ? '' : ' the question'}. ${roundingNote} ${severalThemesNote}`,
  columns: ['question', 'family', 'code', 'label', ...themeColumns],
  rows: [...study.questions.keys()].flatMap((question) => {
    const entry = tally.questions.get(question)
    const base = baseOf(study.base, tally.whole.respondents, entry)
    return study.codes
      .filter((code) => questionsOf(study, code).includes(question) || entry?.codes.has(code.id))
      .map((code) => [
        question,
        code.family,
        code.id,
        code.label,
        ...themeCells(themeCount(study, code, entry?.codes.get(code.id), base)),
      ])
  }),
})
