import { percent } from '../../statistics/rounding.ts'
import { figureName } from '../figure.ts'
import { type Check, found } from './check.ts'

/** In a figure with percentages each count has one. */
export const checkMissingPercents: Check = ({ figures }) =>
  figures.flatMap((figure) => {
    const digits = figure.rows.reduce((most, { printed }) => Math.max(most, printed?.digits ?? -1), -1)
    if (digits < 0) return []
    return figure.rows.flatMap(({ label, count, printed, where }) =>
      printed !== null || count === null
        ? []
        : [
            found(
              'warning',
              'missing-percent',
              `\`${label}\` of ${figureName(figure)} has a count of \`${count}\` and no percentage, unlike the rows around it; print ${percent(count, figure.base, digits)?.toFixed(digits)} per cent`,
              where,
            ),
          ],
    )
  })
