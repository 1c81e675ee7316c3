import type { Figure } from '../report/figures/figure.ts'
import { renderReport } from '../report/html.ts'
import { makeParts } from '../report/parts.ts'
import type { ReportContent } from '../report/report-content.ts'
import type { ReportInput } from '../report/report-input.ts'

/** The report: its page, its figures, and the content that the document is made of too. */
export interface Report {
  readonly html: string
  readonly figures: readonly Figure[]
  readonly content: ReportContent
}

/** Seventh stage: tables, figures, paragraphs and quotes as a page, `report.html`. */
export const report = (input: ReportInput): Report => {
  const parts = makeParts(input)
  const content = { ...input, parts }
  return { html: renderReport(content), figures: parts.figures, content }
}
