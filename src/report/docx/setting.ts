import { HeadingLevel, Paragraph, SimpleField, type Table, TextRun } from 'docx'
import { safeText } from '../markup.ts'
import type { Places } from './places.ts'
import { type CellContent, type Column, tableCaption, tableOf } from './table.ts'

/** A block of the document. */
export type Block = Paragraph | Table

/** What the parts of a document share while it is put together: names of places and the numbers of tables. */
export interface Setting {
  readonly places: Places
  /** A table with its caption and the next number. */
  readonly table: (title: string, columns: readonly Column[], rows: readonly (readonly CellContent[])[]) => TableBlock
}

/** A table as blocks, and the field that refers to its number. */
export interface TableBlock {
  readonly blocks: readonly Block[]
  readonly number: SimpleField
}

/** A new setting, whose tables count from 1. */
export const createSetting = (places: Places): Setting => {
  let tables = 0
  return {
    places,
    table: (title, columns, rows) => {
      tables += 1
      const place = places.of(`table ${tables}`)
      return {
        blocks: [tableCaption(tables, title, place), tableOf(columns, rows)],
        number: new SimpleField(`REF ${place} \\h`, String(tables)),
      }
    },
  }
}

/** A heading that a word processor lists. */
export const heading = (text: string, level: 1 | 2): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new TextRun(safeText(text))],
  })

/** A paragraph of plain words. */
export const words = (text: string): Paragraph => new Paragraph({ children: [new TextRun(safeText(text))] })

/** A line of small words below a figure or table. */
export const source = (text: string): Paragraph =>
  new Paragraph({ style: 'Source', children: [new TextRun(safeText(text))] })
