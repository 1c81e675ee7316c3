import { notApplicable, notClassifiable, type Reason } from '../model/label.ts'
import type { Sign } from './classifier.ts'
import type { ClosedQuestion } from './schema.ts'

/** The class that the signs in an answer come to. `sure: false` leaves it to a person. */
export interface Verdict {
  readonly class: string
  readonly kind?: string
  readonly reasons: readonly Reason[]
  /** One sentence. */
  readonly reason: string
  readonly sure: boolean
}

/**
 * Weighs the signs: only the strongest count. No sign: ask. All say one thing: that. Signs for several classes, or one
 * that says `unclear`: not classifiable, which is the report's rule for answers that contradict themselves. `no_data`
 * beside a class gives way to the class.
 */
export const weigh = (closed: ClosedQuestion, signs: readonly Sign[]): Verdict => {
  if (signs.length === 0) return { class: notClassifiable, reasons: [], reason: 'no rule fired', sure: false }
  const top = Math.max(...signs.map(({ strength }) => strength))
  const strongest = signs.filter(({ strength }) => strength === top)
  const reasons = strongest.map(({ reason }) => reason)
  const said = new Set(strongest.map(({ says }) => says))
  if (said.has('unclear')) return { class: notClassifiable, reasons, reason: 'the answer does not decide', sure: true }
  const classes = [...said].filter((name) => name !== 'no_data')
  if (classes.length === 0)
    return { class: notApplicable, kind: 'no_data', reasons, reason: 'the respondent has no information', sure: true }
  if (closed.combine === 'flags' && classes.every((name) => closed.flags.includes(name)))
    return {
      class: closed.flags.filter((flag) => said.has(flag)).join('+'),
      reasons,
      reason: 'kinds named in the answer',
      sure: true,
    }
  if (classes.length > 1)
    return { class: notClassifiable, reasons, reason: `the answer says both ${classes.join(' and ')}`, sure: false }
  return { class: classes[0]!, reasons, reason: `the answer says ${classes[0]}`, sure: true }
}
