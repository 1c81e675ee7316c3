import { byBytes } from '../model/order.ts'
import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { percent } from '../statistics/rounding.ts'
import { roundingNote } from './notes.ts'
import type { Tally } from './tally.ts'
import { attributeFileName, valuesOf } from './themes-by-attribute.ts'

/** Name of the table of an attribute, such as `respondents-by-region`. */
export const respondentsTableId = (attribute: string): string => `respondents-by-${attributeFileName(attribute)}`

/** How many respondents have which value of an attribute, in byte order: `respondents-by-<attribute>.csv`. */
export const respondentsByAttribute = (_study: Study, tally: Tally, attribute: string): Table => {
  const slices = tally.values.get(attribute)
  const base = tally.whole.respondents
  return {
    id: respondentsTableId(attribute),
    title: `Respondents by ${attribute}`,
    note: `Counted are respondents. The base of a percentage is all respondents, those without a value included. ${roundingNote} Rounded percentages may not add to 100.`,
    columns: [attribute, 'respondents', 'base', 'percent'],
    rows: valuesOf(tally, attribute)
      .map((value) => ({ value, respondents: slices?.get(value)?.respondents ?? 0 }))
      .toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || byBytes(a.value, b.value))
      .map(({ value, respondents }) => [value, respondents, base, percent(respondents, base)]),
  }
}
