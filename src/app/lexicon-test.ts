import { type Classifier, createClassifier } from '../closed/classifier.ts'
import { runClosedExamples } from '../closed/examples.ts'
import { runExamples } from '../lexicon/examples.ts'
import type { Finding } from '../model/finding.ts'
import { lintRules } from './lexicon-lint-rules.ts'
import { lintWords } from './lexicon-lint-words.ts'
import { type Survey, surveyAnswers } from './lexicon-survey.ts'
import { termGroups } from './lexicon-terms.ts'
import { atFile, openTrial, type Trial } from './lexicon-trial.ts'
import { type LoadOptions, loadPipeline } from './load.ts'

/** What one lexicon holds and finds. The last three are `undefined` where there are no answers to try it on. */
export interface LexiconSummary {
  readonly lexicon: string
  readonly codes: number
  readonly rules: number
  readonly examples: number
  /** Examples that are read otherwise than their author did. */
  readonly failed: number
  /** Rules with a hit, counting or not. */
  readonly rulesWithHits: number | undefined
  readonly hits: number | undefined
  /** Hits that do not count, of `hits`. */
  readonly suppressed: number | undefined
}

export interface LexiconTest {
  readonly pipeline: string
  /** Answers to questions with free words, and those who wrote them; `undefined` without a file of answers. */
  readonly answers: number | undefined
  readonly respondents: number | undefined
  readonly lexicons: readonly LexiconSummary[]
  /** Errors, then warnings, then notes; each in the order of the files. */
  readonly findings: readonly Finding[]
}

/** Tries the lexicons of a pipeline: their examples, what is wrong with their rules, and what they find in the answers. */
export const testLexicons = async (pipelineFile: string, options: LoadOptions = {}): Promise<LexiconTest> => {
  const loaded = await loadPipeline(pipelineFile, options)
  const trial = await openTrial(loaded)
  const groups = termGroups([...trial.shared, ...loaded.lexicons])
  const survey = await surveyAnswers(trial, groups)
  const failures = new Map(
    loaded.lexicons.map((source) => [source.id, runExamples(source, loaded.material.codes, trial.tagger)]),
  )
  const closed = loaded.closed ? runClosedExamples(loaded.closed, classifierOf(trial)) : []
  const findings = [
    ...loaded.findings,
    ...[...failures.values()].flat(),
    ...closed,
    ...lintRules(trial.compiled, trial.places),
    ...(survey ? lintWords(trial, groups, survey) : [noAnswers(loaded.pipeline.input.file)]),
  ]
  return {
    pipeline: loaded.material.title,
    answers: survey?.answers,
    respondents: survey?.respondents,
    lexicons: summaries(trial, survey, (id) => failures.get(id)!.length),
    findings: (['error', 'warning', 'note'] as const).flatMap((level) =>
      findings.filter((each) => each.level === level),
    ),
  }
}

const classifierOf = ({ loaded: { material, closed }, forms }: Trial): Classifier =>
  createClassifier({ questions: new Map(material.questions), closed, context: atFile(material.context), forms })
    .classifier

const summaries = (
  { loaded, compiled }: Trial,
  survey: Survey | undefined,
  failedOf: (lexicon: string) => number,
): readonly LexiconSummary[] =>
  loaded.lexicons.map(({ id, content }) => {
    const entries = Object.values(content.codes)
    const uses = survey?.rules.filter((_, index) => compiled.rules[index]!.lexicon === id)
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
    return {
      lexicon: id,
      codes: entries.length,
      rules: sum(entries.map(({ rules }) => rules.length)),
      examples: sum(entries.map(({ examples }) => examples.yes.length + examples.no.length)),
      failed: failedOf(id),
      rulesWithHits: uses?.filter(({ hits }) => hits > 0).length,
      hits: uses && sum(uses.map(({ hits }) => hits)),
      suppressed: uses && sum(uses.map(({ hits, counted }) => hits - counted)),
    }
  })

const noAnswers = (file: string): Finding => ({
  level: 'note',
  rule: 'pipeline/no-answers',
  message: `the file of answers \`${file}\` is not here, so only rules and examples were tried; name one with \`--input FILE\``,
})
