import { type Answer, isBlank } from '../model/answer.ts'
import { type Coding, counts } from '../model/coding.ts'
import type { Label } from '../model/label.ts'
import { groupBy } from '../statistics/group-by.ts'
import { countTogether } from './count-together.ts'
import type { Layers } from './layers.ts'
import {
  type Counts,
  emptySlice,
  emptyTally,
  mergeTallies,
  type QuestionTally,
  type Slice,
  type Tally,
} from './tally.ts'
import type { TallyPlan } from './tally-plan.ts'

/** A new tally with one more chunk counted. */
export const addToTally = (tally: Tally, { answers, labels, codings }: Layers): Tally => {
  const chunk = emptyTally(tally.plan)
  const labelsOf = groupBy(labels, ({ respondent }) => respondent)
  const codingsOf = groupBy(codings, ({ respondent }) => respondent)
  for (const [respondent, own] of groupBy(answers, (answer) => answer.respondent))
    countRespondent(chunk, own, labelsOf.get(respondent) ?? [], codingsOf.get(respondent) ?? [])
  return mergeTallies(tally, chunk)
}

const countRespondent = (
  tally: Tally,
  answers: readonly Answer[],
  labels: readonly Label[],
  codings: readonly Coding[],
): void => {
  const labelOf = new Map(labels.map((label) => [label.question, label]))
  const asked = new Set<string>()
  const answered = new Set<string>()
  for (const answer of answers) {
    if (isBlank(answer)) tally.blank += 1
    else tally.answers += 1
    if (!isBlank(answer)) answered.add(answer.question)
    if (wasAsked(tally.plan, labelOf, answer)) asked.add(answer.question)
  }
  for (const question of new Set(answers.map((answer) => answer.question))) {
    const entry = questionEntry(tally, question)
    if (asked.has(question)) entry.asked += 1
    if (answered.has(question)) entry.answered += 1
  }
  for (const label of labelOf.values())
    countLabel(tally, label, asked.has(label.question), answered.has(label.question))

  for (const { status } of codings) tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1)
  const byCode = groupBy(
    codings.filter(({ status }) => counts(status)),
    ({ code }) => code,
  )
  const byFamily = groupBy(
    [...byCode.values()].flat().filter(({ code }) => tally.plan.codes.has(code)),
    ({ code }) => tally.plan.codes.get(code)!.family,
  )
  for (const slice of slicesOf(tally, answers[0]!)) {
    slice.respondents += 1
    tally.plan.questionSets.forEach((questions, index) => {
      if (questions.some((question) => asked.has(question))) slice.reach[index]!.asked += 1
      if (questions.some((question) => answered.has(question))) slice.reach[index]!.answered += 1
    })
    for (const [code, own] of byCode) countCode(slice.codes, code, own)
    for (const [family, own] of byFamily) countCode(slice.families, family, own)
  }
  for (const [code, own] of byCode)
    for (const [question, inQuestion] of groupBy(own, (coding) => coding.question))
      countCode(questionEntry(tally, question).codes, code, inQuestion)
  countTogether(tally, [...byCode.keys()], asked, answered)
}

/** Whether the question was put to the respondent: its label says so, else the words, else the question it follows. */
const wasAsked = (plan: TallyPlan, labels: ReadonlyMap<string, Label>, answer: Answer): boolean => {
  const label = labels.get(answer.question)
  if (label) return label.kind !== 'skipped'
  if (!isBlank(answer)) return true
  const follows = plan.follows.get(answer.question)
  const parent = follows && labels.get(follows.question)
  return parent === undefined || parent.class === follows?.class
}

const countCode = (codes: Map<string, Counts>, code: string, codings: readonly Coding[]): void => {
  const entry = codes.get(code) ?? { respondents: 0, answers: 0, mentions: 0 }
  entry.respondents += 1
  entry.answers += codings.length === 1 ? 1 : new Set(codings.map(({ question }) => question)).size
  entry.mentions += codings.reduce((sum, { spans }) => sum + Math.max(1, spans.length), 0)
  codes.set(code, entry)
}

const countLabel = (tally: Tally, label: Label, asked: boolean, answered: boolean): void => {
  const { classes } = questionEntry(tally, label.question)
  const entry = classes.get(label.class) ?? {
    respondents: 0,
    asked: 0,
    answered: 0,
    ask: 0,
    decided: 0,
    kinds: new Map<string, number>(),
  }
  entry.respondents += 1
  if (asked) entry.asked += 1
  if (answered) entry.answered += 1
  if (label.status === 'ask') entry.ask += 1
  if (label.status === 'decided') entry.decided += 1
  if (label.kind !== undefined) entry.kinds.set(label.kind, (entry.kinds.get(label.kind) ?? 0) + 1)
  classes.set(label.class, entry)
}

const questionEntry = (tally: Tally, question: string): QuestionTally => {
  const entry = tally.questions.get(question) ?? { asked: 0, answered: 0, codes: new Map(), classes: new Map() }
  tally.questions.set(question, entry)
  return entry
}

/** The slices that a respondent belongs to. The attributes stand on each answer, the same on all. */
const slicesOf = (tally: Tally, { attributes }: Answer): readonly Slice[] => [
  tally.whole,
  ...tally.plan.by.map((attribute) => {
    const values = tally.values.get(attribute) ?? new Map<string, Slice>()
    tally.values.set(attribute, values)
    const value = Object.hasOwn(attributes, attribute) ? attributes[attribute]! : ''
    const slice = values.get(value) ?? emptySlice(tally.plan)
    values.set(value, slice)
    return slice
  }),
]
