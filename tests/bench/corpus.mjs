import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { below, createRandom, shuffled } from './random.mjs'

/** The project's root. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const data = resolve(root, '../shared/data')

/** Where the corpora lie; `VERBATIM_BENCH_UPR` names another file of the same form as the recommendations. */
export const files = {
  throughput: resolve(data, 'throughput/sentences.jsonl.gz'),
  upr: process.env.VERBATIM_BENCH_UPR ?? resolve(data, 'upr/recommendations.jsonl'),
  dictionary: resolve(data, 'upr/dictionary.json'),
}

const seed = 42
const mostSentences = 6
/** Later sessions are kept for judging the lexicons: nothing is drawn from them, here either. */
const lastSession = 7

const linesOf = (text) => text.split('\n').filter((line) => line !== '')

/** Sentences in a row as answers of one to six; the answers shuffled, so that each prefix is like the whole. */
const throughput = () => {
  const sentences = linesOf(gunzipSync(readFileSync(files.throughput)).toString()).map((line) => JSON.parse(line).text)
  const random = createRandom(seed)
  const answers = []
  for (let from = 0; from < sentences.length; ) {
    const to = from + 1 + below(random, mostSentences)
    answers.push(sentences.slice(from, to).join(' '))
    from = to
  }
  return shuffled(answers, random)
}

const upr = () =>
  linesOf(readFileSync(files.upr, 'utf8'))
    .map((line) => JSON.parse(line))
    .filter(({ session }) => Number(session) <= lastSession)
    .map(({ text }) => text)

const readers = { throughput, upr }

/** Names of the corpora. */
export const corpusNames = Object.keys(readers)

/** Size of texts in bytes of UTF-8. */
export const bytesOf = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)

/** The answers of a corpus; `undefined`, with a line that says so, where its file is missing. */
export const loadCorpus = (name) => {
  if (existsSync(files[name])) return readers[name]()
  console.error(`skipped: corpus \`${name}\`, there is no file ${files[name]}`)
  return undefined
}

/** As many texts from the start as come to `megabytes`; all of them where they are fewer. */
export const prefixOf = (texts, megabytes) => {
  let bytes = 0
  let count = 0
  while (count < texts.length && bytes < megabytes * 1e6) bytes += Buffer.byteLength(texts[count++])
  return texts.slice(0, count)
}
