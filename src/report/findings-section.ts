import { type Finding, placeText } from '../model/finding.ts'
import { type Html, html, withCode } from './markup.ts'
import { number } from './words.ts'

/** Findings in the page; all are in the run's file. */
const shown = 200

/** What a person should know of the material: errors, then warnings, then notes. */
export const findingsSection = (findings: readonly Finding[]): Html => {
  const sorted = (['error', 'warning', 'note'] as const).flatMap((level) =>
    findings.filter((finding) => finding.level === level),
  )
  return html`<section id="findings"><h2>Findings</h2>
${
  sorted.length === 0
    ? html`<p>Nothing was found that a person should look at.</p>`
    : html`<ul class="findings">${sorted.slice(0, shown).map(item)}</ul>`
}${
  sorted.length > shown
    ? html`<p class="cut">${number(shown)} of ${number(sorted.length)} shown; all are in <code>findings.ndjson</code>.</p>`
    : ''
}</section>`
}

const item = ({ level, rule, message, where }: Finding): Html =>
  html`<li><p class="who"><b class="level ${level}">${level}</b> <code>${rule}</code> <span><bdi>${placeText(where)}</bdi></span></p><p><bdi>${withCode(message)}</bdi></p></li>`
