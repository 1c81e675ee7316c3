import { groupBy } from '../statistics/group-by.ts'
import { baseText, severalThemesNote } from '../tables/notes.ts'
import { type ThemeCount, themeCounts } from '../tables/theme-count.ts'
import { figureBlock } from './figure-html.ts'
import { anchor, type Html, html } from './markup.ts'
import { prose } from './prose-html.ts'
import type { ReportContent } from './report-content.ts'
import { codeAnchor, themeRow, themeRowWithEvidence, themeTable } from './theme-table.ts'
import { questionName } from './words.ts'

/** Themes in the overview. */
const most = 10

/** Place of a family in the page. */
export const familyAnchor = (family: string): string => anchor('family', family)

/** The themes that most respondents named, over all families; equals in the codebook's order. */
export const overviewSection = ({ study, tally }: ReportContent): Html => {
  const named = themeCounts(study, tally, tally.whole).filter(({ respondents }) => respondents > 0)
  const first = named.toSorted((a, b) => b.respondents - a.respondents).slice(0, most)
  if (first.length === 0) return html``
  return html`<section id="overview"><h2>Themes named most</h2>
${themeTable(
  `The ${first.length} themes with the most respondents; shares are of ${baseText(study.base)}. ${severalThemesNote}`,
  first.map((count) =>
    themeRow(
      count,
      html`<a href="#${codeAnchor(count.code.id)}">${count.code.label}</a><span class="definition">${count.code.familyLabel}</span>`,
    ),
  ),
  true,
)}</section>`
}

/** A section for each family, with the quotes behind every count. */
export const familySections = ({ study, tally, evidence, parts }: ReportContent): readonly Html[] => {
  const families = groupBy(themeCounts(study, tally, tally.whole), ({ code }) => code.family)
  return parts.families.map(({ subject, paragraph, figure }) => {
    const counts = families.get(subject) ?? []
    return html`<section id="${familyAnchor(subject)}"><h2>${counts[0]!.code.familyLabel}</h2>
${prose(paragraph)}${figureBlock(figure)}
${themeTable(
  `${questionsText(study, counts)}Share of ${baseText(study.base)}${basesText(counts)}. A line below a theme opens its quotes.`,
  counts.flatMap((count) => themeRowWithEvidence(study, evidence, count)),
  false,
)}</section>`
  })
}

const questionsText = (study: ReportContent['study'], counts: readonly ThemeCount[]): string => {
  const ids = counts[0]!.code.questions
  return ids === undefined
    ? ''
    : `Answers to ${ids.map((id) => questionName(study, id).replace('Question', 'question')).join(', ')}. `
}

/** The base in figures where all themes of the family share it. */
const basesText = (counts: readonly ThemeCount[]): string => {
  const bases = new Set(counts.map(({ base }) => base))
  return bases.size === 1 ? ` (${[...bases][0]})` : ''
}
