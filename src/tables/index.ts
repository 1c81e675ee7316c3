import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { closedQuestions } from './class-count.ts'
import { closed } from './closed.ts'
import { cooccurrenceTable } from './cooccurrence.ts'
import { differencesByAttribute } from './differences-by-attribute.ts'
import { families } from './families.ts'
import { respondentsByAttribute } from './respondents-by-attribute.ts'
import type { TableMaker } from './table-maker.ts'
import type { Tally } from './tally.ts'
import { themes } from './themes.ts'
import { themesByAttribute } from './themes-by-attribute.ts'
import { themesByQuestion } from './themes-by-question.ts'

/** All tables, in the order in which they are written. A new table is one file and one line here. */
export const tableMakers: readonly TableMaker[] = [
  (study, tally) => [themes(study, tally)],
  (study, tally) => [families(study, tally)],
  (study, tally) => [themesByQuestion(study, tally)],
  (study, tally) => tally.plan.by.map((attribute) => themesByAttribute(study, tally, attribute)),
  (study, tally) => tally.plan.by.map((attribute) => differencesByAttribute(study, tally, attribute)),
  (study, tally) => [cooccurrenceTable(study, tally)],
  (study, tally) => tally.plan.by.map((attribute) => respondentsByAttribute(study, tally, attribute)),
  (study, tally) => (closedQuestions(study).length === 0 ? [] : [closed(study, tally)]),
]

/** The tables of a study. */
export const makeTables = (study: Study, tally: Tally): readonly Table[] =>
  tableMakers.flatMap((make) => make(study, tally))
