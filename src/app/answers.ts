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
  const { encoding, delimiter, sheet, layout, only } = pipeline.input
  const wanted = wantedColumns(pipeline.input, questions)
  const rows = await openSource(input, { file, encoding, delimiter, sheet, wanted, report })
  // A respondent is counted once, and closed questions follow each other: all answers of a respondent must come in one
  // batch, wherever their rows stand. With one question a respondent has one row.
  const gather = layout === 'long' && only === undefined && questions.length > 1
  yield* ingest(rows, pipeline.input, questions, { file, gather, report })
}
