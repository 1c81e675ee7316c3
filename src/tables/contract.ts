import type { Study } from '../model/study.ts'
import { baseText } from './notes.ts'

/** How everything in the tables is counted, as pairs of a term and what holds for this study. */
export const countingContract = (study: Study): readonly (readonly [term: string, text: string])[] => [
  ['Unit', 'Respondents. Answers and mentions (passages found) are counted beside them and have no percentage.'],
  ['Base', `\`${study.base}\`: ${baseText(study.base)}. Each row states its base as a number.`],
  ['Collapse', 'A respondent has a theme or has it not (1 or 0), however many answers and passages name it.'],
  ['Families', 'A family is the union of its themes, not their sum: who has several of them counts once.'],
  ['Codings', 'Suggested ones count until a person rejects or moves them; accepted, added and recoded ones count.'],
  ['Rounding', 'Whole per cent, half up, on exact integers. Rounded percentages may not add to 100.'],
  ['Several themes', 'A respondent may name several themes, so percentages of themes do not add to 100.'],
  ['Minimum base', minimumText(study.minimumBase)],
  ['Zero', 'Themes and classes that nobody named keep their row.'],
]

const minimumText = (least: number): string =>
  `Pages for readers show no percentage over fewer than ${least} respondents; the CSV files keep all.`
