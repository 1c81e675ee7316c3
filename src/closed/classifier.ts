import type { Forms } from '../lexicon/forms/inflect.ts'
import type { ContextFile, Source } from '../lexicon/schema.ts'
import { type Answer, isBlank } from '../model/answer.ts'
import type { Finding } from '../model/finding.ts'
import { type Label, notApplicable, notClassifiable, type Reason } from '../model/label.ts'
import type { Question } from '../model/questionnaire.ts'
import { englishAbbreviations } from '../text/abbreviations.ts'
import { wordsOf } from '../text/fold.ts'
import { segments } from '../text/sentences.ts'
import { type CompiledClosed, compileClosed } from './compile-closed.ts'
import { type ClosedFile, strengths } from './schema.ts'
import { type Verdict, weigh } from './weigh.ts'
import { termsOf } from './years.ts'

/** Gives the labels of one respondent's closed answers, in the answers' order, and what contradicts itself. */
export interface Classifier {
  readonly classify: (answers: readonly Answer[]) => {
    readonly labels: readonly Label[]
    readonly findings: readonly Finding[]
  }
}

export interface ClassifierInput {
  readonly questions: ReadonlyMap<string, Question>
  readonly closed: Source<ClosedFile> | undefined
  readonly context: Source<ContextFile>
  readonly forms: Forms
}

/** Something in an answer that speaks for a class. `strength` counts from 0, weak, to 2, strong. */
export interface Sign {
  readonly says: string
  readonly strength: number
  readonly reason: Reason
}

/** Compiles the rules of the closed questions; usable only where no finding is an error. */
export const createClassifier = ({
  questions,
  closed,
  context,
  forms,
}: ClassifierInput): { classifier: Classifier; findings: readonly Finding[] } => {
  if (!closed) return { classifier: withoutRules(questions), findings: [] }
  const { compiled, findings } = compileClosed(closed, questions, context, forms)
  const classify: Classifier['classify'] = (answers) => {
    const labels: Label[] = []
    const found: Finding[] = []
    for (const answer of answers) {
      const question = questions.get(answer.question)
      if (question?.kind !== 'closed') continue
      const verdict = isBlank(answer) ? blank : verdictOf(compiled, answer)
      const parent = question.follows && labels.find((label) => label.question === question.follows?.question)
      const missed = parent !== undefined && parent.class !== question.follows?.class
      labels.push(
        labelOf(
          answer,
          isBlank(answer) && missed && parent.class !== notApplicable
            ? { ...blank, kind: 'skipped', reason: `not asked: ${parent.question} is ${parent.class}` }
            : verdict,
        ),
      )
      const label = labels[labels.length - 1]!
      if (missed && question.classes?.includes(label.class)) found.push(contradiction(answer, label, parent))
    }
    return { labels, findings: found }
  }
  return { classifier: { classify }, findings }
}

const blank: Verdict = { class: notApplicable, kind: 'blank', reasons: [], reason: 'no response was given', sure: true }

/** A study without rules: blank answers are known, all others wait for a person. */
const withoutRules = (questions: ReadonlyMap<string, Question>): Classifier => ({
  classify: (answers) => ({
    labels: answers
      .filter(({ question }) => questions.get(question)?.kind === 'closed')
      .map((answer) =>
        labelOf(
          answer,
          isBlank(answer)
            ? blank
            : { class: notClassifiable, reasons: [], reason: 'no rules for this question', sure: false },
        ),
      ),
    findings: [],
  }),
})

const verdictOf = (compiled: CompiledClosed, answer: Answer): Verdict => {
  const closed = compiled.questions.get(answer.question)
  if (!closed) return { class: notClassifiable, reasons: [], reason: 'no rules for this question', sure: false }
  return weigh(closed, [...ruleSigns(compiled, answer), ...yearSigns(compiled, answer)])
}

const ruleSigns = (compiled: CompiledClosed, { text, question }: Answer): Sign[] => {
  const cuts = segments(text, englishAbbreviations)
  let starts: readonly number[] | undefined
  return compiled.tagger.tag(text, cuts, question).flatMap(({ rule: { code }, start, end, suppressed }) => {
    const { rule } = compiled.rules.get(code)!
    if (suppressed) return []
    if (rule.within !== undefined) {
      starts ??= wordsOf(text).map((word) => word.start)
      if (starts.indexOf(start) >= rule.within) return []
    }
    return [
      {
        says: rule.says,
        strength: strengths.indexOf(rule.strength),
        reason: { rule: rule.rule, start, end, quote: text.slice(start, end) },
      },
    ]
  })
}

/** The longest term decides; a lower bound alone says nothing, unless it is above the threshold itself. */
const yearSigns = (compiled: CompiledClosed, { text, question }: Answer): Sign[] => {
  const years = compiled.questions.get(question)?.years
  if (!years) return []
  const terms = termsOf(text).filter((term) => !term.open || term.years >= years.atLeast)
  const longest = terms.reduce((most, term) => Math.max(most, term.years), 0)
  const found = terms.find((term) => term.years === longest)
  if (!found) return []
  return [
    {
      says: longest >= years.atLeast ? years.says : years.below,
      strength: strengths.indexOf('normal'),
      reason: found.at,
    },
  ]
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

const contradiction = (answer: Answer, label: Label, parent: Label): Finding => ({
  level: 'warning',
  rule: 'closed/contradicts-parent',
  message: `${answer.respondent} answers ${answer.question} with \`${label.class}\` though ${parent.question}, which it follows, is \`${parent.class}\`; check both answers`,
  where: { answer: answer.id },
})
