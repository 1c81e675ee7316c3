import { openSource } from '../io/source.ts'
import type { Answer } from '../model/answer.ts'
import { type Coding, counts } from '../model/coding.ts'
import { type Finding, Stop } from '../model/finding.ts'
import { answerId } from '../model/id.ts'
import { isNarrative, type Question } from '../model/questionnaire.ts'
import type { Tag } from '../model/tag.ts'
import { createChunkRunner } from '../pipeline/chunk.ts'
import { classesOf } from '../stages/classify.ts'
import { decisionsByAnswer } from '../stages/decided.ts'
import { type Evaluation, evaluate } from '../statistics/evaluate.ts'
import { type ClosedEvaluation, evaluateClosed } from '../statistics/evaluate-closed.ts'
import { didYouMean } from '../text/nearest.ts'
import { readAnswers } from './answers.ts'
import { type CodingError, codingErrors } from './coding-errors.ts'
import { type LoadOptions, loadPipeline } from './load.ts'
import { respondentFilter } from './respondent-filter.ts'

export interface EvaluateOptions extends LoadOptions {
  readonly codingsGold?: string | undefined
  readonly closedGold?: string | undefined
  /** Respondents, such as `R051-R077` or `R001,R007`. */
  readonly only?: string | undefined
}

export interface EvaluationResult {
  readonly codings: Evaluation | undefined
  /** By family of the codebook, in its order. */
  readonly families: readonly { readonly family: string; readonly evaluation: Evaluation }[]
  /** Each coding that differs from gold, with the kind of error. */
  readonly errors: readonly CodingError[]
  readonly closed: ClosedEvaluation | undefined
  readonly respondents: number
}

/**
 * Compares what the rules give with gold files. Decisions count only where `decisions` names their folder: a person's
 * corrections would flatter the rules.
 */
export const evaluatePipeline = async (pipelineFile: string, options: EvaluateOptions): Promise<EvaluationResult> => {
  if (options.codingsGold === undefined && options.closedGold === undefined)
    throw new Stop(
      [
        {
          level: 'error',
          rule: 'evaluate/no-gold',
          message: 'nothing to compare with; give `--codings-gold FILE`, `--closed-gold FILE` or both',
        },
      ],
      2,
    )
  const loaded = await loadPipeline(pipelineFile, options)
  const { material } = loaded
  const index = decisionsByAnswer(options.decisions === undefined ? [] : loaded.decisions)
  const run = createChunkRunner(material)
  const isIn = respondentFilter(options.only)
  const questions = new Map(material.questions)
  const answers: Answer[] = []
  const system: { unit: string; respondent: string; code: string }[] = []
  const labels: { respondent: string; question: string; class: string }[] = []
  const tags: Tag[] = []
  const codings: Coding[] = []
  const all = new Set<string>()
  for await (const batch of readAnswers(loaded, () => {})) {
    for (const { respondent } of batch) all.add(respondent)
    const own = batch.filter(({ respondent }) => isIn(respondent))
    const layers = run(own, index)
    for (const answer of own) if (isNarrative(questions.get(answer.question)!)) answers.push({ ...answer, text: '' })
    for (const { respondent, question, code, status } of layers.codings)
      if (counts(status)) system.push({ unit: answerId(respondent, question), respondent, code })
    tags.push(...layers.tags)
    codings.push(...layers.codings)
    for (const { respondent, question, class: name } of layers.labels)
      labels.push({ respondent, question, class: name })
  }
  if (![...all].some(isIn)) throw nobody(options.only ?? '', all)
  const codes = new Map(material.codes.map((code) => [code.id, code]))
  const goldCodings =
    options.codingsGold === undefined
      ? undefined
      : await readGold(options.codingsGold, 'code', all, questions, (question, code) =>
          !codes.has(code)
            ? `code \`${code}\` is not in the codebook${didYouMean(code, codes.keys())}`
            : isNarrative(question)
              ? undefined
              : 'the question is closed, no themes are looked for in it; its classes belong into `--closed-gold`',
        )
  const goldClosed =
    options.closedGold === undefined
      ? undefined
      : await readGold(options.closedGold, 'class', all, questions, (question, name) =>
          question.kind === 'closed' && classesOf(question).has(name)
            ? undefined
            : `\`${name}\` is no class of the question; expected ${question.kind === 'closed' ? [...classesOf(question)].join(', ') : 'a closed question'}`,
        )
  const gold = goldCodings
    ?.filter(({ respondent }) => isIn(respondent))
    .map(({ respondent, question, value }) => ({ unit: answerId(respondent, question), respondent, code: value }))
  const questionOf = new Map(answers.map(({ id, question }) => [id, question]))
  const mayHave = (unit: string, code: string): boolean =>
    codes.get(code)?.questions?.includes(questionOf.get(unit) ?? '') ?? true
  const units = answers.map(({ id }) => id)
  const compare = (names: readonly string[]): Evaluation => {
    const wanted = new Set(names)
    const among = <T extends { code: string }>(list: readonly T[]): readonly T[] =>
      list.filter(({ code }) => wanted.has(code))
    return evaluate(among(gold ?? []), among(system), units, { codes: names, mayHave })
  }
  const families = [...new Set(material.codes.map(({ family }) => family))]
  return {
    codings: gold && compare([...codes.keys()]),
    families: gold
      ? families.map((family) => ({
          family,
          evaluation: compare(material.codes.filter((code) => code.family === family).map(({ id }) => id)),
        }))
      : [],
    errors: gold ? codingErrors(tags, codings, gold) : [],
    closed:
      goldClosed &&
      evaluateClosed(
        goldClosed
          .filter(({ respondent }) => isIn(respondent))
          .map(({ respondent, question, value }) => ({ respondent, question, class: value })),
        labels,
      ),
    respondents: new Set(answers.map(({ respondent }) => respondent)).size,
  }
}

