import type { Finding } from '../../model/finding.ts'
import { type Figure, figureName } from '../figure.ts'
import { sameLabel } from '../labels.ts'
import { routingOf } from '../routing.ts'
import { type Check, found } from './check.ts'

/** A follow-up question has no more answers than respondents who were asked it. */
export const checkSkipLogic: Check = ({ figures }) =>
  figures.flatMap((figure): readonly Finding[] => {
    if (figure.follows === null) return []
    const routing = routingOf(figures, figure)
    if (routing === undefined) return [noParent(figures, figure, figure.follows)]
    const { asked, answers, none, hasNoneRow } = routing
    const { question, answer } = figure.follows
    if (answers <= asked) return []
    const others = figure.base - asked
    const seen =
      hasNoneRow && figure.choice === 'single'
        ? `, and only ${none} are without an answer where ${others} were not asked`
        : ''
    const message = `${figureName(figure)} has \`${answers}\` answers, but only \`${asked}\` respondents answered \`${answer}\` to question ${question}${seen}: at least ${answers - asked} answered without being asked; check their answers to both questions`
    return [found('error', 'skip-logic', message, figure.where)]
  })

const noParent = (
  figures: readonly Figure[],
  figure: Figure,
  follows: { question: string; answer: string },
): Finding => {
  const parent = figures.find(({ question }) => question === follows.question)
  const rows = parent?.rows.map(({ label }) => `\`${label}\``).join(', ')
  const reason =
    parent === undefined
      ? `no figure has question \`${follows.question}\``
      : parent.rows.some(({ label }) => sameLabel(label, follows.answer))
        ? `figure ${parent.name} has no count for \`${follows.answer}\``
        : `figure ${parent.name} has no row \`${follows.answer}\`; it has ${rows}`
  return found(
    'warning',
    'no-parent',
    `how many were asked ${figureName(figure)} is not known: ${reason}`,
    figure.where,
  )
}
