import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./engine-process.mjs', import.meta.url))

/** The next message of a process; an end without one is an error. */
const messageOf = (child) =>
  new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`an engine's process ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
}

/** An engine whose pass takes longer (ms) is timed in the first two rounds only. */
const longPass = 2000

/**
 * Times engines on the same texts and terms. Each has a process of its own; they run one at a time and in turn, so that
 * whatever else the machine does hits all alike. Gives MB/s (best and median), hits, memory and time to prepare of each.
 */
export const timeEngines = async ({ keys, texts, terms, rounds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
  const material = join(folder, 'material.json')
  const runners = []
  try {
    writeFileSync(material, JSON.stringify({ texts, terms }))
    for (const key of keys) {
      const child = fork(script, [key, material], { execArgv: ['--expose-gc'] })
      runners.push({ key, child, times: [], shares: [] })
      runners.at(-1).ready = await messageOf(child)
    }
    // The first pass warms up and is not counted.
    for (let round = 0; round <= rounds; round++)
      for (const runner of runners) {
        if (round > 2 && median(runner.times) > longPass) continue
        runner.child.send('run')
        runner.last = await messageOf(runner.child)
        if (round === 0) continue
        runner.times.push(runner.last.ms)
        runner.shares.push(runner.last.cpuMs / runner.last.ms)
      }
  } finally {
    for (const { child } of runners) child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return runners.map(({ key, ready, times, shares, last }) => ({
    key,
    bytes: ready.bytes,
    best: ready.bytes / 1e3 / Math.min(...times),
    median: ready.bytes / 1e3 / median(times),
    /** CPU time by wall time: below 1 where other programs had the core. */
    share: median(shares),
    hits: last.hits,
    rise: last.rise,
    held: ready.held,
    prepareMs: ready.prepareMs,
  }))
}
