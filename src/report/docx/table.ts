import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { safeText } from '../markup.ts'
import { colours, textWidth } from './look.ts'

/** A column: its head, its share of the width, and whether it holds numbers. */
export interface Column {
  readonly head: string
  readonly share: number
  readonly isNumber?: boolean
}

/** What stands in a cell: words, or words that a link leads to, or runs. */
export type CellContent = string | { readonly place: string; readonly text: string } | readonly ParagraphChild[]

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line } as const

/** A table whose first row is a header that a word processor repeats on every page; a short table stays on one. */
export const tableOf = (columns: readonly Column[], rows: readonly (readonly CellContent[])[]): Table => {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / all))
  const isShort = rows.length <= 12
  const cell = (content: CellContent, index: number, isHead: boolean, keepNext = isHead): TableCell =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      margins: { left: index === 0 ? 60 : 100, right: 60 },
      verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      ...(isHead && { shading: { type: ShadingType.CLEAR, fill: colours.head, color: 'auto' } }),
      children: [
        new Paragraph({
          style: 'Cell',
          keepNext,
          alignment: columns[index]!.isNumber ? AlignmentType.END : AlignmentType.START,
          children: runsOf(content, isHead),
        }),
      ],
    })
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, index) => cell(head, index, true)),
      }),
      ...rows.map(
        (cells, row) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((content, index) => cell(content, index, false, isShort && row < rows.length - 1)),
          }),
      ),
    ],
  })
}

const runsOf = (content: CellContent, bold: boolean): readonly ParagraphChild[] => {
  if (typeof content === 'string') return [new TextRun({ text: safeText(content), bold })]
  if ('place' in content)
    return [new Bookmark({ id: content.place, children: [new TextRun({ text: safeText(content.text) })] })]
  return content
}

/** The caption above a table, such as `Table 3. Respondents by region`; the number can be referred to. */
export const tableCaption = (number: number, title: string, place: string): Paragraph =>
  new Paragraph({
    style: 'Caption',
    children: [
      new TextRun({ text: 'Table ', bold: true }),
      new Bookmark({ id: place, children: [new SimpleField('SEQ Table \\* ARABIC', String(number))] }),
      new TextRun({ text: `. ${safeText(title)}` }),
    ],
  })
