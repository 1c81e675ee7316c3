import type { Finding } from '../model/finding.ts'
import { type PlainRule, percentBy } from '../statistics/rounding.ts'
import type { Fact } from './fact.ts'
import { printedText } from './figure.ts'
import type { TextStatement } from './statements.ts'

/** A problem of a statement; the caller adds the place. */
export type TextProblem = Pick<Finding, 'level' | 'rule' | 'message'>

/** What comes of a statement: the facts that it agrees with, and what is wrong with it. */
export interface NumberCheck {
  readonly agrees: readonly Fact[]
  readonly problems: readonly TextProblem[]
}

/** Per cent that a hedged percentage may be away from the share. */
const hedgeReach = 5

/** Holds count and percentage against the facts that the paragraph is about, then against `all` others. */
export const checkNumbers = (
  statement: TextStatement,
  own: readonly Fact[],
  all: readonly Fact[],
  rule: PlainRule,
): NumberCheck => {
  const fits = (fact: Fact): boolean => fitsCount(statement, fact) && fitsPercent(statement, fact, rule)
  const agrees = own.filter(fits)
  if (agrees.length > 0 || isBase(statement, all)) return { agrees, problems: [] }
  const elsewhere = all.filter(fits)
  if (elsewhere.length > 0) {
    const message = `${saidText(statement)} is not in the figure or question that the paragraph names, but in ${namesOf(elsewhere)}; check the reference`
    return { agrees: elsewhere, problems: [{ level: 'warning', rule: 'reference', message }] }
  }
  return { agrees, problems: [problemOf(statement, own, rule)] }
}

const problemOf = (statement: TextStatement, facts: readonly Fact[], rule: PlainRule): TextProblem => {
  const { count, percent, form, hedge } = statement
  const certain = form === 'count-first' || form === 'percent-first'
  const level = certain ? 'error' : 'warning'
  const sameCount = count === null ? [] : facts.filter((fact) => fitsCount(statement, fact))
  const samePercent = percent === null ? [] : facts.filter((fact) => fitsPercent(statement, fact, rule))
  if (sameCount.length > 0 && percent !== null) {
    const shares = [
      ...new Set(
        sameCount.map(
          (fact) =>
            `\`${fact.count}\` of \`${fact.base}\` is ${shareText(fact, percent.digits + (hedge === null ? 0 : 1), rule)} per cent (${fact.name})`,
        ),
      ),
    ]
    return {
      level,
      rule: 'percent',
      message: `${shares.slice(0, 3).join('; ')}, printed \`${hedge === null ? '' : `${hedge} `}${printedText(percent)}\`; correct the percentage or the count`,
    }
  }
  const near =
    samePercent.length === 0
      ? ''
      : `; ${printedText(percent!)} per cent is ${namesOf(samePercent)} with ${[...new Set(samePercent.map((fact) => `\`${fact.count}\``))].slice(0, 3).join(', ')}`
  return {
    level,
    rule: count === null ? 'percent' : 'count',
    message: `no cell of the tables has ${saidText(statement)}${near}; correct the text or run the tables again`,
  }
}

const fitsCount = ({ count, base }: TextStatement, fact: Fact): boolean =>
  (count === null || fact.count === count) && (base === null || fact.base === base)

const fitsPercent = ({ percent, hedge }: TextStatement, fact: Fact, rule: PlainRule): boolean => {
  if (percent === null) return true
  const { value, digits } = percent
  const share = fact.base === 0 ? Number.NaN : (100 * fact.count) / fact.base
  if (hedge !== null && fromBelow.test(hedge)) return value >= share && value - share <= hedgeReach
  if (hedge !== null && fromAbove.test(hedge)) return value <= share && share - value <= hedgeReach
  if (fact.percent?.value === value && fact.percent.digits === digits) return true
  if (percentBy(rule, fact.count, fact.base, digits) === value) return true
  return hedge !== null && Math.abs(value - share) <= 1 / 10 ** digits
}

/** `Nearly 65` lies above the share, `over 65` below it; `about 65` may be a unit off. */
const fromBelow = /^(nearly|almost|just under|less than|under|up to)$/
const fromAbove = /^(over|just over|more than|at least)$/

/** All respondents: a number that is no cell, but the base of one. */
const isBase = ({ count, percent, base }: TextStatement, facts: readonly Fact[]): boolean =>
  count !== null &&
  (percent === null || percent.value === 100) &&
  (base === null || base === count) &&
  facts.some((fact) => fact.base === count)

const shareText = (fact: Fact, digits: number, rule: PlainRule): string =>
  percentBy(rule, fact.count, fact.base, digits)?.toFixed(digits) ?? '–'

const saidText = ({ count, base, percent }: TextStatement): string =>
  [
    count === null ? '' : `\`${count}\`${base === null ? '' : ` of \`${base}\``} respondents`,
    percent === null ? '' : `\`${printedText(percent)}\` per cent`,
  ]
    .filter((part) => part !== '')
    .join(' and ')

const namesOf = (facts: readonly Fact[]): string => {
  const names = [...new Set(facts.map(({ name }) => `\`${name}\``))]
  return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`
}
