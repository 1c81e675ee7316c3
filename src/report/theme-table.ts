import type { Study } from '../model/study.ts'
import type { ThemeCount } from '../tables/theme-count.ts'
import { bar } from './bar.ts'
import type { Evidence } from './evidence.ts'
import { codingItem, evidenceSummary, itemList } from './evidence-item.ts'
import { anchor, type Content, type Html, html } from './markup.ts'
import { number, percentText } from './words.ts'

/** Place of a code in the page. */
export const codeAnchor = (code: string): string => anchor('code', code)

/** A table of themes, with bars where no figure shows them. */
export const themeTable = (
  caption: Content,
  rows: readonly Html[],
  withBars: boolean,
): Html => html`<table class="counts">
<caption>${caption}</caption>
<thead><tr><th scope="col">Theme</th>${withBars ? html`<th scope="col" class="wide"><span class="hidden">Bar</span></th>` : ''}<th scope="col" class="number">Respondents</th><th scope="col" class="number">Share</th><th scope="col" class="number minor">Answers</th><th scope="col" class="number minor">Mentions</th></tr></thead>
<tbody>${rows}</tbody></table>`

/** A theme's row: name, bar, counts. `name` may be a link; a row with an id is the one that links lead to, and has no bar. */
export const themeRow = (count: ThemeCount, name: Content, id?: string): Html =>
  html`<tr${id === undefined ? '' : html` id="${id}"`}${count.respondents === 0 ? html` class="none"` : ''}><th scope="row">${name}</th>${id === undefined ? html`<td class="wide">${bar(count.respondents, count.base)}</td>` : ''}<td class="number">${number(count.respondents)}</td><td class="number">${percentText(count.percent)}</td><td class="number minor">${number(count.answers)}</td><td class="number minor">${number(count.mentions)}</td></tr>`

/** A theme's row and, below it, the quotes behind its count. */
export const themeRowWithEvidence = (study: Study, evidence: Evidence, count: ThemeCount): readonly Html[] => {
  const { code } = count
  const sample = evidence.codes.get(code.id) ?? { total: 0, items: [] }
  const removed = evidence.notCounted.get(code.id) ?? 0
  const more = removed === 0 ? '' : `; ${number(removed)} rejected or moved away by a person, not counted`
  const name = html`${code.label}<span class="definition">${code.definition}</span>`
  const row = themeRow(count, name, codeAnchor(code.id))
  if (sample.total === 0 && removed === 0) return [row]
  const summary = `${evidenceSummary(count.respondents, count.answers)}${more}`
  if (sample.total === 0)
    return [row, html`<tr class="evidence"><td colspan="5"><p class="cut">${summary}</p></td></tr>`]
  const items = sample.items.map((item) => codingItem(study, item))
  return [
    row,
    html`<tr class="evidence"><td colspan="5">${itemList(html`<span class="hidden">${code.label}: </span>${summary}`, sample, items, 'codings.ndjson')}</td></tr>`,
  ]
}
