import type { Figure } from './figures/figure.ts'
import { type Html, html } from './markup.ts'

/** A figure in the page with its caption; the table it is drawn from stands below it. */
export const figureBlock = (figure: Figure | undefined): Html =>
  figure === undefined
    ? html``
    : html`<figure class="chart" id="${figure.id}"><figcaption><b>Figure ${figure.number}</b> ${figure.title}</figcaption>
<div class="scroll" role="region" tabindex="0" aria-label="Figure ${figure.number}">${{ html: figure.svg.replace(' xmlns="http://www.w3.org/2000/svg"', '') }}</div>
<p class="cut">${figure.chart.left === 0 ? '' : `The ${figure.chart.bars.length} most frequent of ${figure.chart.bars.length + figure.chart.left}. `}Drawn from <code>tables/${figure.tableId}.csv</code>.</p></figure>`
