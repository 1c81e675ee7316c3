import type { Answer } from '../model/answer.ts'
import type { JournalLine } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import { byBytes } from '../model/order.ts'
import { decide, type Vote } from './decided.ts'
import { conflict } from './review-findings.ts'

/** The class that people chose for a closed answer, and who; `undefined` where nobody did, or they differ. */
export interface DecidedClass {
  readonly class: string | undefined
  readonly by: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * The class decided for a closed answer, by the same rule as codings: `accept` and `add` choose `code`, `recode`
 * chooses `to`. Lines on anything but a class are left to the review stage. `reject` chooses nothing, so it is only
 * reported. `classes` are the question's, `not_applicable` and `not_classifiable` included.
 */
export const decidedClass = (
  answer: Answer,
  lines: readonly JournalLine[],
  classes: ReadonlySet<string>,
): DecidedClass => {
  const mine = lines.filter(({ code }) => code !== undefined && classes.has(code))
  const wrong = mine.filter(({ act, to }) => act === 'recode' && !classes.has(String(to)))
  const votesOf = (line: JournalLine): readonly Vote[] => {
    const { act, code = '', to } = line
    const says = act === 'recode' ? String(to) : code
    return act === 'accept' || act === 'add' || act === 'recode' ? [{ line, topic: 'class', says, own: true }] : []
  }
  const { topics, findings } = decide(
    answer,
    mine.filter((line) => !wrong.includes(line)),
    votesOf,
  )
  const settlement = topics.get('class')
  const disputed = settlement && settlement.disputed.length > 0
  return {
    class: settlement?.winners[0]?.says,
    by: [...new Set(settlement?.winners.map(({ line }) => line.by))].sort(byBytes),
    findings: [
      ...wrong.map((line) => noClass(line, classes)),
      ...findings,
      ...(disputed ? [conflict(answer.id, 'class', settlement, 'the class by rule stands')] : []),
      ...mine.filter(({ act }) => act === 'reject').map(noChoice),
    ],
  }
}

const noClass = ({ to, by, file, line, answer }: JournalLine, classes: ReadonlySet<string>): Finding => ({
  level: 'error',
  rule: 'review/unknown-class',
  message: `\`recode\` by ${by} to \`${to}\`, which is no class of the question; expected one of ${[...classes].map((name) => `\`${name}\``).join(', ')}`,
  where: { file, line, answer },
})

const noChoice = ({ code, by, file, line, answer }: JournalLine): Finding => ({
  level: 'warning',
  rule: 'review/class-rejected',
  message: `\`reject\` of class \`${code}\` by ${by} says not which class is right; write \`recode\` with \`to\``,
  where: { file, line, answer },
})
