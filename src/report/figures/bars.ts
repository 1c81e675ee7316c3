import { groupBy } from '../../statistics/group-by.ts'
import type { FigureMaker } from './figure.ts'
import { mostFirst } from './most.ts'
import { countOf, percentOf, rowsOf } from './row.ts'

/** The themes of each family, the most frequent first. */
export const bars: FigureMaker = (study, tables) =>
  [...groupBy(rowsOf(tables, 'themes'), (row) => String(row('family')))].map(([family, rows]) => ({
    kind: 'family',
    subject: family,
    title: `Themes: ${study.codes.find((code) => code.family === family)?.familyLabel ?? family}`,
    stated: undefined,
    tableId: 'themes',
    chart: mostFirst(
      rows.map((row) => ({
        label: String(row('label')),
        count: countOf(row, 'respondents'),
        percent: percentOf(row),
        look: 'solid',
      })),
    ),
  }))
