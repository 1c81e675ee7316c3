import { groupBy } from '../../statistics/group-by.ts'
import { labelKind } from '../labels.ts'
import { type Check, found } from './check.ts'

/** Respondents without an answer, and unclear answers, are called the same in all figures. */
export const checkLabels: Check = ({ figures }) =>
  (['none', 'unclear'] as const).flatMap((kind) => {
    const rows = figures.flatMap((figure) =>
      figure.rows.filter(({ label }) => labelKind(label) === kind).map((row) => ({ figure, row })),
    )
    const labels = [...groupBy(rows, ({ row }) => row.label)].toSorted((a, b) => b[1].length - a[1].length)
    const usual = labels[0]?.[0]
    return labels.slice(1).map(([label, own]) => {
      const what = kind === 'none' ? 'respondents without an answer' : 'unclear answers'
      return found(
        'note',
        'label',
        `${what} are called \`${label}\` here and \`${usual}\` elsewhere; use one label, or say what else this one holds`,
        own[0]!.row.where,
      )
    })
  })
