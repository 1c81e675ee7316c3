import type { Answer } from '../model/answer.ts'
import type { JournalLine } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import { byBytes } from '../model/order.ts'
import { missingAnswerFinding, staleFinding, staleness } from './stale.ts'

/** Decisions by the address of their answer, each list by reviewer, file and running number. */
export type DecisionIndex = ReadonlyMap<string, readonly JournalLine[]>

const adjudication = 'adjudication'

/** Who speaks: the reviewer, or `adjudication` for all lines of the journal of that name. */
export const voice = ({ file, by }: JournalLine): string =>
  /(?:^|[/\\])adjudication\.[^./\\]+$/.test(file) ? adjudication : by

const inOrder = (a: JournalLine, b: JournalLine): number =>
  byBytes(voice(a), voice(b)) || byBytes(a.file, b.file) || a.seq - b.seq

/** The index of decisions that are left after undo (`activeDecisions`); the order of the journals does not matter. */
export const decisionsByAnswer = (lines: readonly JournalLine[]): DecisionIndex => {
  const index = new Map<string, JournalLine[]>()
  for (const line of [...lines].sort(inOrder)) {
    const same = index.get(line.answer)
    if (same) same.push(line)
    else index.set(line.answer, [line])
  }
  return index
}

/** A warning for each decision on an answer that never occurred in the whole study. */
export const unmatched = (index: DecisionIndex, seenAnswerIds: ReadonlySet<string>): readonly Finding[] =>
  [...index]
    .filter(([answer]) => !seenAnswerIds.has(answer))
    .flatMap(([, lines]) => lines)
    .sort((a, b) => byBytes(a.file, b.file) || a.line - b.line)
    .map(missingAnswerFinding)

/**
 * What became of a decision. `superseded`: the same reviewer decided again; `overruled`: adjudication says otherwise;
 * `moot`: rejects what no rule suggests any more; `noted`: changes nothing (`none`, `unsure`); `unknown`: a code that
 * the codebook does not have.
 */
export type Outcome = 'applied' | 'stale' | 'moot' | 'conflict' | 'superseded' | 'overruled' | 'noted' | 'unknown'

/** A decision with what became of it. */
export interface Ruling {
  readonly decision: JournalLine
  readonly outcome: Outcome
}

/** What a decision says on one topic. `own`: its subject; a recode also arrives, not its own, at the target code. */
export interface Vote {
  readonly line: JournalLine
  readonly topic: string
  readonly says: string
  readonly own: boolean
}

/** The votes on one topic. Winners all say the same; where `disputed` is not empty there are none. */
export interface Settlement {
  readonly winners: readonly Vote[]
  readonly disputed: readonly Vote[]
  readonly overruled: readonly Vote[]
}

/** The votes on one answer, settled. */
export interface Decided {
  readonly topics: ReadonlyMap<string, Settlement>
  /** Decisions that lost; of a recode it is enough to lose on one of its two codes. */
  readonly barred: ReadonlySet<JournalLine>
  readonly superseded: ReadonlySet<JournalLine>
  readonly stale: ReadonlySet<JournalLine>
  readonly findings: readonly Finding[]
}

/**
 * Which of a reviewer's votes still stand. The latest on a topic does: a decision on a code takes the place of the
 * earlier one wholly; a recode that arrives at a code takes the place there only.
 */
const standing = (votes: readonly Vote[]): readonly Vote[] => {
  const places = new Map<string, Vote>()
  for (const vote of votes) {
    const key = JSON.stringify([voice(vote.line), vote.topic])
    const earlier = places.get(key)
    if (earlier?.own && vote.own)
      for (const [place, { line }] of places) if (line === earlier.line) places.delete(place)
    places.set(key, vote)
  }
  return [...places.values()]
}

const settle = (votes: readonly Vote[]): Settlement => {
  const ruling = votes.find(({ line }) => voice(line) === adjudication)?.says ?? votes[0]?.says
  const [same, other] = [votes.filter(({ says }) => says === ruling), votes.filter(({ says }) => says !== ruling)]
  if (other.length === 0) return { winners: same, disputed: [], overruled: [] }
  if (same.some(({ line }) => voice(line) === adjudication)) return { winners: same, disputed: [], overruled: other }
  return { winners: [], disputed: votes, overruled: [] }
}

const settleAll = (votes: readonly Vote[]): ReadonlyMap<string, Settlement> => {
  const byTopic = new Map<string, Vote[]>()
  for (const vote of votes) byTopic.set(vote.topic, [...(byTopic.get(vote.topic) ?? []), vote])
  return new Map([...byTopic].map(([topic, same]) => [topic, settle(same)]))
}

/** Lines whose vote of the given kind did not win. */
const losers = (topics: ReadonlyMap<string, Settlement>, own: boolean): readonly JournalLine[] =>
  [...topics.values()].flatMap(({ disputed, overruled }) =>
    [...disputed, ...overruled].filter((vote) => vote.own === own).map(({ line }) => line),
  )

/**
 * Which decisions on one answer win, topic by topic: of one reviewer the latest; then the journal `adjudication`; else
 * what all who spoke agree on; else nobody, and the topic is disputed. A latest decision that is stale is not replaced
 * by an earlier one, since its reviewer had taken that back. `lines` are the answer's, from `decisionsByAnswer`.
 */
export const decide = (
  answer: Answer,
  lines: readonly JournalLine[],
  votesOf: (line: JournalLine) => readonly Vote[],
): Decided => {
  const cast = lines.map((line) => [line, votesOf(line)] as const)
  const all = standing(cast.flatMap(([, votes]) => votes))
  const stand = new Set(all.map(({ line }) => line))
  const superseded = new Set(cast.filter(([line, votes]) => votes.length > 0 && !stand.has(line)).map(([line]) => line))
  const stale = new Set<JournalLine>()
  const findings: Finding[] = []
  for (const line of lines) {
    const why = superseded.has(line) ? undefined : staleness(line, answer)
    if (why === undefined) continue
    stale.add(line)
    findings.push(staleFinding(line, why))
  }
  const votes = all.filter(({ line }) => !stale.has(line))
  // A recode takes place as a whole or not at all. One that may not move its code away does not arrive either, so the
  // target is settled without it; one that may not arrive stays part of the dispute there.
  const held = new Set(losers(settleAll(votes.filter(({ own }) => own)), true))
  for (;;) {
    const topics = settleAll(votes.filter(({ line, own }) => own || !held.has(line)))
    const more = losers(topics, true).filter((line) => !held.has(line))
    if (more.length === 0)
      return { topics, barred: new Set([...held, ...losers(topics, false)]), superseded, stale, findings }
    for (const line of more) held.add(line)
  }
}
