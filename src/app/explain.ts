import type { Answer } from '../model/answer.ts'
import type { JournalLine } from '../model/decision.ts'
import { type Finding, Stop } from '../model/finding.ts'
import { answerId, parseAnswerId } from '../model/id.ts'
import { type ChunkLayers, createChunkRunner } from '../pipeline/chunk.ts'
import { decisionsByAnswer } from '../stages/decided.ts'
import { didYouMean } from '../text/nearest.ts'
import { readAnswers } from './answers.ts'
import { type LoadOptions, loadPipeline } from './load.ts'

/** Everything that is known of one answer: what each stage made of it, and why. */
export interface Explanation extends Omit<ChunkLayers, 'answers'> {
  readonly answer: Answer
  readonly decisions: readonly JournalLine[]
}

/** Traces one answer, given by its address such as `R001/q4`, through all stages. */
export const explainAnswer = async (
  pipelineFile: string,
  address: string,
  options: LoadOptions = {},
): Promise<Explanation> => {
  const wanted = parseAnswerId(address)
  if (!wanted)
    throw stop(`\`${address}\` is no address of an answer; expected \`respondent/question\`, such as \`R001/q4\``, 2)
  const loaded = await loadPipeline(pipelineFile, options)
  const id = answerId(wanted.respondent, wanted.question)
  const index = decisionsByAnswer(loaded.decisions)
  const respondents: string[] = []
  for await (const batch of readAnswers(loaded, () => {})) {
    const answer = batch.find((each) => each.id === id)
    if (!answer) {
      for (const { respondent } of batch)
        if (respondents.length < 5000 && respondents.at(-1) !== respondent) respondents.push(respondent)
      continue
    }
    // The whole respondent is run: a closed question may follow another.
    const layers = createChunkRunner(loaded.material)(
      batch.filter(({ respondent }) => respondent === answer.respondent),
      index,
    )
    return {
      answer,
      decisions: index.get(id) ?? [],
      segments: layers.segments.filter((segment) => segment.answer === id),
      tags: layers.tags.filter((tag) => tag.answer === id),
      labels: layers.labels.filter((label) => label.answer === id),
      codings: layers.codings.filter(({ respondent, question }) => answerId(respondent, question) === id),
      findings: layers.findings.filter(({ where }) => where?.answer === id),
    }
  }
  const questions = loaded.material.questions.map(([question]) => question)
  const hint = questions.includes(wanted.question)
    ? `there is no respondent \`${wanted.respondent}\`${didYouMean(wanted.respondent, respondents)}`
    : `there is no question \`${wanted.question}\`${didYouMean(wanted.question, questions)}`
  throw stop(`\`${address}\` was not found: ${hint}`, 1)
}

const stop = (message: string, exitCode: 1 | 2): Stop => {
  const finding: Finding = { level: 'error', rule: 'explain/no-answer', message }
  return new Stop([finding], exitCode)
}
