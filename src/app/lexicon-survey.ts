import { kindOf } from '../io/files.ts'
import type { Suppression } from '../model/tag.ts'
import { foldWords } from '../text/fold.ts'
import { createTermFinder, type TermFinder } from './lexicon-term-finder.ts'
import type { TermGroup } from './lexicon-terms.ts'
import { type Trial, trialAnswers } from './lexicon-trial.ts'

/** How `reasons` call a hit that gives way to a longer one. */
export const overlapReason = 'a longer hit stands there'

/** What became of the hits of one rule. */
export interface RuleUse {
  readonly hits: number
  /** Hits that are not suppressed. */
  readonly counted: number
  /** Why the others do not count, with how often. */
  readonly reasons: ReadonlyMap<string, number>
}

/** What the lexicons of a pipeline find in its answers. */
export interface Survey {
  /** Answers with words to questions with free words, and those who wrote them. */
  readonly answers: number
  readonly respondents: number
  /** One for each of the trial's compiled rules. */
  readonly rules: readonly RuleUse[]
  /** Exclusions that took a hit away, as `code` and text with a blank between. */
  readonly exclusions: ReadonlySet<string>
  /** Distinct folded words of the answers. */
  readonly words: ReadonlySet<string>
  readonly terms: TermFinder
}

/** Reads all answers of a pipeline once; `undefined` where its file of answers is not there. */
export const surveyAnswers = async (trial: Trial, groups: readonly TermGroup[]): Promise<Survey | undefined> => {
  const { loaded, compiled, tagger } = trial
  if ((await kindOf(loaded.input)) === 'nothing') return undefined
  const terms = createTermFinder(groups, [...trial.shared, ...loaded.lexicons], trial.forms)
  const rules = compiled.rules.map(() => ({ hits: 0, counted: 0, reasons: new Map<string, number>() }))
  const exclusions = new Set<string>()
  const words = new Set<string>()
  const respondents = new Set<string>()
  let answers = 0
  for await (const batch of trialAnswers(trial))
    for (const { answer, cuts } of batch) {
      answers++
      respondents.add(answer.respondent)
      for (const word of foldWords(answer.text)) words.add(word)
      terms.read(answer.text, cuts)
      for (const { rule, suppressed } of tagger.tag(answer.text, cuts, answer.question)) {
        const use = rules[trial.indexOf(rule)]!
        use.hits++
        if (!suppressed) use.counted++
        else use.reasons.set(reasonOf(suppressed), (use.reasons.get(reasonOf(suppressed)) ?? 0) + 1)
        if (suppressed?.by === 'excluded') exclusions.add(`${rule.code} ${suppressed.because}`)
      }
    }
  return { answers, respondents: respondents.size, rules, exclusions, words, terms }
}

/** A reason without the words of the single answer. */
const reasonOf = ({ by, because }: Suppression): string => {
  if (by === 'overlap') return overlapReason
  if (by === 'excluded') return `taken away by \`not: ${because}\``
  return because.split(':')[0]!
}
