import { counts } from '../model/coding.ts'
import { groupBy } from '../statistics/group-by.ts'
import { themeCounts } from '../tables/theme-count.ts'
import { questionAnchor } from './closed-section.ts'
import { crosstabAnchor } from './crosstab-section.ts'
import { type Content, type Html, html } from './markup.ts'
import type { ReportContent } from './report-content.ts'
import type { ReportInput } from './report-input.ts'
import { reviewStatus, waiting } from './review-status.ts'
import { familyAnchor } from './themes-section.ts'
import { counted, number, questionName, readable } from './words.ts'

/** Title, state of the review, and the main figures. */
export const front = ({ study, tally, findings }: ReportInput): Html => {
  const codings = [...tally.statuses].reduce((sum, [status, count]) => (counts(status) ? sum + count : sum), 0)
  const all = [...tally.statuses.values()].reduce((sum, count) => sum + count, 0)
  const open = waiting(tally)
  const grave = findings.filter(({ level }) => level !== 'note').length
  return html`<header><p class="kind">Theme frequencies</p><h1>${study.title}</h1>
<p class="review">${reviewStatus(tally)}${open === 0 ? '' : ` ${counted(open, 'closed answer')} should be looked at by a person.`}</p>
<dl class="figures">
${figure('Respondents', tally.whole.respondents, '')}
${figure('Answers', tally.answers, `${number(tally.blank)} left blank`)}
${figure('Codings', codings, all === codings ? `of ${number(study.codes.length)} themes` : `${number(all - codings)} more taken out in review`)}
${figure('Findings', findings.length, `${number(grave)} to look at`, '#findings')}
</dl></header>`
}

const figure = (name: string, count: number, more: string, link?: string): Html =>
  html`<div><dt>${link === undefined ? name : html`<a href="${link}">${name}</a>`}</dt><dd>${number(count)}</dd><dd class="more">${more}</dd></div>`

/** The list of contents. */
export const contents = ({ study, tally, parts }: ReportContent): Html => {
  const families = groupBy(themeCounts(study, tally, tally.whole), ({ code }) => code.family)
  return html`<nav aria-label="Contents"><h2>Contents</h2><ul>
${[...families.values()].flat().some(({ respondents }) => respondents > 0) ? entry('#overview', 'Themes named most') : ''}
${parts.respondents.some(({ paragraph }) => paragraph.length > 0) ? entry('#respondents', 'Respondents') : ''}
${
  parts.questions.length === 0
    ? ''
    : html`<li><a href="#closed">Closed questions</a><ul class="inline">${parts.questions.map(
        ({ subject }) =>
          html`<li><a href="#${questionAnchor(subject)}">${questionName(study, subject).replace('Question ', '')}</a></li>`,
      )}</ul></li>`
}
${parts.families.map(({ subject }) => {
  const own = families.get(subject) ?? []
  const named = own.filter(({ respondents }) => respondents > 0).length
  return entry(`#${familyAnchor(subject)}`, own[0]!.code.familyLabel, `${named} of ${own.length}`)
})}
${tally.plan.by.map((attribute) => entry(`#${crosstabAnchor(attribute)}`, `By ${readable(attribute).toLowerCase()}`))}
${entry('#findings', 'Findings')}
${entry('#methods', 'How this was counted')}
</ul></nav>`
}

const entry = (href: string, name: Content, more = ''): Html =>
  html`<li><a href="${href}">${name}</a>${more === '' ? '' : html` <span class="more">${more}</span>`}</li>`
