import { type Finding, type Place, Stop } from '../model/finding.ts'

/** Collects the errors of one file: the first ones word for word, the others as a number. */
export interface Problems {
  readonly add: (rule: string, message: string, where: Place) => void
  /** Takes over findings that another reader listed. */
  readonly take: (findings: readonly Finding[]) => void
  readonly count: () => number
  /** Throws a `Stop` (exit code 1) if there is any problem. */
  readonly stop: () => void
}

/** An empty collection that lists at most `limit` problems. */
export const collectProblems = (file: string, limit = 50): Problems => {
  const listed: Finding[] = []
  let count = 0
  const take = (findings: readonly Finding[]): void => {
    for (const finding of findings) {
      count++
      if (listed.length < limit) listed.push(finding)
    }
  }
  return {
    add: (rule, message, where) => take([{ level: 'error', rule, message, where }]),
    take,
    count: () => count,
    stop: () => {
      if (count === 0) return
      const rest = count - listed.length
      const more: Finding = {
        level: 'error',
        rule: 'input/more',
        message: `and ${rest} more ${rest === 1 ? 'problem' : 'problems'} in this file; mend the listed ones first`,
        where: { file },
      }
      throw new Stop(rest === 0 ? listed : [...listed, more], 1)
    },
  }
}

/** The error of a file that cannot be read at all (exit code 2). */
export const unreadable = (rule: string, message: string, where: Place): Stop =>
  new Stop([{ level: 'error', rule, message, where }], 2)
