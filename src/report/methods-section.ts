import { type Html, html } from './markup.ts'
import { methodTexts } from './method-texts.ts'
import type { ReportInput } from './report-input.ts'

/** What was counted, over what, rounded how, and by which versions. */
export const methodsSection = (input: ReportInput): Html => {
  const { tables, versions } = input
  return html`<section id="methods"><h2>How this was counted</h2>
<ul class="methods">
${methodTexts(input).map((text) => html`<li>${text}</li>`)}
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
