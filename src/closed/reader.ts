import type { Answer } from '../model/answer.ts'
import { notApplicable, notClassifiable, type Reason } from '../model/label.ts'
import type { Question } from '../model/questionnaire.ts'
import type { CompiledClosed } from './compile-closed.ts'
import { maskAnswer } from './mask.ts'
import { ruleSigns, thresholdSigns, yearSigns } from './signs.ts'
import { type Verdict, weigh } from './weigh.ts'

/** Reads one answer to a closed question by the rules; `all` are the respondent's answers, to which it may point. */
export interface Reader {
  readonly read: (answer: Answer, all: readonly Answer[]) => Verdict
}

const blank: Verdict = { class: notApplicable, kind: 'blank', reasons: [], reason: 'no response was given', sure: true }
const unruled: Verdict = { class: notClassifiable, reasons: [], reason: 'no rules for this question', sure: false }

/** White space, dashes, dots: nothing that says anything. A tick or a word in any script is something. */
const saysNothing = /^[\s\p{P}\p{Cf}]*$/u

/** A reader by compiled rules; without rules it knows blank answers only. */
export const createReader = (
  compiled: CompiledClosed | undefined,
  questions: ReadonlyMap<string, Question>,
): Reader => {
  const readText = (text: string, id: string, all: readonly Answer[]): Verdict => {
    const closed = compiled?.questions.get(id)
    const question = questions.get(id)
    const masked = question ? maskAnswer(text, question) : text
    if (saysNothing.test(masked)) return blank
    if (!compiled || !closed || !question) return unruled
    const against = all.find((answer) => answer.question === closed.threshold?.against)
    const verdict = weigh(closed, question.classes ?? [], [
      ...ruleSigns(compiled, masked, id),
      ...yearSigns(closed, masked),
      ...thresholdSigns(closed, masked, against?.text ?? ''),
    ])
    // Masking keeps the offsets; the quote is the respondent's own words.
    return { ...verdict, reasons: verdict.reasons.map((at) => ({ ...at, quote: text.slice(at.start, at.end) })) }
  }
  return {
    read: (answer, all) => {
      const verdict = readText(answer.text, answer.question, all)
      const target = verdict.refers && referredTo(answer.text, verdict.refers, questions, all)
      if (!target || target.id === answer.id) return verdict
      const there = readText(target.text, answer.question, all)
      if (there.refers || there.kind === 'blank' || !there.sure) return verdict
      const reason = `${target.question}, to which it points: ${there.reason}`
      return { ...verdict, ...there, reasons: verdict.reasons, reason }
    },
  }
}

/** The answer to the question whose number stands in words such as "see 7(a)". */
const referredTo = (
  text: string,
  { start, end }: Reason,
  questions: ReadonlyMap<string, Question>,
  all: readonly Answer[],
): Answer | undefined => {
  const plain = (number: string): string => number.toLowerCase().replace(/[^a-z\d]/g, '')
  const named = /\d{1,2}\W{0,2}[a-z]?(?![\p{L}\d])/iu.exec(text.slice(start, end + 5))?.[0]
  if (named === undefined) return undefined
  return all.find(({ question }) => plain(questions.get(question)?.number ?? '') === plain(named))
}
