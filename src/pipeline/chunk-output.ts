import { toCsvLine } from '../formats/csv-write.ts'
import { toLine } from '../formats/ndjson.ts'
import type { Answer } from '../model/answer.ts'
import type { Finding } from '../model/finding.ts'
import type { Study } from '../model/study.ts'
import { addEvidence } from '../report/add-evidence.ts'
import { createEvidence, type Evidence } from '../report/evidence.ts'
import type { DecisionIndex } from '../stages/decided.ts'
import { addToTally } from '../tables/add-to-tally.ts'
import { matrixRows } from '../tables/matrix.ts'
import { createTally, type Tally } from '../tables/tally.ts'
import type { ChunkRunner } from './chunk.ts'

/** The layers that are written as files, in the order of the stages that write them. */
export const layerNames = ['answers', 'segments', 'tags', 'labels', 'codings'] as const
export type LayerName = (typeof layerNames)[number]

/** What a chunk adds to the output: lines for each layer, and what the tables and the report gather. Plain data. */
export interface ChunkOutput {
  readonly lines: Readonly<Record<LayerName, string>>
  readonly records: Readonly<Record<LayerName, number>>
  /** Lines of the respondent × theme matrix. */
  readonly matrix: string
  readonly findings: readonly Finding[]
  readonly tally: Tally
  readonly evidence: Evidence
}

/** Runs a chunk of whole respondents and writes its layers out as lines of JSON. */
export const chunkOutput = (
  run: ChunkRunner,
  study: Study,
  answers: readonly Answer[],
  decisions: DecisionIndex,
): ChunkOutput => {
  const layers = run(answers, decisions)
  const lines = (records: readonly unknown[]): string => records.map(toLine).join('')
  return {
    lines: {
      answers: lines(layers.answers),
      segments: lines(layers.segments),
      tags: lines(layers.tags),
      labels: lines(layers.labels),
      codings: lines(layers.codings),
    },
    records: {
      answers: layers.answers.length,
      segments: layers.segments.length,
      tags: layers.tags.length,
      labels: layers.labels.length,
      codings: layers.codings.length,
    },
    matrix: matrixRows(study, layers).map(toCsvLine).join(''),
    findings: layers.findings,
    tally: addToTally(createTally(study), layers),
    evidence: addEvidence(createEvidence(), layers),
  }
}
