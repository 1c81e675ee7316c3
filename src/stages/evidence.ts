import type { Answer } from '../model/answer.ts'
import type { Evidence } from '../model/coding.ts'
import type { JournalLine } from '../model/decision.ts'
import { byBytes } from '../model/order.ts'
import type { Tag } from '../model/tag.ts'
import { spanOf } from './stale.ts'

const inOrder = (a: Evidence, b: Evidence): number =>
  a.start - b.start || a.end - b.end || byBytes(a.lexicon, b.lexicon) || byBytes(a.rule, b.rule)

/** Evidence in the order of the text; of several for the same words the first stays, a rule's before a person's. */
export const mergeEvidence = (...lists: readonly (readonly Evidence[])[]): readonly Evidence[] => {
  const seen = new Set<string>()
  return lists
    .flatMap((list) => [...list].sort(inOrder))
    .filter(({ start, end }) => !seen.has(`${start}-${end}`) && seen.add(`${start}-${end}`))
    .sort(inOrder)
}

/** Evidence of the tags that count, by answer and code. */
export const suggestions = (tags: readonly Tag[]): ReadonlyMap<string, ReadonlyMap<string, readonly Evidence[]>> => {
  const found = new Map<string, Map<string, Evidence[]>>()
  for (const { answer, code, suppressed, ...evidence } of tags) {
    if (suppressed) continue
    const codes = found.get(answer) ?? new Map<string, Evidence[]>()
    found.set(answer, codes)
    codes.set(code, [...(codes.get(code) ?? []), evidence])
  }
  return new Map(
    [...found].map(([answer, codes]) => [
      answer,
      new Map([...codes].map(([code, list]) => [code, mergeEvidence(list)])),
    ]),
  )
}

/** The words that a person marked as evidence; none where the decision has no span. */
export const personEvidence = (line: JournalLine, answer: Answer): readonly Evidence[] => {
  const span = spanOf(line, answer.text)
  return span ? [evidence(line, answer, span.start, span.end)] : []
}

/** The whole answer as a person's evidence. */
export const wholeAnswer = (line: JournalLine, answer: Answer): Evidence =>
  evidence(line, answer, 0, answer.text.length)

const evidence = ({ by }: JournalLine, { text }: Answer, start: number, end: number): Evidence => ({
  start,
  end,
  quote: text.slice(start, end),
  lexicon: 'person',
  rule: by,
  context: [],
})
