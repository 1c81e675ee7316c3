import { createHash } from 'node:crypto'
import { closedSection } from './closed-section.ts'
import { crosstabSections } from './crosstab-section.ts'
import { findingsSection } from './findings-section.ts'
import { contents, front } from './front.ts'
import { html } from './markup.ts'
import { methodsSection } from './methods-section.ts'
import type { ReportContent } from './report-content.ts'
import { respondentsSection } from './respondents-section.ts'
import { style } from './style.ts'
import { familySections, overviewSection } from './themes-section.ts'

/** Nothing is loaded and nothing runs: the one style sheet is named by its hash, so no style of an answer applies. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`

/** The report: one page that opens by itself, without script and without requests. */
export const renderReport = (input: ReportContent): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${{ html: `<meta http-equiv="Content-Security-Policy" content="${policy}">` }}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${input.study.title}</title>
${{ html: `<style>${style}</style>` }}
</head>
<body>
<a class="skip" href="#content">To the content</a>
<div class="page">
${front(input)}
${contents(input)}
<main id="content">
${overviewSection(input)}
${respondentsSection(input)}
${closedSection(input)}
${familySections(input)}
${crosstabSections(input)}
${findingsSection(input.findings)}
${methodsSection(input)}
</main>
</div>
</body>
</html>
`.html
