// How often our word-bounded matching gives the sets that were published with the keyword dictionary of the UPR data.
//   node tests/bench/upr-conformance.mjs [folder of the data] [folder of the build]
// The texts are read by this program only; it prints counts and the dictionary's own words, never a text.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const bar = 0.99
const here = import.meta.dirname
const data = resolve(process.argv[2] ?? join(here, '../../../shared/data/upr'))
const dist = resolve(process.argv[3] ?? join(here, '../../dist'))
const files = ['dictionary.json', 'dictionary-output.jsonl', 'recommendations.jsonl'].map((name) => join(data, name))
const missing = [...files, join(dist, 'lexicon/importers/index.js')].find((file) => !existsSync(file))
if (missing) {
  console.log(`skipped: ${missing} is not there`)
  process.exit(0)
}
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const { importerOf } = await load('lexicon/importers/index.js')
const { compileLexicons } = await load('lexicon/compile.js')
const { contextFileSchema, lexiconSchema } = await load('lexicon/schema.js')
const { createForms } = await load('lexicon/forms/inflect.js')
const { createTagger } = await load('lexicon/tagger.js')

const [dictionaryFile, outputFile, textFile] = files
const text = readFileSync(dictionaryFile, 'utf8')
const imported = importerOf('dictionary.json', text).read({ name: 'dictionary.json', text })
for (const { level, message } of imported.findings) console.log(`${level}: ${message}`)

const source = (id, content) => ({ id, file: id, content, placeOf: () => ({ file: id }) })
const context = contextFileSchema.parse({ title: 'none', version: 1, classes: {}, terminators: ['but'] })
const { compiled, findings } = compileLexicons({
  codes: imported.codes.map(({ id }) => ({ id })),
  lexicons: [source('upr', lexiconSchema.parse(imported.lexicon))],
  shared: [],
  context: source('context', context),
  forms: createForms(new Map()),
})
for (const { level, message } of findings) console.log(`${level}: ${message}`)
const tagger = createTagger(compiled, { overlap: 'per-code' })
const facetOf = new Map(imported.codes.map(({ id, path }) => [id, path]))

const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const texts = new Map(lines(textFile).map(({ id, text: content }) => [id, content]))
const kinds = new Map()
const count = (kind, id) => {
  const known = kinds.get(kind) ?? { count: 0, ids: [] }
  known.count++
  if (known.ids.length < 3) known.ids.push(id)
  kinds.set(kind, known)
}
let total = 0
const agree = { both: 0, institution: 0, action_verb: 0 }
for (const { id, ...published } of lines(outputFile)) {
  const content = texts.get(id)
  if (content === undefined) continue
  total++
  const found = { institution: new Set(), action_verb: new Set() }
  for (const hit of tagger.tag(content, [{ start: 0, end: content.length, kind: 'sentence' }], 'recommendation')) {
    const [facet, code] = facetOf.get(hit.rule.code)
    found[facet]?.add(code)
  }
  let same = true
  for (const facet of ['institution', 'action_verb']) {
    const wanted = new Set(published[facet])
    const more = [...found[facet]].filter((code) => !wanted.has(code))
    const less = [...wanted].filter((code) => !found[facet].has(code))
    if (more.length === 0 && less.length === 0) agree[facet]++
    else same = false
    for (const code of more) count(`${facet} ${code}: only ours`, id)
    for (const code of less) count(`${facet} ${code}: only published`, id)
  }
  if (same) agree.both++
}
const share = (value) => `${value} of ${total} (${((100 * value) / total).toFixed(2)} %)`
console.log(`both sets the same in ${share(agree.both)} texts`)
console.log(`institutions ${share(agree.institution)}, verbs ${share(agree.action_verb)}`)
for (const [kind, { count: times, ids }] of [...kinds].sort((a, b) => b[1].count - a[1].count))
  console.log(`${String(times).padStart(6)}  ${kind}  (such as ${ids.join(', ')})`)
console.log(agree.both / total >= bar ? `meets the bar of ${100 * bar} %` : `below the bar of ${100 * bar} %`)
process.exitCode = agree.both / total >= bar ? 0 : 1
