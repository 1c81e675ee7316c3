import { type ClassCount, classCounts } from '../tables/class-count.ts'
import { baseText } from '../tables/notes.ts'
import { classAnchor } from './cell-anchor.ts'
import { itemList, labelItem } from './evidence-item.ts'
import { figureBlock } from './figure-html.ts'
import { anchor, type Html, html } from './markup.ts'
import { prose } from './prose-html.ts'
import type { Part, ReportContent } from './report-content.ts'
import { className, counted, number, percentText, questionName, readable } from './words.ts'

/** Place of a closed question in the page. */
export const questionAnchor = (question: string): string => anchor('question', question)

/** The closed questions, each with its classes and the answers behind them; nothing where there are none. */
export const closedSection = (content: ReportContent): Html =>
  content.parts.questions.length === 0
    ? html``
    : html`<section id="closed"><h2>Closed questions</h2>${content.parts.questions.map((part) => questionPart(content, part))}</section>`

const questionPart = (content: ReportContent, { subject: question, paragraph, figure }: Part): Html => {
  const { study, tally } = content
  const counts = classCounts(study, tally, question)
  const follows = study.questions.get(question)?.follows
  const condition = follows
    ? ` Asked after “${className(follows.class)}” to ${questionName(study, follows.question).replace('Question', 'question')}.`
    : ''
  return html`<section class="question" id="${questionAnchor(question)}"><h3><span class="tag">${questionName(study, question)}</span> ${study.questions.get(question)?.text}</h3>
${prose(paragraph)}${figureBlock(figure)}
<table class="counts">
<caption>Share of ${baseText(study.base)} (${number(counts[0]?.base ?? 0)}).${condition} Rounded shares may not add to 100.</caption>
<thead><tr><th scope="col">Class</th><th scope="col" class="number">Respondents</th><th scope="col" class="number">Share</th></tr></thead>
<tbody>${counts.flatMap((count) => classRows(content, count))}</tbody></table></section>`
}

const classRows = ({ evidence }: ReportContent, count: ClassCount): readonly Html[] => {
  const sample = evidence.classes.get(count.question)?.get(count.class) ?? { total: 0, items: [] }
  const name = className(count.class)
  const row = html`<tr id="${classAnchor(count.question, count.class)}"${count.respondents === 0 ? html` class="none"` : ''}><th scope="row">${name}</th><td class="number">${number(count.respondents)}</td><td class="number">${percentText(count.percent)}</td></tr>`
  if (sample.total === 0) return [row]
  const parts = [
    ...count.kinds.map(([kind, respondents]) => `${readable(kind).toLowerCase()}: ${number(respondents)}`),
    ...(count.ask > 0 ? [`a person should look: ${number(count.ask)}`] : []),
    ...(count.decided > 0 ? [`decided by a person: ${number(count.decided)}`] : []),
  ]
  const summary = html`<span class="hidden">${name}: </span>${[counted(sample.total, 'answer'), ...parts].join('; ')}`
  return [
    row,
    html`<tr class="evidence"><td colspan="3">${itemList(summary, sample, sample.items.map(labelItem), 'labels.ndjson')}</td></tr>`,
  ]
}
