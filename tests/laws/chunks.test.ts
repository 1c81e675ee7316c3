import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { loadPipeline } from '../../src/app/load.ts'
import { openSource } from '../../src/io/source.ts'
import { createChunkRunner, studyOf } from '../../src/pipeline/chunk.ts'
import { chunkOutput, layerNames } from '../../src/pipeline/chunk-output.ts'
import { createEvidence, mergeEvidence } from '../../src/report/evidence.ts'
import { decisionsByAnswer } from '../../src/stages/decided.ts'
import { ingest, wantedColumns } from '../../src/stages/ingest.ts'
import { tabulate } from '../../src/stages/tabulate.ts'
import { createTally, mergeTallies } from '../../src/tables/tally.ts'
import { caseNames, casesFolder } from '../cases/run-case.ts'

// Whole runs take seconds where the machine is busy.
vi.setConfig({ testTimeout: 60_000 })

/** Everything that comes of a little study when its answers come in batches of some size. */
const resultOf = async (name: string, batchSize: number) => {
  const { pipeline, material, input, decisions } = await loadPipeline(join(casesFolder, name, 'pipeline.yaml'))
  const study = studyOf(material)
  const run = createChunkRunner(material)
  const index = decisionsByAnswer(decisions)
  const questions = material.questions.map(([id]) => id)
  const records = await openSource(input, { file: 'answers', wanted: wantedColumns(pipeline.input, questions) })
  let [tally, evidence, batches] = [createTally(study), createEvidence(), 0]
  const lines = new Map<string, string>()
  for await (const answers of ingest(records, pipeline.input, questions, {
    file: 'answers',
    gather: true,
    batchSize,
  })) {
    const output = chunkOutput(run, study, answers, index)
    for (const layer of layerNames) lines.set(layer, (lines.get(layer) ?? '') + output.lines[layer])
    lines.set('findings', (lines.get('findings') ?? '') + JSON.stringify(output.findings).slice(1, -1))
    tally = mergeTallies(tally, output.tally)
    evidence = mergeEvidence(evidence, output.evidence)
    batches++
  }
  return { batches, lines, tables: tabulate(study, tally), evidence }
}

test.each(caseNames)('%s: how the answers are cut into chunks changes nothing', async (name) => {
  const whole = await resultOf(name, 1_000_000)
  expect(whole.batches).toBe(1)
  for (const batchSize of [1, 100]) {
    const { batches, ...cut } = await resultOf(name, batchSize)
    expect(batches).toBeGreaterThan(1)
    expect(cut).toEqual({ lines: expect.anything(), tables: whole.tables, evidence: whole.evidence })
    for (const layer of layerNames) expect(cut.lines.get(layer), layer).toBe(whole.lines.get(layer))
  }
})
