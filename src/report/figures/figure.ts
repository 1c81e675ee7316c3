import type { Study } from '../../model/study.ts'
import type { Table } from '../../model/table.ts'

/** What a figure shows: the respondents by an attribute, the classes of a closed question, or the themes of a family. */
export type FigureKind = 'respondents' | 'question' | 'family'

/** A figure before it has its number and is drawn. */
export interface FigurePlan {
  readonly kind: FigureKind
  /** The attribute, question or family. */
  readonly subject: string
  /** What it shows, as one line without full stop. */
  readonly title: string
  /** The number that the questionnaire gives it, such as `II`. */
  readonly stated: string | undefined
  /** The table that it is drawn from, and nothing else. */
  readonly tableId: string
  readonly chart: Chart
}

/** A bar chart as data: what is drawn, told and compared with the table. */
export interface Chart {
  /** What a bar's length counts, such as `Respondents`. */
  readonly unit: string
  readonly bars: readonly Bar[]
  /** Where the axis ends: the base where bars are parts of it, else the longest bar. */
  readonly end: number
  /** Bars that the table has and the figure has no room for. */
  readonly left: number
}

/** One bar. `look` tells apart what no respondent said: answers without a class, and no answers. */
export interface Bar {
  readonly label: string
  readonly count: number
  /** Whole per cent; `null` over an empty base. */
  readonly percent: number | null
  readonly look: 'solid' | 'hatched' | 'hollow'
}

/** A figure with its number, drawn. */
export interface Figure extends FigurePlan {
  /** Place in the report and name of the file, such as `figure-iv`. */
  readonly id: string
  /** Such as `IV`. */
  readonly number: string
  /** Words for those who do not see it: what it shows, and every bar. */
  readonly desc: string
  /** One sentence for those who do not see it. */
  readonly alt: string
  /** A picture with `<title>` and `<desc>` that stands alone; text is text in the reader's sans-serif font. */
  readonly svg: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** What every kind of figure is made by: tables in, plans out, in the order of the report. */
export type FigureMaker = (study: Study, tables: readonly Table[]) => readonly FigurePlan[]
