import { cellId } from '../../model/cell-id.ts'
import type { Table } from '../../model/table.ts'
import { rowsOf } from '../figures/row.ts'
import { readable, valueName } from '../words.ts'
import { countWord } from './number-words.ts'
import { listed, type Paragraph, plain, type Sentence, type Style, seeFigure } from './prose.ts'
import { countRun, percentRuns, type Quantity } from './quantity.ts'

/** Values that are named in a sentence; a longer list is left to the table. */
const most = 12

/** Who answered, by the values of an attribute, most first. */
export const respondentsProse = (table: Table, attribute: string, { figure }: Pick<Style, 'figure'>): Paragraph => {
  const quantities = rowsOf([table], table.id)
    .map((row): Quantity & { readonly value: string } => ({
      value: String(row(attribute) ?? ''),
      count: Number(row('respondents')),
      base: Number(row('base')),
      baseKind: 'all',
      percent: row('percent') as number | null,
      place: { table: table.id, keys: [String(row(attribute) ?? '')] },
    }))
    .toSorted((a, b) => b.count - a.count)
  const first = quantities[0]
  if (first === undefined) return []
  const base = { text: countWord(first.base), value: first.base, cell: cellId({ ...first.place, column: 'base' }) }
  const name = readable(attribute).toLowerCase()
  const sentence: Sentence = [
    plain('The answers came from '),
    base,
    plain(first.base === 1 ? ' respondent' : ' respondents'),
    ...seeFigure(figure),
    plain('.'),
  ]
  const items = quantities
    .slice(0, most)
    .map(
      (quantity, index): Sentence => [
        plain(quantity.value === '' ? 'it was not stated by ' : `“${valueName(quantity.value)}” for `),
        countRun(quantity),
        plain(index === 0 ? ` ${quantity.count === 1 ? 'respondent' : 'respondents'} (` : ' ('),
        ...percentRuns(quantity),
        plain(')'),
      ],
    )
  const more = quantities.length > most ? '; all others are in the table' : ''
  return [sentence, [plain(`The ${name} was `), ...listed(items), plain(`${more}.`)]]
}
