import { type BandPolicy, bandNamed, bandOf, bandText } from './bands.ts'
import type { TextProblem } from './check-numbers.ts'
import type { Fact } from './fact.ts'
import type { Quantifier } from './quantifiers.ts'

/** Holds a quantifier word against the share beside it; `undefined` where they agree. */
export const checkQuantifier = (
  { word, statement, hasNumber }: Quantifier,
  facts: readonly Fact[],
  policy: BandPolicy,
): TextProblem | undefined => {
  const band = bandNamed(policy, word)
  if (statement === undefined) {
    // `All respondents` and `no respondents` are numbers themselves.
    const isExact = band !== undefined && band.from === band.to
    if (hasNumber || isExact) return undefined
    return { level: 'note', rule: 'no-number', message: `\`${word}\` has no number beside it; print count and share` }
  }
  const { count, percent } = statement
  const base = statement.base ?? baseOf(statement.count, facts)
  const share =
    count !== null && base !== undefined
      ? ([count, base] as const)
      : percent === null
        ? undefined
        : ([percent.value, 100] as const)
  if (share === undefined || share[0] > share[1]) return undefined
  const right = bandOf(policy, ...share)!
  const said = count === null ? `${percent!.value} per cent` : `\`${count}\` of \`${share[1]}\``
  const wanted = `expected \`${right.word}\` (${bandText(right)})`
  if (band === undefined)
    return {
      level: 'warning',
      rule: 'quantifier',
      message: `the policy has no word \`${word}\` for ${said}; ${wanted}`,
    }
  if (count !== null && count > 0 && count < policy.floor)
    return {
      level: 'warning',
      rule: 'quantifier',
      message: `\`${word}\` stands for ${said}; below ${policy.floor} respondents print the number alone`,
    }
  if (band === right) return undefined
  return {
    level: 'error',
    rule: 'quantifier',
    message: `\`${word}\` (${bandText(band)}) stands for ${said}; ${wanted}`,
  }
}

/** The base of the facts with a count; of several the one that most facts have, as that is the study's. */
const baseOf = (count: number | null, facts: readonly Fact[]): number | undefined => {
  const own = facts.filter((fact) => fact.count === count)
  const bases = new Map<number, number>()
  for (const { base } of own.length > 0 ? own : facts) bases.set(base, (bases.get(base) ?? 0) + 1)
  return [...bases].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0]
}
