import type { Coding } from '../model/coding.ts'
import { counts } from '../model/coding.ts'
import { answerId, codingId } from '../model/id.ts'
import type { Tag } from '../model/tag.ts'

/**
 * Why a coding differs from gold. Missed: `no word` (no rule of the code found anything), `context` (a rule did, but the
 * words around spoke against it), `exclusion` (a `not` took it away), `decision` (a person rejected it). Given wrongly:
 * `rule too wide`.
 */
export type ErrorKind = 'no word' | 'context' | 'exclusion' | 'decision' | 'rule too wide'

/** One coding that gold has and the rules do not give, or the other way round. */
export interface CodingError {
  readonly answer: string
  readonly code: string
  readonly kind: ErrorKind
  /** The rule that was too wide, or that did not count, with the reason. */
  readonly rule?: string
  readonly because?: string
  /** The words that the rule found. */
  readonly quote?: string
}

/** The errors in some answers, in order of answer and code. `gold` holds the addresses of codings. */
export const codingErrors = (
  tags: readonly Tag[],
  codings: readonly Coding[],
  gold: readonly { readonly unit: string; readonly code: string }[],
): readonly CodingError[] => {
  const right = new Set(gold.map(({ unit, code }) => codingId(unit, code)))
  const tagsOf = new Map<string, Tag[]>()
  for (const tag of tags) {
    const id = codingId(tag.answer, tag.code)
    const same = tagsOf.get(id)
    if (same) same.push(tag)
    else tagsOf.set(id, [tag])
  }
  const given = new Set(codings.filter(({ status }) => counts(status)).map(({ id }) => id))
  const wrong = codings.flatMap((coding): CodingError[] => {
    if (!counts(coding.status) || right.has(coding.id)) return []
    const [evidence] = coding.spans
    const answer = answerId(coding.respondent, coding.question)
    return [
      {
        answer,
        code: coding.code,
        kind: 'rule too wide',
        ...(evidence && { rule: evidence.rule, quote: evidence.quote }),
      },
    ]
  })
  const missed = gold.flatMap(({ unit, code }): CodingError[] => {
    const id = codingId(unit, code)
    if (given.has(id)) return []
    const own = tagsOf.get(id) ?? []
    const stopped = own.find(({ suppressed }) => suppressed && suppressed.by !== 'overlap')
    if (!stopped?.suppressed) return [{ answer: unit, code, kind: own.length > 0 ? 'decision' : 'no word' }]
    const kind = stopped.suppressed.by === 'context' ? 'context' : 'exclusion'
    return [{ answer: unit, code, kind, rule: stopped.rule, because: stopped.suppressed.because, quote: stopped.quote }]
  })
  return [...wrong, ...missed]
}
