import type { Study } from '../model/study.ts'
import { groupBy } from '../statistics/group-by.ts'
import { baseText } from '../tables/notes.ts'
import type { ThemeCount } from '../tables/theme-count.ts'
import { attributeTableId, themeCountsByValue, valuesOf } from '../tables/themes-by-attribute.ts'
import { anchor, type Html, html } from './markup.ts'
import type { ReportInput } from './report-input.ts'
import { codeAnchor } from './theme-table.ts'
import { number, percentText, readable, valueName } from './words.ts'

/** Values that fit on a page; more are in the table's file only. */
const widest = 12

/** Place of a crosstab in the page. */
export const crosstabAnchor = (attribute: string): string => anchor('by', attribute)

/** Themes by the values of each attribute. */
export const crosstabSections = (input: ReportInput): readonly Html[] =>
  input.tally.plan.by.map((attribute) => {
    const values = valuesOf(input.tally, attribute)
    return html`<section id="${crosstabAnchor(attribute)}"><h2>Themes by ${readable(attribute).toLowerCase()}</h2>
${
  values.length > widest
    ? html`<p>${number(values.length)} values are too many for a page; the table is in <code>tables/${attributeTableId(attribute)}.csv</code>.</p>`
    : crosstab(input, attribute, values)
}</section>`
  })

const crosstab = ({ study, tally }: ReportInput, attribute: string, values: readonly string[]): Html => {
  const name = readable(attribute).toLowerCase()
  const slices = tally.values.get(attribute)
  const families = groupBy(
    themeCountsByValue(study, tally, attribute).filter((row) => row.length > 0),
    (row) => row[0]!.code.family,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Themes by ${name}"><table class="crosstab">
<caption>Respondents with the theme, and their share of ${baseText(study.base)} with that ${name}. No share is shown where the base is below ${study.minimumBase}.</caption>
<thead><tr><th scope="col">Theme</th>${values.map(
    (value) =>
      html`<th scope="col" class="number"><bdi>${valueName(value)}</bdi><span class="definition">${number(slices?.get(value)?.respondents ?? 0)} in all</span></th>`,
  )}</tr></thead>
${[...families.values()].map(
  (
    rows,
  ) => html`<tbody><tr class="family"><th scope="rowgroup" colspan="${values.length + 1}">${rows[0]![0]!.code.familyLabel}</th></tr>
${rows.map(
  (row) =>
    html`<tr><th scope="row"><a href="#${codeAnchor(row[0]!.code.id)}">${row[0]!.code.label}</a></th>${row.map((count) => cell(study, count))}</tr>`,
)}</tbody>`,
)}</table></div>`
}

const cell = (study: Study, count: ThemeCount): Html =>
  html`<td class="number${count.respondents === 0 ? ' none' : ''}">${number(count.respondents)}${share(study, count)}</td>`

/** An empty share keeps the counts of a column below each other. */
const share = ({ minimumBase }: Study, { respondents, base, percent }: ThemeCount): Html =>
  html` <span class="share">${respondents === 0 || base < minimumBase ? '' : percentText(percent)}</span>`
