import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadCorpus, root } from './corpus.mjs'

const dist = resolve(process.env.VERBATIM_BENCH_DIST ?? join(root, 'dist'))
const regions = ['Africa', 'Asia', 'EEG', 'GRULAC', 'WEOG']
const responses = ['Accepted', 'Rejected']
/** Time between two looks at a process's memory, in ms. */
const interval = 200

/** Writes answers as JSON lines with the columns of the UPR pipeline: its texts over and over, ids numbered. */
const writeAnswers = async (file, texts, answers) => {
  const stream = createWriteStream(file)
  let bytes = 0
  for (let from = 0; from < answers; from += 1000) {
    let lines = ''
    for (let index = from; index < Math.min(answers, from + 1000); index++) {
      const text = texts[index % texts.length]
      bytes += Buffer.byteLength(text)
      lines += `${JSON.stringify({
        id: `U${String(index).padStart(8, '0')}`,
        text,
        session: String(1 + (index % 7)),
        region: regions[index % regions.length],
        state_under_review: `State ${index % 193}`,
        recommending_state: `State ${(index * 7) % 193}`,
        response: responses[index % responses.length],
      })}\n`
    }
    if (!stream.write(lines)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'close')
  return bytes
}

/** Resident memory of a process and its peak so far, in MB; `undefined` where the system does not tell. */
const memoryOf = (pid) => {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return undefined
  try {
    const status = readFileSync(file, 'utf8')
    const kilobytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
    return { rss: (kilobytes('VmRSS') * 1024) / 1e6, peak: (kilobytes('VmHWM') * 1024) / 1e6 }
  } catch {
    return undefined
  }
}

const runOnce = async (input, out, workers) => {
  const main = join(dist, 'cli/main.js')
  const pipeline = join(root, 'pipelines/upr.yaml')
  const start = performance.now()
  const child = spawn(
    process.execPath,
    [main, 'run', pipeline, '--input', input, '--out', out, '--workers', String(workers), '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let printed = ''
  child.stdout.on('data', (data) => {
    printed += data
  })
  const samples = []
  const watch = setInterval(() => {
    const memory = memoryOf(child.pid)
    if (memory && memory.rss > 0) samples.push(memory)
  }, interval)
  const [code] = await once(child, 'close')
  clearInterval(watch)
  const seconds = (performance.now() - start) / 1000
  rmSync(out, { recursive: true, force: true })
  if (code !== 0) throw new Error(`\`verbatim run\` ended with ${code}`)
  const { answers, codings } = JSON.parse(printed)
  return { workers, seconds, answers, codings, samples }
}

/** Largest memory in each tenth of a run's time, in MB: what shows whether it is flat. */
const tenths = (samples) =>
  Array.from({ length: 10 }, (_, tenth) => {
    const part = samples.slice(
      Math.floor((tenth * samples.length) / 10),
      Math.floor(((tenth + 1) * samples.length) / 10),
    )
    return Math.round(Math.max(0, ...part.map(({ rss }) => rss)))
  })

/**
 * Runs the UPR pipeline on so many answers with each number of workers, `repeat` times in turn, the fastest counted.
 * `undefined`, with a line that says so, where the texts are missing.
 */
export const measureRuns = async ({ answers, workers = [1, 2], repeat = 1 }) => {
  const texts = loadCorpus('upr')
  if (!texts) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-scale-'))
  try {
    const input = join(folder, 'answers.jsonl')
    const bytes = await writeAnswers(input, texts, answers)
    const runs = []
    for (let round = 0; round < repeat; round++)
      for (const count of workers) runs.push(await runOnce(input, join(folder, 'out'), count))
    const best = workers.map((count) =>
      runs.filter((run) => run.workers === count).reduce((a, b) => (b.seconds < a.seconds ? b : a)),
    )
    return {
      answers,
      megabytes: bytes / 1e6,
      fileMegabytes: statSync(input).size / 1e6,
      runs: best.map(({ samples, ...run }) => ({
        ...run,
        rate: bytes / 1e6 / run.seconds,
        peak: samples.at(-1)?.peak,
        tenths: tenths(samples),
      })),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The lines of a Markdown table on what `measureRuns` gives. */
export const scaleTable = ({ answers, megabytes, fileMegabytes, runs }) => [
  `${answers.toLocaleString('en')} answers, ${megabytes.toFixed(0)} MB of text in ${fileMegabytes.toFixed(0)} MB of JSON lines.`,
  '',
  '| Workers | Seconds | Answers/s | MB/s | Ratio | Peak RSS (MB) | RSS in each tenth of the time (MB) |',
  '| --: | --: | --: | --: | --: | --: | --- |',
  ...runs.map(({ workers, seconds, rate, peak, tenths }) =>
    [
      '',
      workers,
      seconds.toFixed(1),
      Math.round(answers / seconds).toLocaleString('en'),
      rate.toFixed(2),
      (runs[0].seconds / seconds).toFixed(2),
      peak === undefined ? 'not told' : Math.round(peak),
      tenths.join(' '),
      '',
    ]
      .join(' | ')
      .trim(),
  ),
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { answers: { type: 'string', default: '1000000' }, repeat: { type: 'string', default: '1' } },
  })
  const measured = await measureRuns({ answers: Number(values.answers), repeat: Number(values.repeat) })
  if (measured) console.log(scaleTable(measured).join('\n'))
}
