import type { Study } from '../model/study.ts'
import type { CodingEvidence, LabelEvidence, Sample, Why } from './evidence.ts'
import { type Content, type Html, html } from './markup.ts'
import { quote } from './quote.ts'
import { counted, number, questionName, readable } from './words.ts'

const statusTexts: Readonly<Record<CodingEvidence['status'] | LabelEvidence['status'], string>> = {
  suggested: 'suggested, not reviewed',
  accepted: 'accepted',
  added: 'added by a person',
  recoded: 'moved here by a person',
  rejected: 'rejected',
  replaced: 'moved away',
  classified: 'by rule',
  ask: 'a person should look',
  decided: 'decided by a person',
}

/** One coding: who, where, the words, and why they count. */
export const codingItem = (study: Study, item: CodingEvidence): Html => html`<li>
${head(item.respondent, questionName(study, item.question), item.status, item.by)}
${item.passages.map(quote)}
${item.why.length === 0 ? html`<p class="why">No words were marked.</p>` : item.why.map(whyLine)}
${item.note === '' ? '' : html`<p class="why">Note: <bdi>${item.note}</bdi></p>`}
</li>`

/** One closed answer: who, the words, and the rule that fired. */
export const labelItem = (item: LabelEvidence): Html => html`<li>
${head(item.respondent, item.kind === '' ? '' : readable(item.kind), item.status, [])}
${item.passages.map(quote)}
<p class="why"><bdi>${item.reason}</bdi>${item.rules.map((rule) => html` Rule <code>${rule}</code>.`)}</p>
</li>`

/** A closed list of items that opens on a click, with a word on what is left out. */
export const itemList = (summary: Content, sample: Sample<unknown>, items: readonly Html[], file: string): Html =>
  html`<details><summary>${summary}</summary>
<ol class="items">${items}</ol>
${
  sample.items.length < sample.total
    ? html`<p class="cut">${number(sample.items.length)} of ${number(sample.total)} shown; all are in <code>${file}</code>.</p>`
    : ''
}</details>`

/** What stands on the line that opens a theme's evidence. */
export const evidenceSummary = (respondents: number, answers: number): string =>
  `${counted(answers, 'answer')} of ${counted(respondents, 'respondent')}`

const head = (respondent: string, place: string, status: keyof typeof statusTexts, by: readonly string[]): Html =>
  html`<p class="who"><b><bdi>${respondent}</bdi></b>${place === '' ? '' : html` <span>${place}</span>`} <span class="status ${status}">${statusTexts[status]}${by.length === 0 ? '' : html`: <bdi>${by.join(', ')}</bdi>`}</span></p>`

const whyLine = ({ lexicon, rule, context }: Why): Html =>
  lexicon === 'person'
    ? html`<p class="why">Marked by <bdi>${rule}</bdi>.</p>`
    : html`<p class="why">Rule <code>${rule}</code> of <code>${lexicon}</code>${context.map(
        (trigger) => html` · ${trigger.class}: “<bdi>${trigger.quote}</bdi>”`,
      )}</p>`
