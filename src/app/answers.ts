import { openSource } from '../io/source.ts'
import { displayPath } from '../io/workspace.ts'
import type { Answer } from '../model/answer.ts'
import type { Finding } from '../model/finding.ts'
import { ingest, wantedColumns } from '../stages/ingest.ts'
import type { Loaded } from './load.ts'

/** The answers of a pipeline in batches of whole respondents; what ingest notes is told to `report`. */
export async function* readAnswers(
  { root, input, pipeline, material }: Loaded,
  report: (note: Finding) => void,
): AsyncGenerator<readonly Answer[]> {
  const file = displayPath(root, input)
  const questions = material.questions.map(([id]) => id)
  const { encoding, delimiter, sheet, layout } = pipeline.input
  const wanted = wantedColumns(pipeline.input, questions)
  const rows = await openSource(input, { file, encoding, delimiter, sheet, wanted, report })
  // A question that follows another needs all answers of its respondent, wherever their rows stand.
  const gather = layout === 'long' && material.questions.some(([, question]) => question.follows)
  yield* ingest(rows, pipeline.input, questions, { file, gather, report })
}
