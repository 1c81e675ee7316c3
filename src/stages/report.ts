import { renderReport } from '../report/html.ts'
import type { ReportInput } from '../report/report-input.ts'

/** Seventh stage: tables and quotes as a page, `report.html`. */
export const report = (input: ReportInput): string => renderReport(input)
