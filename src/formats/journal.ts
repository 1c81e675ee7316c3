import type { z } from 'zod'
import { decisionSchema, type JournalLine } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import { sha256 } from '../text/hash.ts'
import { type RawLine, rawLines, shortened } from './journal-lines.ts'

/** What one journal file holds: its sound lines, and what is wrong with the others. */
export interface Journal {
  readonly lines: readonly JournalLine[]
  readonly findings: readonly Finding[]
}

/** A file's name without folders and ending: the reviewer, where a line does not say `by`. */
export const reviewerOf = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')

/** Which of the act's own fields are missing; the schema cannot say so, since it depends on the act. */
const missingField = ({ act, code, to }: z.infer<typeof decisionSchema>): string | undefined => {
  if (act === 'undo') return typeof to === 'number' ? undefined : '`to` with the `seq` of the line to take back'
  if (act === 'none' || act === 'unsure') return undefined
  if (code === undefined || code === '') return '`code`'
  return act === 'recode' && (typeof to !== 'string' || to === '') ? '`to` with the new code' : undefined
}

type Problem = readonly [rule: string, message: string]

/** The decision of a line, or why it is none. */
const decisionOf = ({ text, value }: RawLine): z.infer<typeof decisionSchema> | Problem => {
  if (value === undefined)
    return [
      'json',
      `expected one JSON object on the line, found \`${shortened(text)}\`; check quotes, commas and that it is not spread over lines`,
    ]
  const parsed = decisionSchema.safeParse(value)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `\`${path.join('.') || 'line'}\`: ${message}`)
    return ['schema', `found \`${shortened(text)}\`, which is no decision: ${issues.join('; ')}`]
  }
  const missing = missingField(parsed.data)
  return missing ? ['missing-field', `\`${parsed.data.act}\` needs ${missing}; add it to the line`] : parsed.data
}

/** Whether `prev` is not the hash of the line before, and what was expected. */
const brokenChain = (prev: string | undefined, before: RawLine | undefined): Problem | undefined => {
  const expected = before === undefined ? '' : sha256(before.text)
  if (prev === undefined || prev === expected) return undefined
  const why = before === undefined ? 'there is no line before it' : `line ${before.line} was changed`
  const found = `\`prev\` is \`${prev}\`, expected \`${expected}\``
  return ['broken-chain', `${found}: ${why}, or lines are missing; restore the file from a copy`]
}

/**
 * Reads a journal: one decision a line, LF at the end of each; a byte order mark, CRLF and blank lines are tolerated in
 * hand-written ones. A last line without LF or without sound JSON was never acknowledged: it is cut off with a
 * warning. Everything else that is wrong is an error that names the line; a line that cannot be read as a decision, or
 * whose `seq` or undo fits nowhere, is left out.
 *
 * `prev` is the SHA-256 (hex) over the UTF-8 bytes of the line before, without its line end (LF or CRLF), without byte
 * order mark, blank lines not counted; the first line has none or an empty one. Where it is missing nothing is checked.
 */
export const parseJournal = (content: Uint8Array | string, file: string): Journal => {
  const findings: Finding[] = []
  const lines: JournalLine[] = []
  const lineOfSeq = new Map<number, number>()
  let last = 0
  const report = (line: number, [rule, message]: Problem): void => {
    findings.push({ level: 'error', rule: `journal/${rule}`, message, where: { file, line } })
  }
  let before: RawLine | undefined
  for (const raw of rawLines(content, file, findings)) {
    const { line } = raw
    const decision = decisionOf(raw)
    const previous = before
    before = raw
    if (isProblem(decision)) {
      report(line, decision)
      continue
    }
    const broken = brokenChain(decision.prev, previous)
    if (broken) report(line, broken)
    const seq = decision.seq ?? line
    if (seq <= last) {
      const after = `after ${last} on line ${lineOfSeq.get(last)}`
      report(line, ['seq', `\`seq\` is ${seq} ${after}; expected a larger number; number the lines upwards`])
      continue
    }
    if (decision.act === 'undo' && !lineOfSeq.has(decision.to as number)) {
      const message = `\`undo\` of \`seq\` ${decision.to}, which does not stand before it; name the \`seq\` of an earlier line`
      report(line, ['undo', message])
      continue
    }
    last = seq
    lineOfSeq.set(seq, line)
    lines.push({ ...decision, by: decision.by ?? reviewerOf(file), seq, file, line })
  }
  return { lines, findings }
}

const isProblem = (value: z.infer<typeof decisionSchema> | Problem): value is Problem => Array.isArray(value)

/**
 * The decisions left after undo, in the given order. An undo takes back the line of its own file with `seq` = `to`;
 * that may be an undo too, which then never was.
 */
export const activeDecisions = (lines: readonly JournalLine[]): readonly JournalLine[] => {
  const undone = new Map<string, Set<number>>()
  const active = new Set<JournalLine>()
  for (const line of [...lines].sort((a, b) => b.seq - a.seq)) {
    const taken = undone.get(line.file) ?? new Set<number>()
    undone.set(line.file, taken)
    if (taken.has(line.seq)) continue
    if (line.act === 'undo') taken.add(line.to as number)
    else active.add(line)
  }
  return lines.filter((line) => active.has(line))
}
