import type { Answer } from '../model/answer.ts'
import type { JournalLine } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import type { Span } from '../model/span.ts'
import { sha256 } from '../text/hash.ts'
import { toUtf16 } from '../text/offsets.ts'

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** A decision's words as UTF-16 offsets; `undefined` where it has none or the text is too short for them. */
export const spanOf = ({ span }: JournalLine, text: string): Span | undefined => {
  if (!span) return undefined
  const start = span.unit === 'cp' ? toUtf16(text, span.start) : span.start
  const end = span.unit === 'cp' ? toUtf16(text, span.end) : span.end
  return start === undefined || end === undefined || start > end || end > text.length ? undefined : { start, end }
}

/**
 * Why a decision no longer fits the answer, with the words as they were and as they are; `undefined` where it fits.
 * Without hash and span nothing can be compared, and it fits.
 */
export const staleness = (line: JournalLine, answer: Answer): string | undefined => {
  const { span, textHash } = line
  const place = spanOf(line, answer.text)
  const now = place && answer.text.slice(place.start, place.end)
  const words = span
    ? `the words were \`${shortened(span.quote)}\`, ${now === undefined ? 'the text is shorter now' : `and are \`${shortened(now)}\` now`}`
    : `it begins \`${shortened(answer.text)}\` now`
  if (textHash !== undefined && textHash.toLowerCase() !== sha256(answer.text))
    return `the text of \`${answer.id}\` was changed after the decision (its hash differs): ${words}`
  if (span && now !== span.quote) return `\`${answer.id}\` holds other words at ${span.start}–${span.end}: ${words}`
  return undefined
}

/** The warning for a decision that was not applied because its answer has changed or is missing. */
export const staleFinding = (line: JournalLine, why: string): Finding => ({
  level: 'warning',
  rule: 'review/stale-decision',
  message: `\`${line.act}\`${line.code === undefined ? '' : ` of \`${line.code}\``} by ${line.by} was not applied: ${why}; look at the answer and decide again`,
  where: { file: line.file, line: line.line, answer: line.answer },
})

/** The warning for a decision on an answer that the study does not have. */
export const missingAnswerFinding = (line: JournalLine): Finding => {
  const words = line.span ? `; the words were \`${shortened(line.span.quote)}\`` : ''
  return staleFinding(line, `there is no answer \`${line.answer}\`${words}`)
}
