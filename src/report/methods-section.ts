import { codingStatuses } from '../model/coding.ts'
import { roundingNote, severalThemesNote, unitNote } from '../tables/notes.ts'
import { type Html, html } from './markup.ts'
import type { ReportInput } from './report-input.ts'
import { counted, number } from './words.ts'

const baseTexts = {
  all: 'Shares are of all respondents, whether or not they were asked or answered.',
  asked:
    'Shares are of the respondents who were asked: the question did not fall away by an earlier answer. Where a theme belongs to several questions, one is enough.',
  answered:
    'Shares are of the respondents who wrote something in answer to the question. Where a theme belongs to several questions, one is enough.',
} as const

/** What was counted, over what, rounded how, and by which versions. */
export const methodsSection = ({ study, tally, tables, versions }: ReportInput): Html => {
  const statuses = codingStatuses.flatMap((status) => {
    const count = tally.statuses.get(status) ?? 0
    return count === 0 ? [] : [`${status} ${number(count)}`]
  })
  return html`<section id="methods"><h2>How this was counted</h2>
<ul class="methods">
<li>${unitNote}</li>
<li>${baseTexts[study.base]}</li>
<li>${roundingNote} ${severalThemesNote}</li>
<li>Themes were suggested by the rules of lexicons, and closed answers classified by rules; the same words give the same result on every run. Suggestions that a person rejected or moved away are not counted.${statuses.length === 0 ? '' : ` Codings by status: ${statuses.join(', ')}.`}</li>
<li>All ${counted(tally.whole.respondents, 'respondent')} are counted. The shares describe them and nobody else, hence there are no margins of error.</li>
<li>In a quote, <mark>marked words</mark> are those that a rule found, and <mark class="context">underlined words</mark> those that say what is made of them, such as “should” or “lack of”.</li>
</ul>
${
  tables.length === 0
    ? ''
    : html`<h3>Tables</h3><ul class="methods">${tables.map(
        ({ id, title }) => html`<li><code>tables/${id}.csv</code> ${title}</li>`,
      )}</ul>`
}${
  versions.length === 0
    ? ''
    : html`<h3>Versions</h3><table class="versions"><thead class="hidden"><tr><th scope="col">Part</th><th scope="col">Version</th></tr></thead><tbody>${versions.map(
        ({ name, version }) => html`<tr><th scope="row">${name}</th><td><code>${version}</code></td></tr>`,
      )}</tbody></table>`
}</section>`
}
