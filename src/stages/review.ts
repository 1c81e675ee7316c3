import type { Answer } from '../model/answer.ts'
import type { Coding } from '../model/coding.ts'
import type { JournalLine } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import type { Tag } from '../model/tag.ts'
import type { DecisionIndex, Ruling, Vote } from './decided.ts'
import { suggestions } from './evidence.ts'
import { type Reviewed, reviewAnswer } from './review-answer.ts'
import { unknownCode } from './review-findings.ts'

/** What the stage reads. */
export interface ReviewInput {
  readonly answers: readonly Answer[]
  readonly tags: readonly Tag[]
  /** The active decisions by answer, of the whole study: only those on `answers` are looked up. */
  readonly decisions: DecisionIndex
}

/** What the stage knows of the study. */
export interface ReviewOptions {
  /** The codebook's codes in its order. */
  readonly codes: ReadonlyMap<string, { readonly label: string }>
  /** Classes of closed questions by question: decisions on these are the classify stage's. */
  readonly classes?: ReadonlyMap<string, ReadonlySet<string>>
}

/** What a decision says on themes. A recode speaks on two codes: it moves one away, and arrives at the other. */
const votesOf = (line: JournalLine): readonly Vote[] => {
  const { act, code = '', to } = line
  if (act === 'accept' || act === 'add') return [{ line, topic: code, says: 'yes', own: true }]
  if (act === 'reject') return [{ line, topic: code, says: 'no', own: true }]
  if (act !== 'recode') return []
  const target = String(to)
  return [
    { line, topic: code, says: `to ${target}`, own: true },
    { line, topic: target, says: 'yes', own: false },
  ]
}

/**
 * Fifth stage: the codings that are counted, from what the rules suggest and what people decided. Without decisions
 * every suggestion stands. Which decision wins where reviewers differ: the latest line of each reviewer speaks; the
 * journal `adjudication` beats all; else all who spoke must agree; else the coding stays as the rules left it, with a
 * `review/conflict`. A stale decision is never applied and never lost (`review/stale-decision`). Codings come in the
 * answers' order, then the codebook's. Decisions on answers of no chunk: see `unmatched`.
 */
export const review = ({ answers, tags, decisions }: ReviewInput, options: ReviewOptions): Reviewed => {
  const { codes, classes } = options
  const suggested = suggestions(tags)
  const codings: Coding[] = []
  const findings: Finding[] = []
  const rulings: Ruling[] = []
  for (const answer of answers) {
    const known: JournalLine[] = []
    for (const line of decisions.get(answer.id) ?? []) {
      const unknown = namedCodes(line).filter((code) => !codes.has(code))
      if (unknown.length === 0) known.push(line)
      else if (!classes?.get(answer.question)?.has(line.code ?? '')) {
        for (const code of unknown) findings.push(unknownCode(line, code, codes.keys()))
        rulings.push({ decision: line, outcome: 'unknown' })
      }
    }
    const reviewed = reviewAnswer(answer, suggested.get(answer.id) ?? new Map(), known, codes, votesOf)
    codings.push(...reviewed.codings)
    findings.push(...reviewed.findings)
    rulings.push(...reviewed.rulings)
  }
  return { codings, findings, rulings }
}

const namedCodes = ({ act, code, to }: JournalLine): readonly string[] => [
  ...(code === undefined ? [] : [code]),
  ...(act === 'recode' ? [String(to)] : []),
]
