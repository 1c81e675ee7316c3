import type { JournalLine } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import { didYouMean } from '../text/nearest.ts'
import type { Settlement } from './decided.ts'

const place = ({ file, line, answer }: JournalLine): Finding['where'] => ({ file, line, answer })

/** The error for a decision that names a code the codebook does not have. */
export const unknownCode = (line: JournalLine, code: string, codes: Iterable<string>): Finding => ({
  level: 'error',
  rule: 'review/unknown-code',
  message: `\`${line.act}\` by ${line.by} names the code \`${code}\`, which the codebook does not have${didYouMean(code, codes)}; correct the line, or add the code to the codebook`,
  where: place(line),
})

/** The warning for a topic on which reviewers differ, naming who says what and where. */
export const conflict = (answer: string, topic: string, { disputed }: Settlement, meanwhile: string): Finding => {
  const says = disputed.map(({ line }) => {
    const to = line.act === 'recode' ? ` \`${line.code}\` to \`${line.to}\`` : ''
    return `${line.by} says \`${line.act}\`${to} (${line.file}:${line.line})`
  })
  return {
    level: 'warning',
    rule: 'review/conflict',
    message: `reviewers differ on \`${topic}\` in \`${answer}\`: ${says.join(', ')}; ${meanwhile} until they agree or a journal \`adjudication.ndjson\` decides`,
    where: { ...place(disputed[0]!.line) },
  }
}

/** The note on a decision about a code that no rule suggests on this answer now. */
export const notSuggested = (line: JournalLine, effect: string): Finding => ({
  level: 'note',
  rule: 'review/not-suggested',
  message: `no rule suggests \`${line.code}\` on \`${line.answer}\` any more: \`${line.act}\` by ${line.by} ${effect}`,
  where: place(line),
})

/** The note on how many decisions left an answer open; none where there are none. */
export const unsure = (answer: string, lines: readonly JournalLine[]): readonly Finding[] => {
  const open = lines.filter(({ act }) => act === 'unsure')
  if (open.length === 0) return []
  const message = `\`${answer}\` has ${open.length} ${open.length === 1 ? 'decision' : 'decisions'} \`unsure\` (${open.map(({ by, file, line }) => `${by}, ${file}:${line}`).join('; ')}); codings are as without`
  return [{ level: 'note', rule: 'review/unsure', message, where: place(open[0]!) }]
}
