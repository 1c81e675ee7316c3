import { notApplicable, notClassifiable, type Reason } from '../model/label.ts'
import { type ClosedQuestion, strengths } from './schema.ts'

/** Something in an answer that speaks for a class. `sentence` counts from 0. */
export interface Sign {
  readonly says: string
  readonly strength: (typeof strengths)[number]
  readonly sentence: number
  readonly reason: Reason
}

/** The class that the signs in an answer come to. `sure: false` leaves it to a person. */
export interface Verdict {
  readonly class: string
  readonly kind?: string
  readonly reasons: readonly Reason[]
  /** One sentence: why this class. */
  readonly reason: string
  readonly sure: boolean
  /** The words that point to another answer or a document, where the answer itself says nothing else. */
  readonly refers?: Reason
}

/**
 * Weighs the signs; only the strongest count. None: not classifiable, ask. All say one thing: that. Signs for several
 * classes: not classifiable, ask. One that says `unclear`: not classifiable, which is what the respondent said.
 * `no_data` beside a class gives way to the class, and hints to words that point elsewhere. Flags are joined to the one of `classes` that has the same parts.
 */
export const weigh = (closed: ClosedQuestion, classes: readonly string[], signs: readonly Sign[]): Verdict => {
  const telling = signs.filter(({ says }) => says !== 'check' && says !== 'refers')
  const doubted = signs.filter(({ says }) => says === 'check').map(({ reason }) => reason)
  const hintsOnly = telling.every(({ strength }) => strength === 'weak')
  const refers = signs.some(({ says }) => says === 'refers')
  if (telling.length === 0 || (hintsOnly && refers)) return untold(signs)
  const verdict = decided(closed, classes, strongest(closed, telling))
  if (doubted.length === 0) return verdict
  return {
    ...verdict,
    reasons: [...verdict.reasons, ...doubted],
    reason: `${verdict.reason}, with a restriction that a person should read`,
    sure: false,
  }
}

const untold = (signs: readonly Sign[]): Verdict => {
  const reasons = signs.map(({ reason }) => reason)
  const refers = signs.find(({ says }) => says === 'refers')?.reason
  const reason = refers ? 'the answer points elsewhere' : 'no rule fired'
  return { class: notClassifiable, reasons, reason, sure: false, ...(refers && { refers }) }
}

/** Flags add up: a kind that is described stands beside one that is named; only hints give way. */
const strongest = ({ combine, flags }: ClosedQuestion, signs: readonly Sign[]): readonly Sign[] => {
  const levels = signs.map(({ strength }) => strengths.indexOf(strength))
  const top = Math.max(...levels)
  const isFlag = ({ says }: Sign): boolean => combine === 'flags' && flags.includes(says)
  const least = Math.min(top, strengths.indexOf('normal'))
  const kept = signs.filter((sign, index) => levels[index] === top || (isFlag(sign) && levels[index]! >= least))
  if (combine !== 'first') return kept
  const first = Math.min(...kept.map(({ sentence }) => sentence))
  return kept.filter(({ sentence }) => sentence === first)
}

const decided = (closed: ClosedQuestion, classes: readonly string[], signs: readonly Sign[]): Verdict => {
  const reasons = signs.map(({ reason }) => reason)
  const said = new Set(signs.map(({ says }) => says))
  if (said.has('unclear')) return { class: notClassifiable, reasons, reason: 'the answer does not decide', sure: true }
  const names = [...said].filter((name) => name !== 'no_data')
  if (names.length === 0)
    return { class: notApplicable, kind: 'no_data', reasons, reason: 'the respondent has no information', sure: true }
  if (closed.combine === 'flags' && names.every((name) => closed.flags.includes(name)))
    return joined(
      closed.flags.filter((flag) => said.has(flag)),
      classes,
      reasons,
    )
  if (names.length > 1)
    return { class: notClassifiable, reasons, reason: `the answer says both ${names.join(' and ')}`, sure: false }
  return { class: names[0]!, reasons, reason: `the answer says ${names[0]}`, sure: true }
}

/** The class with these parts, in whatever order it names them. */
const joined = (flags: readonly string[], classes: readonly string[], reasons: readonly Reason[]): Verdict => {
  const found = classes.find((name) => {
    const parts = name.split('+')
    return parts.length === flags.length && flags.every((flag) => parts.includes(flag))
  })
  const kinds = flags.join(' and ')
  return found
    ? { class: found, reasons, reason: `the answer names ${kinds}`, sure: true }
    : { class: notClassifiable, reasons, reason: `the answer names ${kinds}, for which there is no class`, sure: false }
}
