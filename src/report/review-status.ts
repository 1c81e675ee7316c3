import type { Tally } from '../tables/tally.ts'
import { counted, number } from './words.ts'

/** How far people have reviewed what the lexicons suggested. */
export const reviewStatus = (tally: Tally): string => {
  const all = [...tally.statuses.values()].reduce((sum, count) => sum + count, 0)
  const open = tally.statuses.get('suggested') ?? 0
  if (all === 0) return 'No codings.'
  if (open === 0) return `Reviewed by a person: all ${counted(all, 'coding')}.`
  return `Suggested by lexicon, not yet reviewed by a person: ${number(open)} of ${counted(all, 'coding')}. Reviewed: ${number(all - open)}.`
}

/** Closed answers that wait for a person. */
export const waiting = (tally: Tally): number =>
  [...tally.questions.values()].reduce(
    (sum, { classes }) => [...classes.values()].reduce((own, { ask }) => own + ask, sum),
    0,
  )
