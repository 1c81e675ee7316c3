import type { Code } from '../model/codebook.ts'
import { isNarrative } from '../model/questionnaire.ts'
import type { BaseKind, Study } from '../model/study.ts'
import { groupBy } from '../statistics/group-by.ts'

/** What counting has to know of a study; plain data, so that it can go to a worker. */
export interface TallyPlan {
  /** Sets of questions that codes are given to, each once. Codes of one set share their bases. */
  readonly questionSets: readonly (readonly string[])[]
  /** Questions asked only after a certain class of another. */
  readonly follows: ReadonlyMap<string, { readonly question: string; readonly class: string }>
  /** Family of each code, and position of the code's questions in `questionSets`. */
  readonly codes: ReadonlyMap<string, { readonly family: string; readonly questionSet: number }>
  readonly base: BaseKind
  /** Attributes to cross the themes with. */
  readonly by: readonly string[]
}

/** The questions whose answers may carry a code, in the questionnaire's order. */
export const questionsOf = (study: Study, code: Code): readonly string[] =>
  [...study.questions].flatMap(([id, question]) =>
    (code.questions === undefined ? isNarrative(question) : code.questions.includes(id)) ? [id] : [],
  )

const setKey = (questions: readonly string[]): string => JSON.stringify(questions)

/** A family of the codebook with the questions that any of its codes may be given to. */
export interface Family {
  readonly id: string
  readonly label: string
  readonly questions: readonly string[]
}

/** The families of a study's codes, in the codebook's order. */
export const familiesOf = (study: Study): readonly Family[] =>
  [...groupBy(study.codes, ({ family }) => family)].map(([id, codes]) => {
    const own = new Set(codes.flatMap((code) => questionsOf(study, code)))
    return { id, label: codes[0]!.familyLabel, questions: [...study.questions.keys()].filter((each) => own.has(each)) }
  })

/** The plan of a study. */
export const planTally = (study: Study): TallyPlan => {
  const ofCodes = study.codes.map((code) => questionsOf(study, code))
  const sets = new Map(
    [...ofCodes, ...familiesOf(study).map(({ questions }) => questions)].map((set) => [setKey(set), set]),
  )
  const keys = [...sets.keys()]
  return {
    questionSets: [...sets.values()],
    codes: new Map(
      study.codes.map(({ id, family }, index) => [id, { family, questionSet: keys.indexOf(setKey(ofCodes[index]!)) }]),
    ),
    base: study.base,
    follows: new Map([...study.questions].flatMap(([id, { follows }]) => (follows ? [[id, follows] as const] : []))),
    by: [...new Set(study.by)],
  }
}

/** Position of a set of questions in `plan.questionSets`. */
export const questionSetOf = (plan: TallyPlan, questions: readonly string[]): number => {
  const key = setKey(questions)
  return plan.questionSets.findIndex((set) => setKey(set) === key)
}
