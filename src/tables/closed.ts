import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { classCounts, closedQuestions } from './class-count.ts'
import { baseText, roundingNote } from './notes.ts'
import type { Tally } from './tally.ts'

/** How many respondents fell into each class of the closed questions: `closed.csv`, a row a question and class. */
export const closed = (study: Study, tally: Tally): Table => ({
  id: 'closed',
  title: 'Closed questions',
  note: `Counted are respondents in the base, one class each. The base of a percentage is ${baseText(study.base)}${study.base === 'all' ? '' : ' the question'}. ${roundingNote} Rounded percentages may not add to 100. \`ask\`: classes that wait for a person; \`decided\`: classes that a person has chosen.`,
  columns: ['question', 'class', 'respondents', 'base', 'percent', 'base_kind', 'ask', 'decided'],
  rows: closedQuestions(study).flatMap((question) =>
    classCounts(study, tally, question).map((count) => [
      question,
      count.class,
      count.respondents,
      count.base,
      count.percent,
      count.baseKind,
      count.ask,
      count.decided,
    ]),
  ),
})
