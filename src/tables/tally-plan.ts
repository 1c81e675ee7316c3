import type { Code } from '../model/codebook.ts'
import { isNarrative } from '../model/questionnaire.ts'
import type { Study } from '../model/study.ts'

/** What counting has to know of a study; plain data, so that it can go to a worker. */
export interface TallyPlan {
  /** Sets of questions that codes are given to, each once. Codes of one set share their bases. */
  readonly questionSets: readonly (readonly string[])[]
  /** Questions asked only after a certain class of another. */
  readonly follows: ReadonlyMap<string, { readonly question: string; readonly class: string }>
  /** Attributes to cross the themes with. */
  readonly by: readonly string[]
}

/** The questions whose answers may carry a code, in the questionnaire's order. */
export const questionsOf = (study: Study, code: Code): readonly string[] =>
  [...study.questions].flatMap(([id, question]) =>
    (code.questions === undefined ? isNarrative(question) : code.questions.includes(id)) ? [id] : [],
  )

const setKey = (questions: readonly string[]): string => JSON.stringify(questions)

/** The plan of a study. */
export const planTally = (study: Study): TallyPlan => ({
  questionSets: [
    ...new Map(study.codes.map((code) => questionsOf(study, code)).map((set) => [setKey(set), set])).values(),
  ],
  follows: new Map([...study.questions].flatMap(([id, { follows }]) => (follows ? [[id, follows] as const] : []))),
  by: [...new Set(study.by)],
})

/** Position of a code's questions in `plan.questionSets`. */
export const questionSetOf = (plan: TallyPlan, study: Study, code: Code): number => {
  const key = setKey(questionsOf(study, code))
  return plan.questionSets.findIndex((set) => setKey(set) === key)
}
