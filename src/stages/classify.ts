import type { Classifier } from '../closed/classifier.ts'
import type { Answer } from '../model/answer.ts'
import type { Finding } from '../model/finding.ts'
import { type Label, notApplicable, notClassifiable } from '../model/label.ts'
import type { Question } from '../model/questionnaire.ts'
import { groupBy } from '../statistics/group-by.ts'
import type { DecisionIndex } from './decided.ts'
import { decidedClass } from './decided-class.ts'

/** What the stage knows of the study. */
export interface ClassifyOptions {
  readonly classifier: Classifier
  readonly questions: ReadonlyMap<string, Question>
}

/**
 * Fourth stage: the class of every answer to a closed question, by the rules, and over them by what people decided.
 * All answers of a respondent must be in one call: some questions follow others.
 */
export const classify = (
  answers: readonly Answer[],
  decisions: DecisionIndex,
  { classifier, questions }: ClassifyOptions,
): { readonly labels: readonly Label[]; readonly findings: readonly Finding[] } => {
  const labels: Label[] = []
  const findings: Finding[] = []
  for (const own of groupBy(answers, ({ respondent }) => respondent).values()) {
    const answerOf = new Map(own.map((answer) => [answer.id, answer]))
    const { labels: proposed, findings: found } = classifier.classify(own)
    findings.push(...found)
    for (const label of proposed) {
      const decided = decidedClass(
        answerOf.get(label.answer)!,
        decisions.get(label.answer) ?? [],
        classesOf(questions.get(label.question)),
      )
      findings.push(...decided.findings)
      labels.push(
        decided.class === undefined
          ? label
          : { ...label, class: decided.class, status: 'decided', reason: `decided by ${decided.by.join(', ')}` },
      )
    }
  }
  return { labels, findings }
}

/** The classes that an answer to a question may have. */
export const classesOf = (question: Question | undefined): ReadonlySet<string> =>
  new Set([...(question?.classes ?? []), notApplicable, notClassifiable])
