import { percentSum } from '../../statistics/fit.ts'
import { countSum, type Figure, figureName, statementsOf } from '../figure.ts'
import { expectedPercent, type Scoreboard } from '../scoreboard.ts'
import { type Check, found } from './check.ts'

/** The percentages of a single-choice figure add to 100, or miss it by rounding alone. */
export const checkPercentSums: Check = ({ figures, scoreboard }) =>
  figures.flatMap((figure) => {
    const printed = figure.rows.flatMap((row) => (row.printed === null ? [] : [row.printed]))
    if (figure.choice === 'multiple' || printed.length < 2) return []
    const { sum, fits, tolerance } = percentSum(printed)
    if (sum === 100) return []
    const what = `the percentages of ${figureName(figure)} add to \`${sum}\``
    if (!countSum(figure).complete && !fits)
      return [
        found(
          'error',
          'percent-sum',
          `${what}; rounding alone explains ${tolerance} more or less than 100`,
          figure.where,
        ),
      ]
    const reasons = reasonsOf(figure, scoreboard)
    return [
      reasons.length === 0
        ? found(
            'note',
            'percent-sum',
            `${what} by rounding alone; print that percentages may not add to 100`,
            figure.where,
          )
        : found('warning', 'percent-sum', `${what}: ${reasons.join('; ')}`, figure.where),
    ]
  })

const reasonsOf = (figure: Figure, { rule }: Scoreboard): readonly string[] => {
  const without = figure.rows.filter(({ count, printed }) => printed === null && count !== 0).length
  const off = statementsOf([figure]).filter(
    (statement) => (expectedPercent(rule, statement) ?? statement.printed.value) !== statement.printed.value,
  ).length
  const { sum, complete } = countSum(figure)
  return [
    ...(without > 0 ? [`${without} ${without === 1 ? 'row has' : 'rows have'} no percentage`] : []),
    ...(complete && sum !== figure.base ? [`the counts add to ${sum} of ${figure.base}`] : []),
    ...(off > 0
      ? [
          `${off} ${off === 1 ? 'percentage does' : 'percentages do'} not fit ${off === 1 ? 'its count' : 'their counts'}`,
        ]
      : []),
  ]
}
