import type { Forms } from '../lexicon/forms/inflect.ts'
import type { ContextFile, Source } from '../lexicon/schema.ts'
import type { Answer } from '../model/answer.ts'
import type { Finding } from '../model/finding.ts'
import { type Label, notApplicable, notClassifiable } from '../model/label.ts'
import type { Question } from '../model/questionnaire.ts'
import { compileClosed } from './compile-closed.ts'
import { createReader, type Reader } from './reader.ts'
import type { ClosedFile } from './schema.ts'
import type { Verdict } from './weigh.ts'

/** Gives the labels of one respondent's closed answers, in the answers' order, and what contradicts itself. */
export interface Classifier {
  readonly classify: (answers: readonly Answer[]) => {
    readonly labels: readonly Label[]
    readonly findings: readonly Finding[]
  }
}

export interface ClassifierInput {
  readonly questions: ReadonlyMap<string, Question>
  /** Without rules, blank answers are known and all others wait for a person. */
  readonly closed: Source<ClosedFile> | undefined
  readonly context: Source<ContextFile>
  readonly forms: Forms
}

/** Compiles the rules of the closed questions; usable only where no finding is an error. */
export const createClassifier = ({
  questions,
  closed,
  context,
  forms,
}: ClassifierInput): { classifier: Classifier; findings: readonly Finding[] } => {
  const { compiled, findings } = closed
    ? compileClosed(closed, questions, context, forms)
    : { compiled: undefined, findings: [] }
  const reader = createReader(compiled, questions)
  return { classifier: { classify: (answers) => classifyAll(reader, questions, answers) }, findings }
}

const classifyAll = (
  reader: Reader,
  questions: ReadonlyMap<string, Question>,
  answers: readonly Answer[],
): { labels: readonly Label[]; findings: readonly Finding[] } => {
  const closed = answers.filter(({ question }) => questions.get(question)?.kind === 'closed')
  const verdicts = new Map(closed.map((answer) => [answer.question, reader.read(answer, answers)]))
  const findings: Finding[] = []
  const labels = closed.map((answer) => {
    const question = questions.get(answer.question)!
    const own = verdicts.get(answer.question)!
    const parent = question.follows?.question ?? ''
    const parentClass = verdicts.get(parent)?.class
    const missed = parentClass !== undefined && parentClass !== question.follows?.class
    const verdict = missed ? notAsked(own, parent, parentClass) : own
    if (missed && question.classes?.includes(verdict.class))
      findings.push(contradiction(answer, verdict.class, parent, parentClass))
    return labelOf(answer, verdict)
  })
  return { labels, findings }
}

/** Nothing is missing where a question was not to be asked; where the parent is blank itself, no one knows that. */
const notAsked = (verdict: Verdict, parent: string, parentClass: string): Verdict => {
  const silent = verdict.class === notApplicable || verdict.refers !== undefined
  if (!silent || parentClass === notApplicable) return verdict
  const reason = `not asked: ${parent} is ${parentClass}`
  return {
    class: notApplicable,
    kind: 'skipped',
    reasons: verdict.reasons,
    reason,
    sure: parentClass !== notClassifiable,
  }
}

const labelOf = ({ id, respondent, question }: Answer, verdict: Verdict): Label => ({
  answer: id,
  respondent,
  question,
  class: verdict.class,
  ...(verdict.kind !== undefined && { kind: verdict.kind }),
  because: [...verdict.reasons],
  reason: verdict.reason,
  status: verdict.sure ? 'classified' : 'ask',
})

const contradiction = (answer: Answer, own: string, parent: string, parentClass: string): Finding => ({
  level: 'warning',
  rule: 'closed/contradicts-parent',
  message: `${answer.respondent} answers ${answer.question} with \`${own}\` though ${parent}, which it follows, is \`${parentClass}\`; check both answers`,
  where: { answer: answer.id },
})
