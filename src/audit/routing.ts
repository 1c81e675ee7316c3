import type { Figure } from './figure.ts'
import { labelKind, sameLabel } from './labels.ts'

/** A figure of a question that was asked only after a certain answer to another, and the respondents on their way. */
export interface Routing {
  readonly child: Figure
  readonly parent: Figure
  /** Respondents who gave the answer that leads to the question. */
  readonly asked: number
  /** Respondents with an answer to the child question, a classable one or not. */
  readonly answers: number
  /** Respondents without one, as far as the figure has a row for them. */
  readonly none: number
  readonly hasNoneRow: boolean
}

/** The routing of a figure; `undefined` where it follows no other, or the other does not tell how many were asked. */
export const routingOf = (figures: readonly Figure[], child: Figure): Routing | undefined => {
  const { follows } = child
  if (follows === null) return undefined
  const parent = figures.find(({ question }) => question === follows.question)
  const asked = parent?.rows.find(({ label }) => sameLabel(label, follows.answer))?.count
  if (parent === undefined || asked === undefined || asked === null) return undefined
  const none = child.rows.filter(({ label }) => labelKind(label) === 'none')
  const counts = child.rows.filter((row) => !none.includes(row)).map(({ count }) => count ?? 0)
  return {
    child,
    parent,
    asked,
    // Of a question with several choices the most frequent one is all that is certain.
    answers: counts.reduce((all, count) => (child.choice === 'multiple' ? Math.max(all, count) : all + count), 0),
    none: none.reduce((sum, { count }) => sum + (count ?? 0), 0),
    hasNoneRow: none.length > 0,
  }
}
