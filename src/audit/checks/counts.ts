import { countSum, type Figure, figureName } from '../figure.ts'
import { routingOf } from '../routing.ts'
import { type Check, found, respondentsHave } from './check.ts'

/** Each count lies within the base, and the counts of a single-choice figure add to it. */
export const checkCounts: Check = ({ figures }) =>
  figures.flatMap((figure) => {
    const over = figure.rows.flatMap(({ label, count, where }) =>
      count !== null && count > figure.base
        ? [
            found(
              'error',
              'count-over-base',
              `\`${label}\` has \`${count}\` of ${figure.base} respondents; correct the count or the base`,
              where,
            ),
          ]
        : [],
    )
    const { sum, complete } = countSum(figure)
    if (figure.choice === 'multiple' || !complete || sum === figure.base) return over
    const off = figure.base - sum
    const what = `the counts of ${figureName(figure)} add to \`${sum}\`, its base is \`${figure.base}\`:`
    const message =
      off > 0
        ? `${what} ${respondentsHave(off)} no row${whose(figures, figure, off)}; add the row or correct a count`
        : `${what} ${-off} too many; correct a count, or state \`choice: multiple\` if respondents may be in several rows`
    return [...over, found('error', 'count-sum', message, figure.where)]
  })

/** Whether the missing ones are among those who were asked. */
const whose = (figures: readonly Figure[], figure: Figure, missing: number): string => {
  const routing = routingOf(figures, figure)
  if (!routing?.hasNoneRow || routing.asked - routing.answers !== missing) return ''
  return ` (${routing.asked} were asked, of whom ${routing.answers} have a row; the ${routing.none} without an answer are all the others)`
}
