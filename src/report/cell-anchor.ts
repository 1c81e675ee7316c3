import { parseCellId } from '../model/cell-id.ts'
import { anchor } from './markup.ts'
import { codeAnchor } from './theme-table.ts'

/** Place of a class of a closed question in the page. */
export const classAnchor = (question: string, name: string): string => anchor('class', question, name)

/** Place of a value of an attribute in the page. */
export const valueAnchor = (tableId: string, value: string): string => anchor('value', tableId, value)

/** Where in the page the row of a cell stands, with what is behind it. */
export const cellAnchor = (cell: string): string | undefined => {
  const place = parseCellId(cell)
  if (place?.table === 'themes') return codeAnchor(place.keys[0]!)
  if (place?.table === 'closed') return classAnchor(place.keys[0]!, place.keys[1] ?? '')
  return place && valueAnchor(place.table, place.keys[0]!)
}
