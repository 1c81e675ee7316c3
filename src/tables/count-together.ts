import { byBytes } from '../model/order.ts'
import type { Tally } from './tally.ts'

/**
 * Adds a respondent's pairs of codes. A pair is counted over the respondents in the base of both codes, so that no share
 * has people in it who could not have one of the two.
 */
export const countTogether = (
  { plan, together }: Tally,
  codes: readonly string[],
  asked: ReadonlySet<string>,
  answered: ReadonlySet<string>,
): void => {
  const reached = { asked, answered }
  const inBase = plan.questionSets.map((questions) => {
    const { base } = plan
    return base === 'all' || questions.some((question) => reached[base].has(question))
  })
  for (const [index, row] of together.bases.entries())
    for (const other of row.keys()) if (inBase[index] && inBase[other]) row[other] = row[other]! + 1
  const own = codes.filter((code) => inBase[plan.codes.get(code)?.questionSet ?? -1]).sort(byBytes)
  for (const [index, code] of own.entries()) {
    const single = together.single.get(code) ?? plan.questionSets.map(() => 0)
    together.single.set(
      code,
      single.map((count, set) => count + (inBase[set] ? 1 : 0)),
    )
    const pairs = together.pairs.get(code) ?? new Map<string, number>()
    for (const other of own.slice(index + 1)) pairs.set(other, (pairs.get(other) ?? 0) + 1)
    if (pairs.size > 0) together.pairs.set(code, pairs)
  }
}
