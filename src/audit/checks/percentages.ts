import type { Finding } from '../../model/finding.ts'
import { fittingBases, fittingCounts } from '../../statistics/fit.ts'
import { isFigureRule, roundingRules } from '../../statistics/rounding.ts'
import { printedText, type Statement, statementsOf } from '../figure.ts'
import { type RespondentList, waveSizes } from '../respondents.ts'
import { expectedPercent } from '../scoreboard.ts'
import { type Check, found, listText, rangesText } from './check.ts'

/** Each percentage is what its count and base give under the rule that fits best. */
export const checkPercentages: Check = ({ figures, scoreboard: { rule }, respondents }) =>
  statementsOf(figures).flatMap((statement): readonly Finding[] => {
    const { figure, row, count, printed } = statement
    const expected = expectedPercent(rule, statement)
    if (expected === null || expected === printed.value) return []
    const message = `\`${count}\` of \`${figure.base}\` is ${expected.toFixed(printed.digits)} per cent under ${rule}, printed \`${printedText(printed)}\`; ${explanations(statement, respondents)}. Correct the percentage or the count`
    return [found('error', 'percentage', message, row.where)]
  })

/** What would be consistent with the printed percentage. */
const explanations = (statement: Statement, respondents: RespondentList | undefined): string => {
  const { figure, count, printed } = statement
  const rules = roundingRules.filter((rule) => expectedPercent(rule, statement) === printed.value)
  const near = { from: Math.floor(figure.base * 0.8), to: Math.ceil(figure.base * 1.2) }
  const bases = fittingBases(count, printed, near).filter((base) => base !== figure.base)
  const counts = fittingCounts(printed, figure.base).filter((other) => other !== count)
  const alone = rules.filter((rule) => !isFigureRule(rule))
  return [
    rules.length === 0 ? 'no rule gives that' : `${listText(rules)} ${rules.length === 1 ? 'gives' : 'give'} that`,
    counts.length > 0
      ? `so would a count of ${rangesText(counts)}`
      : alone.length === 0 || rules.length > 0
        ? `no count of ${figure.base} rounds to it`
        : '',
    bases.length > 0 ? `on a base of ${rangesText(bases)} it is right` : '',
    ...earlierWaves(statement, respondents),
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** Counts of the respondents of an earlier wave that give the percentage: it may have been left over from a draft. */
const earlierWaves = ({ figure, count, printed }: Statement, list: RespondentList | undefined): readonly string[] => {
  if (list === undefined) return []
  return waveSizes(list).flatMap(({ wave, respondents }) => {
    if (respondents >= figure.base) return []
    const fitting = fittingCounts(printed, respondents).filter((other) => other <= count)
    return fitting.length === 0
      ? []
      : [
          `${rangesText(fitting)} of the ${respondents} respondents up to wave ${wave} are ${printedText(printed)} per cent`,
        ]
  })
}
