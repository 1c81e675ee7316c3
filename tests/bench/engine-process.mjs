import { readFileSync } from 'node:fs'
import { bytesOf, prefixOf } from './corpus.mjs'
import { engines } from './engines/index.mjs'

/**
 * One engine in a process of its own: started with the engine's key and files of texts and terms. It prepares, then
 * answers each message with the time of one pass, so that the parent can take engines in turn.
 */
const [key, textFile, termFile] = process.argv.slice(2)
const megabyte = 1e6

const engine = engines[key]
const all = JSON.parse(readFileSync(textFile, 'utf8'))
const terms = JSON.parse(readFileSync(termFile, 'utf8'))
const texts = prefixOf(all, engine.megabytes ?? Number.POSITIVE_INFINITY)
all.length = 0

const held = () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / megabyte
}
const before = { rss: process.memoryUsage().rss / megabyte, held: held() }
const start = performance.now()
await engine.prepare(terms)
const prepareMs = performance.now() - start
process.send({ prepareMs, bytes: bytesOf(texts), held: held() - before.held })

// An end by way of `exit`, so that engines clear their files away.
for (const event of ['disconnect', 'SIGTERM']) process.on(event, () => process.exit(0))
process.on('message', () => {
  globalThis.gc?.()
  const used = process.cpuUsage()
  const begin = performance.now()
  const hits = engine.run(texts)
  const ms = performance.now() - begin
  const { user, system } = process.cpuUsage(used)
  const peak = (process.resourceUsage().maxRSS * 1024) / megabyte
  process.send({ wall: ms, cpu: (user + system) / 1000, hits, rise: Math.max(0, peak - before.rss) })
})
