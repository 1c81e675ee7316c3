import { percent } from '../../statistics/rounding.ts'
import { figureName, statementsOf } from '../figure.ts'
import { routingOf } from '../routing.ts'
import { type Check, found } from './check.ts'

/** Whether the percentages of a follow-up question are of all respondents or of those who were asked. */
export const checkFollowUpBases: Check = ({ figures }) =>
  figures.flatMap((figure) => {
    const routing = routingOf(figures, figure)
    const first = statementsOf([figure])[0]
    if (routing === undefined || first === undefined || figure.base === routing.asked) return []
    const share = percent(first.count, routing.asked, 1)
    const other =
      share === null || first.count > routing.asked
        ? ''
        : `; of those asked \`${first.row.label}\` is ${share} per cent`
    const message = `the percentages of ${figureName(figure)} are of ${figure.base} respondents, of whom ${routing.asked} were asked${other}; print the base beside them`
    return [found('note', 'follow-up-base', message, figure.where)]
  })
