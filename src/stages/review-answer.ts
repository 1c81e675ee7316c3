import type { Answer } from '../model/answer.ts'
import type { Coding, CodingStatus, Evidence } from '../model/coding.ts'
import type { JournalLine } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import { codingId } from '../model/id.ts'
import { byBytes } from '../model/order.ts'
import { type Decided, decide, type Outcome, type Ruling, type Settlement, type Vote } from './decided.ts'
import { mergeEvidence, personEvidence, wholeAnswer } from './evidence.ts'
import { conflict, notSuggested, unsure } from './review-findings.ts'

type Codes = ReadonlyMap<string, { readonly label: string }>
type Suggested = ReadonlyMap<string, readonly Evidence[]>

/** What the review of answers gives. */
export interface Reviewed {
  readonly codings: readonly Coding[]
  readonly findings: readonly Finding[]
  /** What became of each decision on these answers, those on classes of closed questions apart. */
  readonly rulings: readonly Ruling[]
}

/** Codings, findings and rulings of one answer. `lines` name known codes only. */
export const reviewAnswer = (
  answer: Answer,
  suggested: Suggested,
  lines: readonly JournalLine[],
  codes: Codes,
  votesOf: (line: JournalLine) => readonly Vote[],
): Reviewed => {
  const decided = decide(answer, lines, votesOf)
  const outcomes = new Map(lines.map((line) => [line, outcomeOf(line, decided)]))
  const applied = lines.filter((line) => outcomes.get(line) === 'applied')
  const recodes = applied.filter(({ act }) => act === 'recode')
  const present = (code: string): boolean => suggested.has(code) || recodes.some(({ to }) => to === code)

  /** Evidence of a code, that of the codes moved to it included; `path` keeps recodes in a ring from going on for ever. */
  const evidenceOf = (code: string, path: readonly string[] = []): readonly Evidence[] => {
    if (path.includes(code)) return []
    const here = [...path, code]
    const arrived = recodes.filter(({ to }) => to === code)
    const confirmed = applied.filter((line) => line.code === code && (line.act === 'accept' || line.act === 'add'))
    return mergeEvidence(
      suggested.get(code) ?? [],
      ...arrived.map((line) => evidenceOf(line.code!, here)),
      ...[...arrived, ...confirmed].map((line) => personEvidence(line, answer)),
    )
  }

  const codings: Coding[] = []
  const findings: Finding[] = [...decided.findings]
  // Tags of a code that the codebook lacks are a lexicon's mistake; they come last rather than get lost.
  const others = [...suggested.keys()].filter((code) => !codes.has(code)).sort(byBytes)
  for (const code of [...codes.keys(), ...others]) {
    const settlement = decided.topics.get(code)
    if (!settlement && !suggested.has(code)) continue
    const winners = (settlement?.winners ?? []).filter(({ line }) => !decided.barred.has(line))
    const status = statusOf(winners, suggested.has(code), present(code))
    if (settlement && settlement.disputed.length > 0)
      findings.push(conflict(answer.id, code, settlement, status ? 'the suggestion stands' : 'it is not counted'))
    for (const { line, own } of winners) {
      if (present(code) || !own || line.act === 'add') continue
      findings.push(notSuggested(line, effects[line.act] ?? ''))
      if (line.act === 'reject') outcomes.set(line, 'moot')
    }
    if (!status) continue
    const spans = evidenceOf(code)
    const { respondent, question } = answer
    codings.push({
      id: codingId(answer.id, code),
      respondent,
      question,
      code,
      label: codes.get(code)?.label ?? code,
      status,
      spans: spans.length > 0 ? [...spans] : [wholeAnswer(winners[0]!.line, answer)],
      by: [...new Set(winners.map(({ line }) => line.by))].sort(byBytes),
      ...noteOf(winners),
    })
  }
  findings.push(
    ...unsure(
      answer.id,
      lines.filter((line) => outcomes.get(line) === 'noted'),
    ),
  )
  const rulings = lines.map((decision) => ({ decision, outcome: outcomes.get(decision)! }))
  return { codings, findings, rulings }
}

const effects: Readonly<Record<string, string>> = {
  accept: 'counts as added',
  reject: 'has nothing to reject',
  recode: 'adds the target code',
}

/** Where a coding stands after the winning votes; `undefined`: there is none. */
const statusOf = (winners: readonly Vote[], suggested: boolean, present: boolean): CodingStatus | undefined => {
  const says = winners[0]?.says
  if (says === undefined) return suggested ? 'suggested' : undefined
  if (says === 'no') return present ? 'rejected' : undefined
  if (says !== 'yes') return present ? 'replaced' : undefined
  if (winners.some(({ own }) => !own)) return 'recoded'
  return suggested ? 'accepted' : 'added'
}

const noteOf = (winners: readonly Vote[]): { readonly note?: string } => {
  const notes = [...new Set(winners.flatMap(({ line }) => line.note ?? []))]
  return notes.length === 0 ? {} : { note: notes.join('; ') }
}

/** What became of a decision, moot ones apart. */
const outcomeOf = (line: JournalLine, { topics, superseded, stale }: Decided): Outcome => {
  if (superseded.has(line)) return 'superseded'
  if (stale.has(line)) return 'stale'
  if (line.act === 'none' || line.act === 'unsure') return 'noted'
  const among = (votes: (settlement: Settlement) => readonly Vote[]): boolean =>
    [...topics.values()].some((settlement) => votes(settlement).some((vote) => vote.line === line))
  if (among(({ disputed }) => disputed)) return 'conflict'
  return among(({ overruled }) => overruled) ? 'overruled' : 'applied'
}
