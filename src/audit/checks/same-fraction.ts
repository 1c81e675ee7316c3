import { groupBy } from '../../statistics/group-by.ts'
import { printedText, statementsOf } from '../figure.ts'
import { type Check, found, listText } from './check.ts'

/** The same count of the same base is printed with the same percentage everywhere. */
export const checkSameFractions: Check = ({ figures }) => {
  const fractions = groupBy(
    statementsOf(figures),
    ({ count, figure, printed }) => `${count}/${figure.base}/${printed.digits}`,
  )
  return [...fractions.values()].flatMap((statements) => {
    const values = [...groupBy(statements, ({ printed }) => printedText(printed))].toSorted(
      (a, b) => b[1].length - a[1].length,
    )
    const usual = values[0]!
    return values.slice(1).flatMap(([value, own]) =>
      own.map(({ figure, row, count }) => {
        const names = [...new Set(usual[1].map((other) => other.figure.name))]
        const elsewhere = `figure${names.length === 1 ? '' : 's'} ${listText(names)}`
        const message = `\`${count}\` of \`${figure.base}\` is printed as \`${value}\` per cent here and as \`${usual[0]}\` in ${elsewhere}; print it one way`
        return found('warning', 'same-fraction', message, row.where)
      }),
    )
  })
}
