import { byBytes } from '../model/order.ts'
import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { baseText, roundingNote, severalThemesNote, unitNote } from './notes.ts'
import type { Tally } from './tally.ts'
import { type ThemeCount, themeCells, themeColumns, themeCounts } from './theme-count.ts'

/** Values of an attribute that respondents have, in byte order; `''` where some have none. */
export const valuesOf = (tally: Tally, attribute: string): readonly string[] =>
  [...(tally.values.get(attribute)?.keys() ?? [])].sort(byBytes)

/** Counts of all codes (first) in each value of an attribute (second, in the order of `valuesOf`). */
export const themeCountsByValue = (
  study: Study,
  tally: Tally,
  attribute: string,
): readonly (readonly ThemeCount[])[] => {
  const slices = tally.values.get(attribute)
  const columns = valuesOf(tally, attribute).map((value) => themeCounts(study, tally, slices!.get(value)!))
  return study.codes.map((_, row) => columns.map((column) => column[row]!))
}

/** An attribute in a file name. It is a column header of somebody's file: only letters and digits reach a path. */
export const attributeFileName = (attribute: string): string => attribute.replace(/[^\p{L}\p{N}_-]+/gu, '-')

/** Name of the table of an attribute, such as `themes-by-region`. */
export const attributeTableId = (attribute: string): string => `themes-by-${attributeFileName(attribute)}`

/** Themes by the values of one attribute: `themes-by-<attribute>.csv`, a row a code and value. */
export const themesByAttribute = (study: Study, tally: Tally, attribute: string): Table => {
  const values = valuesOf(tally, attribute)
  return {
    id: attributeTableId(attribute),
    title: `Themes by ${attribute}`,
    note: `${unitNote} The base of a percentage is ${baseText(study.base)} with that ${attribute}. ${roundingNote} ${severalThemesNote}`,
    columns: ['family', 'code', 'label', attribute, ...themeColumns],
    rows: themeCountsByValue(study, tally, attribute).flatMap((counts) =>
      counts.map((count, column) => [
        count.code.family,
        count.code.id,
        count.code.label,
        values[column]!,
        ...themeCells(count),
      ]),
    ),
  }
}
