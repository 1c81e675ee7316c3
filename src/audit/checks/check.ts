import type { Finding, Place } from '../../model/finding.ts'
import type { Figure } from '../figure.ts'
import type { RespondentList } from '../respondents.ts'
import type { Scoreboard } from '../scoreboard.ts'

/** What a check may look at. */
export interface AuditInput {
  readonly figures: readonly Figure[]
  readonly scoreboard: Scoreboard
  readonly respondents: RespondentList | undefined
}

/** One check: what it finds in the figures. `error`: inconsistent; `warning`: probably; `note`: worth knowing. */
export type Check = (input: AuditInput) => readonly Finding[]

/** A finding of a check; `rule` without the word `audit`. */
export const found = (level: Finding['level'], rule: string, message: string, where: Place): Finding => ({
  level,
  rule: `audit/${rule}`,
  message,
  where,
})

/** `3 respondents have`, `1 respondent has`. */
export const respondentsHave = (count: number): string =>
  count === 1 ? '1 respondent has' : `${count} respondents have`

/** Numbers in order as a list with ranges: `67–76, 78`. */
export const rangesText = (numbers: readonly number[]): string => {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** `a, b and c`. */
export const listText = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
