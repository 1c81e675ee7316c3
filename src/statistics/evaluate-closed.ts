import { nominalAlpha } from './agreement.ts'
import { groupBy } from './group-by.ts'
import { type Interval, wilson } from './interval.ts'

/** The class of one closed answer. */
export interface ClassAssignment {
  readonly respondent: string
  readonly question: string
  readonly class: string
}

/** How many classes are right; `null` over no answers. */
export interface Accuracy {
  readonly answers: number
  readonly right: number
  readonly accuracy: number | null
  readonly interval: Interval | null
  readonly alpha: number | null
}

/** Answers that gold and system class differently in one way; `system` is `''` where it has no class. */
export interface ClassConfusion {
  readonly question: string
  readonly gold: string
  readonly system: string
  readonly respondents: readonly string[]
}

/** Closed classes against gold. */
export interface ClosedEvaluation {
  readonly questions: readonly (Accuracy & { readonly question: string })[]
  readonly total: Accuracy
  readonly confusions: readonly ClassConfusion[]
}

/** Compares classes with gold: questions, confusions and respondents in gold's order; answers not in gold are not judged. */
export const evaluateClosed = (
  gold: readonly ClassAssignment[],
  system: readonly ClassAssignment[],
): ClosedEvaluation => {
  const classes = new Map(system.map((item) => [key(item), item.class]))
  const pairs = gold.map((item) => ({ ...item, system: classes.get(key(item)) ?? '' }))
  return {
    questions: [...groupBy(pairs, ({ question }) => question)].map(([question, items]) => ({
      question,
      ...accuracyOf(items),
    })),
    total: accuracyOf(pairs),
    confusions: confusionsOf(pairs),
  }
}

type Pair = ClassAssignment & { readonly system: string }

const key = ({ question, respondent }: ClassAssignment): string => JSON.stringify([question, respondent])

const accuracyOf = (pairs: readonly Pair[]): Accuracy => {
  const right = pairs.filter((pair) => pair.class === pair.system).length
  return {
    answers: pairs.length,
    right,
    accuracy: pairs.length === 0 ? null : right / pairs.length,
    interval: wilson(right, pairs.length),
    alpha: nominalAlpha(pairs.map((pair) => [pair.class, pair.system])),
  }
}

const confusionsOf = (pairs: readonly Pair[]): readonly ClassConfusion[] => {
  const wrong = pairs.filter((pair) => pair.class !== pair.system)
  const groups = groupBy(wrong, (pair) => JSON.stringify([pair.question, pair.class, pair.system]))
  return [...groups.values()].map((group) => ({
    question: group[0]!.question,
    gold: group[0]!.class,
    system: group[0]!.system,
    respondents: group.map(({ respondent }) => respondent),
  }))
}
