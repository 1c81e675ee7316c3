import type { Figure, FigureKind } from './figures/figure.ts'
import type { ReportInput } from './report-input.ts'
import type { Paragraph } from './wording/prose.ts'

/** What the report says of one attribute, question or family. */
export interface Part {
  readonly kind: FigureKind
  readonly subject: string
  readonly paragraph: Paragraph
  readonly figure: Figure | undefined
}

/** The parts of the report, each list in the order of its figures. */
export interface Parts {
  readonly figures: readonly Figure[]
  readonly respondents: readonly Part[]
  readonly questions: readonly Part[]
  readonly families: readonly Part[]
}

/** The report's input with its figures and paragraphs, which page and document share. */
export interface ReportContent extends ReportInput {
  readonly parts: Parts
}
