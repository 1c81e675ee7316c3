import { respondentsTableId } from '../tables/respondents-by-attribute.ts'
import { valueAnchor } from './cell-anchor.ts'
import { figureBlock } from './figure-html.ts'
import { rowsOf } from './figures/row.ts'
import { type Html, html } from './markup.ts'
import { prose } from './prose-html.ts'
import type { Part, ReportContent } from './report-content.ts'
import { number, percentText, readable, valueName } from './words.ts'

/** Values that fit on a page; more are in the table's file only. */
const widest = 40

/** Who answered, by each attribute; nothing for a study without attributes. */
export const respondentsSection = (content: ReportContent): Html =>
  content.parts.respondents.every(({ paragraph }) => paragraph.length === 0)
    ? html``
    : html`<section id="respondents"><h2>Respondents</h2>${content.parts.respondents.map((part) => attributePart(content, part))}</section>`

const attributePart = ({ tables }: ReportContent, { subject, paragraph, figure }: Part): Html => {
  const tableId = respondentsTableId(subject)
  const rows = rowsOf(tables, tableId)
  const name = readable(subject)
  const note = `Respondents by ${name.toLowerCase()}, and their share of all respondents. Rounded shares may not add to 100.`
  return html`${prose(paragraph)}${figureBlock(figure)}<table class="counts small"><caption>${note}${rows.length > widest ? ` The first ${widest} of ${rows.length}; all are in tables/${tableId}.csv.` : ''}</caption>
<thead><tr><th scope="col">${name}</th><th scope="col" class="number">Respondents</th><th scope="col" class="number">Share</th></tr></thead>
<tbody>${rows
    .slice(0, widest)
    .map(
      (row) =>
        html`<tr id="${valueAnchor(tableId, String(row(subject)))}"><th scope="row"><bdi>${valueName(String(row(subject)))}</bdi></th><td class="number">${number(Number(row('respondents')))}</td><td class="number">${percentText(row('percent') as number | null)}</td></tr>`,
    )}</tbody></table>`
}
