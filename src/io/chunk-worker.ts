import { parentPort, workerData } from 'node:worker_threads'
import type { Answer } from '../model/answer.ts'
import { createChunkRunner, studyOf } from '../pipeline/chunk.ts'
import { chunkOutput } from '../pipeline/chunk-output.ts'
import type { Material } from '../pipeline/material.ts'
import type { DecisionIndex } from '../stages/decided.ts'

/** What a worker is sent: one chunk with its own decisions. It answers with the chunk's output. */
export interface ChunkJob {
  readonly answers: readonly Answer[]
  readonly decisions: DecisionIndex
}

const material = workerData as Material
const run = createChunkRunner(material)
const study = studyOf(material)

parentPort?.on('message', ({ answers, decisions }: ChunkJob) => {
  parentPort?.postMessage(chunkOutput(run, study, answers, decisions))
})
