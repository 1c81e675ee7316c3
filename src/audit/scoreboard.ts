import {
  isFigureRule,
  largestRemainder,
  percentBy,
  type RoundingRule,
  residualToLargest,
  roundingRules,
} from '../statistics/rounding.ts'
import { countSum, type Figure, type Statement, statementsOf } from './figure.ts'

/** How well one rounding rule explains what was printed. */
export interface RuleScore {
  readonly rule: RoundingRule
  /** Statements printed as the rule gives them. */
  readonly hits: number
  /** Names of figures of which every statement fits. */
  readonly wholeFigures: readonly string[]
}

/** All rules against all statements. */
export interface Scoreboard {
  readonly statements: number
  /** Best first; of equals the usual rule first. */
  readonly scores: readonly RuleScore[]
  /** The rule that the statements are held against. */
  readonly rule: RoundingRule
  /** Other rules that give the same for every statement. */
  readonly same: readonly RoundingRule[]
  /** Whether `rule` (with `same`) alone explains every statement. */
  readonly proven: boolean
}

/** Below this many statements the best rule is a guess, and the usual one is kept. */
const enough = 5

/** Scores all rules. `stated`: the rule that the report says it follows. */
export const scoreRules = (figures: readonly Figure[], stated?: RoundingRule): Scoreboard => {
  const statements = statementsOf(figures)
  const values = new Map(roundingRules.map((rule) => [rule, statements.map((each) => expectedPercent(rule, each))]))
  const scores = roundingRules
    .map((rule): RuleScore => {
      const fits = statements.map(({ printed }, index) => values.get(rule)![index] === printed.value)
      const names = [...new Set(statements.map(({ figure }) => figure.name))]
      return {
        rule,
        hits: fits.filter(Boolean).length,
        wholeFigures: names.filter((name) => statements.every(({ figure }, at) => figure.name !== name || fits[at])),
      }
    })
    .toSorted((a, b) => b.hits - a.hits)
  const rule = stated ?? (statements.length < enough ? 'half-up' : scores[0]!.rule)
  const alike = (other: RoundingRule): boolean =>
    values.get(other)!.every((value, index) => value === values.get(rule)![index])
  const same = roundingRules.filter((other) => other !== rule && alike(other))
  const perfect = scores.filter(({ hits }) => hits === statements.length)
  return {
    statements: statements.length,
    scores,
    rule,
    same,
    proven:
      statements.length >= enough && perfect.some((one) => one.rule === rule) && perfect.length === same.length + 1,
  }
}

/**
 * What a rule prints for a statement. Rules for whole figures take the respondents without a row as one more class; where
 * the counts are more than the base, or a respondent can be in several rows, nothing can add to 100 and each is rounded
 * half up.
 */
export const expectedPercent = (rule: RoundingRule, { figure, index, count, printed }: Statement): number | null => {
  const { digits } = printed
  if (!isFigureRule(rule)) return percentBy(rule, count, figure.base, digits)
  const left = figure.base - countSum(figure).sum
  if (figure.choice === 'multiple' || left < 0) return percentBy('half-up', count, figure.base, digits)
  const counts = [...figure.rows.map((row) => row.count ?? 0), ...(left > 0 ? [left] : [])]
  return (rule === 'largest-remainder' ? largestRemainder : residualToLargest)(counts, digits)[index]!
}
