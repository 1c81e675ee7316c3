import { openSource } from '../io/source.ts'
import type { Answer } from '../model/answer.ts'
import { counts } from '../model/coding.ts'
import { type Finding, Stop } from '../model/finding.ts'
import { answerId } from '../model/id.ts'
import { isNarrative } from '../model/questionnaire.ts'
import { createChunkRunner } from '../pipeline/chunk.ts'
import { decisionsByAnswer } from '../stages/decided.ts'
import { type Evaluation, evaluate } from '../statistics/evaluate.ts'
import { type ClosedEvaluation, evaluateClosed } from '../statistics/evaluate-closed.ts'
import { readAnswers } from './answers.ts'
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
  const all = new Set<string>()
  for await (const batch of readAnswers(loaded, () => {})) {
    for (const { respondent } of batch) all.add(respondent)
    const own = batch.filter(({ respondent }) => isIn(respondent))
    const layers = run(own, index)
    for (const answer of own) if (isNarrative(questions.get(answer.question)!)) answers.push({ ...answer, text: '' })
    for (const { respondent, question, code, status } of layers.codings)
      if (counts(status)) system.push({ unit: answerId(respondent, question), respondent, code })
    for (const { respondent, question, class: name } of layers.labels)
      labels.push({ respondent, question, class: name })
  }
  const codes = new Map(material.codes.map((code) => [code.id, code]))
  const goldCodings =
    options.codingsGold === undefined
      ? undefined
      : await readGold(options.codingsGold, 'code', all, questions, new Set(codes.keys()))
  const goldClosed =
    options.closedGold === undefined
      ? undefined
      : await readGold(options.closedGold, 'class', all, questions, undefined)
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
  questions: ReadonlyMap<string, unknown>,
  codes: ReadonlySet<string> | undefined,
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
    if (!questions.has(question)) error(`question \`${question}\` is not in the questionnaire`, line)
    else if (codes && !codes.has(value)) error(`code \`${value}\` is not in the codebook`, line)
    else if (respondents.has(respondent)) gold.push({ respondent, question, value })
  }
  if (findings.length > 0) throw new Stop(findings, 1)
  return gold
}
