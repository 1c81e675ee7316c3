import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { percent } from '../statistics/rounding.ts'
import { baseText, roundingNote, severalThemesNote, unitNote } from './notes.ts'
import type { Tally } from './tally.ts'
import { familiesOf, questionSetOf } from './tally-plan.ts'
import { baseOf, themeColumns } from './theme-count.ts'

/** How many respondents named any theme of a family, each counted once: `families.csv`, a row a family. */
export const families = (study: Study, tally: Tally): Table => ({
  id: 'families',
  title: 'Families of themes',
  note: `${unitNote} A family is the union of its themes: a respondent with several of them counts once, so a family is not the sum of its themes. The base of a percentage is ${baseText(study.base)}${study.base === 'all' ? '' : ' at least one question that the family belongs to'}. ${roundingNote} ${severalThemesNote}`,
  columns: ['family', 'label', ...themeColumns],
  rows: familiesOf(study).map(({ id, label, questions }) => {
    const { respondents, answers, mentions } = tally.whole.families.get(id) ?? {
      respondents: 0,
      answers: 0,
      mentions: 0,
    }
    const reach = tally.whole.reach[questionSetOf(tally.plan, questions)]
    const base = baseOf(study.base, tally.whole.respondents, reach)
    return [id, label, respondents, answers, mentions, base, study.base, percent(respondents, base)]
  }),
})
