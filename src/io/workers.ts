import { Worker } from 'node:worker_threads'
import { createChunkRunner, studyOf } from '../pipeline/chunk.ts'
import { type ChunkOutput, chunkOutput } from '../pipeline/chunk-output.ts'
import type { Material } from '../pipeline/material.ts'
import type { ChunkJob } from './chunk-worker.ts'

/** Chunks that wait at each worker: it never idles, and memory does not grow with the input. */
const inFlight = 2

/** Runs chunks, on this thread or on several; outputs come in the order of the chunks, whatever the number. */
export async function* runChunks(
  material: Material,
  jobs: AsyncIterable<ChunkJob>,
  workers: number,
): AsyncGenerator<ChunkOutput> {
  if (workers <= 1) {
    const run = createChunkRunner(material)
    const study = studyOf(material)
    for await (const { answers, decisions } of jobs) yield chunkOutput(run, study, answers, decisions)
    return
  }
  const pool = Array.from({ length: workers }, () => openWorker(material))
  const waiting: Promise<ChunkOutput>[] = []
  try {
    let next = 0
    for await (const job of jobs) {
      const result = pool[next++ % pool.length]!.run(job)
      // A failure is reported when its turn comes; until then it must not end the process.
      result.catch(() => {})
      waiting.push(result)
      if (waiting.length >= inFlight * pool.length) yield await waiting.shift()!
    }
    while (waiting.length > 0) yield await waiting.shift()!
  } finally {
    await Promise.all(pool.map(({ close }) => close()))
  }
}

const openWorker = (
  material: Material,
): { run: (job: ChunkJob) => Promise<ChunkOutput>; close: () => Promise<unknown> } => {
  const worker = new Worker(new URL('./chunk-worker.js', import.meta.url), { workerData: material })
  const open: { resolve: (output: ChunkOutput) => void; reject: (error: unknown) => void }[] = []
  let failure: unknown
  worker.on('message', (output: ChunkOutput) => open.shift()?.resolve(output))
  const fail = (error: unknown): void => {
    failure = error
    for (const { reject } of open.splice(0)) reject(error)
  }
  worker.on('error', fail)
  worker.on('exit', (code) => fail(failure ?? new Error(`a worker ended with code ${code}`)))
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) reject(failure)
        open.push({ resolve, reject })
        worker.postMessage(job)
      }),
    close: () => worker.terminate(),
  }
}
