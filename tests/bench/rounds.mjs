import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { engines } from './engines/index.mjs'

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

/** Passes that are not counted: V8 compiles what runs often. */
const warmUp = 2

/** An engine whose pass takes longer (ms) is timed in the first two rounds only. */
const longPass = 2000

/**
 * What a pass took: where other programs had the core in between, the CPU time is less than the time by the clock and
 * says more; on a quiet machine the clock is less, for V8 has threads that help.
 */
const timeOf = ({ wall, cpu }, engine) => (engine.separateProcess ? wall : Math.min(wall, cpu))

/**
 * Times engines on the same texts, with each of some lexicons. Each engine has a process for each lexicon; they run one
 * at a time and in turn, so that whatever else the machine does hits all alike. Gives a list for each lexicon: MB/s
 * (best and median), hits, memory and time to prepare of each engine.
 */
export const timeEngines = async ({ keys, texts, lexicons, rounds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
  const file = (name, content) => {
    writeFileSync(join(folder, name), JSON.stringify(content))
    return join(folder, name)
  }
  const runners = []
  try {
    const textFile = file('texts.json', texts)
    for (const [lexicon, terms] of lexicons.entries()) {
      const termFile = file(`terms-${lexicon}.json`, terms)
      for (const key of keys) {
        const child = fork(script, [key, textFile, termFile], { execArgv: ['--expose-gc'] })
        const runner = { key, lexicon, child, times: [], shares: [] }
        runners.push(runner)
        runner.ready = await messageOf(child)
      }
    }
    for (let round = -warmUp; round < rounds; round++)
      for (const runner of runners) {
        if (round > 1 && median(runner.times) > longPass) continue
        runner.child.send('run')
        runner.last = await messageOf(runner.child)
        if (round < 0) continue
        runner.times.push(timeOf(runner.last, engines[runner.key]))
        runner.shares.push(runner.last.cpu / runner.last.wall)
      }
  } finally {
    for (const { child } of runners) child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return lexicons.map((_, lexicon) => runners.filter((runner) => runner.lexicon === lexicon).map(resultOf))
}

const resultOf = ({ key, ready, times, shares, last }) => ({
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
})
