import { respondentsTableId } from '../../tables/respondents-by-attribute.ts'
import { readable, valueName } from '../words.ts'
import type { FigureMaker } from './figure.ts'
import { mostFirst } from './most.ts'
import { countOf, percentOf, rowsOf } from './row.ts'

/** Respondents by region, or by whatever the study crosses its themes with: one figure an attribute. */
export const regions: FigureMaker = ({ by }, tables) =>
  [...new Set(by)].flatMap((attribute) => {
    const tableId = respondentsTableId(attribute)
    const bars = rowsOf(tables, tableId).map((row) => ({
      label: valueName(String(row(attribute) ?? '')),
      count: countOf(row, 'respondents'),
      percent: percentOf(row),
      look: row(attribute) === '' ? ('hollow' as const) : ('solid' as const),
    }))
    if (bars.length === 0) return []
    const title = `Number of respondents, by ${readable(attribute).toLowerCase()}`
    return [{ kind: 'respondents', subject: attribute, title, stated: undefined, tableId, chart: mostFirst(bars) }]
  })
