import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { root } from '../corpus.mjs'

/** The built program; `VERBATIM_BENCH_DIST` names another build, such as the one before a change. */
const dist = resolve(process.env.VERBATIM_BENCH_DIST ?? join(root, 'dist'))
const load = (file) => import(pathToFileURL(join(dist, file)).href)

/** Codes that the terms are dealt out to: as many as a codebook has. */
const codeCount = 40
const question = 'q'

/** The terms as rules of a lexicon, compiled with the context triggers for English. */
export const compiled = async (terms) => {
  const { compileLexicons } = await load('lexicon/compile.js')
  const { createForms } = await load('lexicon/forms/inflect.js')
  const { contextFileSchema } = await load('lexicon/schema.js')
  const ids = Array.from({ length: Math.min(codeCount, terms.length) }, (_, index) => `bench.c${index}`)
  const dealt = ids.map((_, code) => terms.filter((_, term) => term % ids.length === code))
  const examples = { yes: ['yes'], no: ['no'] }
  const content = {
    title: 'Benchmark',
    version: 1,
    language: 'en',
    use: [],
    lists: {},
    codes: Object.fromEntries(ids.map((id, index) => [id, { rules: dealt[index], not: [], examples }])),
  }
  const context = contextFileSchema.parse(parse(readFileSync(join(root, 'lexicons/context/en.yaml'), 'utf8')))
  const placeOf = () => ({})
  const result = compileLexicons({
    codes: ids.map((id) => ({ id, label: id, definition: '', family: 'bench', familyLabel: 'Benchmark' })),
    lexicons: [{ id: 'bench', file: 'bench', content, placeOf }],
    shared: [],
    context: { id: 'context/en', file: 'context/en', content: context, placeOf },
    forms: createForms(new Map()),
  })
  const errors = result.findings.filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]))
  return result.compiled
}

const segmenter = async () => {
  const { segments } = await load('text/sentences.js')
  const { englishAbbreviations } = await load('text/abbreviations.js')
  return (text) => segments(text, englishAbbreviations)
}

const prepareKernel = async (terms) => {
  const { createFinds, createKernel } = await load('lexicon/kernel/kernel.js')
  const { phrases, triggers } = await compiled(terms)
  const kernel = createKernel(phrases, triggers.phrases)
  const finds = createFinds()
  const cut = await segmenter()
  return (text) => {
    const cuts = cut(text)
    kernel.read(
      text,
      cuts.map(({ start }) => start),
    )
    kernel.scan(finds)
    return finds.count
  }
}

const prepareTagger = async (terms) => {
  const { createTagger } = await load('lexicon/tagger.js')
  return { tagger: createTagger(await compiled(terms), { overlap: 'per-code' }), cut: await segmenter() }
}

/** Without this method of the tagger its records cannot be had short of objects, and `tag` is timed in its place. */
const prepareRecords = async (terms) => {
  const { tagger, cut } = await prepareTagger(terms)
  if (!tagger.scan) return (text) => tagger.tag(text, cut(text), question).length
  return (text) => tagger.scan(text, cut(text), question)
}

const prepareObjects = async (terms) => {
  const { tagger, cut } = await prepareTagger(terms)
  return (text) => tagger.tag(text, cut(text), question).length
}

const layer = (name, prepare, notes) => {
  let count
  return {
    name,
    ours: true,
    notes,
    prepare: async (terms) => {
      count = await prepare(terms)
    },
    run: (texts) => {
      let hits = 0
      for (const text of texts) hits += count(text)
      return hits
    },
  }
}

export const match = layer('Verbatim: match', prepareKernel, 'sentences, tokens and all finds with offsets')
export const context = layer('Verbatim: context', prepareRecords, 'the same with context and overlap: hits as records')
export const hits = layer('Verbatim: hits', prepareObjects, 'the same to complete objects with quotes of the triggers')
