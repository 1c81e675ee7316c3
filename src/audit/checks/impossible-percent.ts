import { fittingCounts } from '../../statistics/fit.ts'
import { percentBy } from '../../statistics/rounding.ts'
import { figureName, printedText } from '../figure.ts'
import { type Check, found } from './check.ts'

/** A percentage without a count can come from some count of the base. */
export const checkImpossiblePercents: Check = ({ figures }) =>
  figures.flatMap((figure) =>
    figure.rows.flatMap(({ label, count, printed, where }) => {
      if (count !== null || printed === null || fittingCounts(printed, figure.base).length > 0) return []
      const below = Math.floor((printed.value * figure.base) / 100)
      const near = [below, below + 1]
        .filter((one) => one <= figure.base)
        .map((one) => `${one} is ${percentBy('half-up', one, figure.base, printed.digits)?.toFixed(printed.digits)}`)
      const message = `\`${label}\` of ${figureName(figure)} is printed as \`${printedText(printed)}\` per cent, which no count of ${figure.base} gives (${near.join(', ')} per cent); correct the percentage or the base`
      return [found('error', 'impossible-percent', message, where)]
    }),
  )
