import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judge } from './bars.mjs'
import { bytesOf, corpusNames, loadCorpus, root } from './corpus.mjs'
import { engines } from './engines/index.mjs'
import { composeLexicon } from './lexicon.mjs'
import { timeEngines } from './rounds.mjs'
import { measureRuns, scaleTable } from './run-scale.mjs'

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    terms: { type: 'string', default: '200,2000,5000' },
    corpus: { type: 'string', default: corpusNames.join(',') },
    only: { type: 'string' },
    answers: { type: 'string' },
  },
})

const rounds = Number(options.rounds ?? (options.quick ? 2 : 7))
const sizes = options.terms.split(',').map(Number)
const answers = Number(options.answers ?? (options.write ? 1_000_000 : 100_000))
const missing = Object.entries(engines).filter(([, { missing }]) => missing)
const keys = (options.only?.split(',') ?? Object.keys(engines)).filter((key) => !engines[key].missing)
for (const [, { name, missing: why }] of missing) console.error(`skipped: ${name}: ${why}`)

const load = () => loadavg()[0].toFixed(1)
const startLoad = load()
const number = (value) => Math.round(value).toLocaleString('en')
const rate = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
const row = (cells) => `| ${cells.join(' | ')} |`

/** Times of all engines on one corpus: by size of lexicon. */
const measure = async (corpus, texts) => {
  const composed = sizes.map((size) => composeLexicon(texts, size))
  console.error(`${corpus}: ${keys.length} engines, ${sizes.map(number).join(', ')} terms, ${rounds} passes each ...`)
  const found = await timeEngines({ keys, texts, lexicons: composed.map(({ terms }) => terms), rounds })
  return composed.map(({ terms, drawn }, index) => ({
    size: sizes[index],
    drawn,
    multi: terms.filter((term) => term.includes(' ')).length,
    found: new Map(found[index].map((result) => [result.key, result])),
  }))
}

/** What the corpus and its lexicons are. */
const describe = (texts, results) => {
  const lexicons = results.map(({ size, drawn, multi, found }) => {
    const { hits, bytes } = found.get('match') ?? { hits: Number.NaN, bytes: 1 }
    return `${number(size)} terms (${number(drawn)} n-grams of the corpus, ${Math.round((100 * multi) / size)} % of several words): ${number((1e6 * hits) / bytes)} finds a MB`
  })
  return `${number(texts.length)} answers, ${(bytesOf(texts) / 1e6).toFixed(1)} MB. ${lexicons.join('; ')}.`
}

const corpusTable = (results) => {
  const [last] = results.slice(-1)
  const reference = results.map(({ found }) => found.get('context'))
  return [
    row([
      'Engine',
      ...sizes.map((size) => `${number(size)} terms`),
      'MB read',
      'Verbatim is',
      'Memory (MB)',
      'Prepare (ms)',
    ]),
    row(['---', ...sizes.map(() => '--:'), '--:', '--:', '--:', '--:']),
    ...keys.map((key) => {
      const own = results.map(({ found }) => found.get(key))
      const ratios = own.map((result, index) => (reference[index] ? reference[index].best / result.best : Number.NaN))
      const most = last.found.get(key)
      return row([
        engines[key].ours ? `**${engines[key].name}**` : engines[key].name,
        ...own.map(({ best, median }) => `${rate(best)} (${rate(median)})`),
        (most.bytes / 1e6).toFixed(1),
        engines[key].ours ? '' : ratios.map((ratio) => `${rate(ratio)} ×`).join(' · '),
        engines[key].separateProcess ? '' : `${number(most.held)} · ${number(most.rise)}`,
        number(most.prepareMs),
      ])
    }),
  ]
}

const machine = () => {
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  return `Verbatim ${version}, Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${number(totalmem() / 1e9)} GB; load of the machine ${startLoad} before and ${load()} after${gotShare()}.`
}

/** What other programs left of a core to the passes of our own engine. */
const gotShare = () => {
  const shares = corpora.flatMap(({ results }) => results.flatMap(({ found }) => found.get('context')?.share ?? []))
  return shares.length === 0 ? '' : `; timed passes had ${Math.round(100 * Math.min(1, ...shares))} % of a core or more`
}

const verdicts = { true: 'yes', false: '**no**', undefined: 'not judged' }

const corpora = []
for (const name of options.corpus.split(',').filter(Boolean)) {
  const texts = loadCorpus(name)
  if (texts) corpora.push({ name, texts, results: await measure(name, texts) })
}
const scale = answers > 0 ? await measureRuns({ answers, repeat: answers > 200_000 ? 1 : 2 }) : undefined

const page = [
  '# Benchmark',
  '',
  'Made by `npm run bench -- --write` (`tests/bench/`), never by the tests: times belong to a machine.',
  '',
  machine(),
  '',
  '## Bars',
  '',
  row(['Bar', 'Measured', 'Met']),
  row(['---', '---', '---']),
  ...judge(corpora, scale).map(({ bar, measured, met }) => row([bar, measured, verdicts[met]])),
  '',
  '## Engines',
  '',
  `MB/s of UTF-8 on one core, best of ${rounds} passes and, in brackets, their median; each engine in a process of its own, one at a time, all sizes in turn. A pass counts by the clock or by its CPU time, whichever is less (ripgrep: by the clock). *Verbatim is* so many times as fast as the engine, with context and overlap resolved, for each size of lexicon. *Memory*: what the prepared engine holds · how far its process grew, with the largest lexicon. *Prepare*: loading the library and compiling the largest lexicon.`,
  '',
  ...corpora.flatMap(({ name, texts, results }) => [
    `### ${name}`,
    '',
    describe(texts, results),
    '',
    ...corpusTable(results),
    '',
  ]),
  ...keys.map((key) => `* ${engines[key].name}: ${engines[key].notes}.`),
  ...missing.map(([, { name, missing: why }]) => `* ${name}: not measured, ${why}.`),
  '',
  ...(scale ? ['## `verbatim run` on the UPR pipeline', '', ...scaleTable(scale), ''] : []),
]
console.log(page.join('\n'))
if (options.write) writeFileSync(join(root, 'docs/benchmark.md'), page.join('\n'))