/** Rows of a gold file; those that fit neither study nor answers are listed together. */
const readGold = async (
  file: string,
  column: 'code' | 'class',
  respondents: ReadonlySet<string>,
  questions: ReadonlyMap<string, Question>,
  problemOf: (question: Question, value: string) => string | undefined,
): Promise<readonly { respondent: string; question: string; value: string }[]> => {
  const { header, rows, place } = await openSource(file, { file })
  const findings: Finding[] = []
  const error = (message: string, line: number): void => {
    if (findings.length < 50) findings.push({ level: 'error', rule: 'evaluate/gold', message, where: place(line) })
  }
  const wanted = ['respondent', 'question', column]
  const missing = wanted.filter((name) => !header.includes(name))
  if (missing.length > 0)
    error(
      `the gold file lacks the columns ${missing.map((name) => `\`${name}\``).join(', ')}; found ${header.join(', ')}`,
      1,
    )
  const [atRespondent, atQuestion, atValue] = wanted.map((name) => header.indexOf(name)) as [number, number, number]
  const gold: { respondent: string; question: string; value: string }[] = []
  for await (const { line, cells } of rows) {
    if (missing.length > 0) continue
    const [respondent, question, value] = [cells[atRespondent]!, cells[atQuestion]!, cells[atValue]!]
    const asked = questions.get(question)
    const problem = asked
      ? problemOf(asked, value)
      : `question \`${question}\` is not in the questionnaire${didYouMean(question, questions.keys())}`
    if (problem !== undefined) error(problem, line)
    else if (respondents.has(respondent)) gold.push({ respondent, question, value })
  }
  if (findings.length > 0) throw new Stop(findings, 1)
  return gold
}

const nobody = (only: string, all: ReadonlySet<string>): Stop => {
  const [first] = all
  const message = `\`--only ${only}\` names no respondent of the answers; expected ids such as \`${first}\`, or ranges of them`
  return new Stop([{ level: 'error', rule: 'evaluate/nobody', message }], 2)
}
