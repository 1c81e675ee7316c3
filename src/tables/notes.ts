import type { BaseKind } from '../model/study.ts'

const bases: Readonly<Record<BaseKind, string>> = {
  all: 'all respondents',
  asked: 'the respondents who were asked',
  answered: 'the respondents who answered',
}

/** The base in words. */
export const baseText = (kind: BaseKind): string => bases[kind]

/** How percentages are made; holds for every table. */
export const roundingNote = 'Percentages are rounded half up to whole numbers and empty where the base is 0.'

/** Why the percentages of themes have no sum. */
export const severalThemesNote = 'A respondent may name several themes, so percentages do not add to 100.'

/** What the counts of themes are. */
export const unitNote =
  'Counted are respondents with the theme; answers and mentions (passages found) show how often it comes up.'
