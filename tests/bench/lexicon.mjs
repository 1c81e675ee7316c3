import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { files, root } from './corpus.mjs'
import { below, createRandom, shuffled } from './random.mjs'

const seed = 7
/** Share of the terms that are n-grams of the corpus, and of all terms that have more than one word. */
const fromCorpus = 0.2
const multiWord = 0.75
const shortest = 4
/** Alternatives of one rule that become terms: a rule of a thousand would fill the lexicon with copies of itself. */
const mostOfRule = 8
/** So many of the corpus's commonest words are no terms of one word: `will`, `their`, `people` say nothing by themselves. */
const commonWords = 300

/** Nobody looks for `of the` or `is good`: a term begins and ends with a word that carries meaning. */
const functionWords = new Set(
  `a about after all also an and any are as at be been before being but by can could did do does for from had has have
  he her his how i if in into is it its may more most must no nor not of on only or other our shall she should so some
  such than that the their them then there these they this those to too under up upon very was we were what when where
  which who will with without would you your`.split(/\s+/),
)

/** Words as plain terms are made of. */
const wordsOf = (text) => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** All texts below a value that was read from YAML or JSON, keys apart. */
const stringsIn = (value) => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** Plain terms that a term of the lexicon language stands for, its first alternatives written out; none of a rule with operators. */
const plainTerms = (expression) => {
  if (/ (?:NEAR|PRE|AND|NOT|OR)\b| ~\d|[()]/.test(expression)) return []
  return alternatives(expression.replace(/\{([^}:]*)(?::\w)?\}/g, '$1').replaceAll('=', ''))
}

const hasMeaning = (words) => !functionWords.has(words.at(0)) && !functionWords.has(words.at(-1))

const mostAlternatives = 12

const alternatives = (atom) => {
  const slot = /\[([^[\]]*)\]/.exec(atom)
  if (!slot) return /[*?@[\]{}|]/.test(atom) ? [] : [wordsOf(atom).join(' ')]
  return slot[1]
    .split('|')
    .slice(0, mostAlternatives)
    .flatMap((option) => alternatives(atom.replace(slot[0], ` ${option} `)))
}

const lexiconFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'context' ? [] : lexiconFiles(join(folder, entry.name))
    return entry.name.endsWith('.yaml') ? [join(folder, entry.name)] : []
  })

/** Plain terms of the project's lexicons, context triggers apart, and of the published dictionary of the UPR project. */
const domainTerms = () => {
  const terms = new Set()
  for (const file of lexiconFiles(join(root, 'lexicons')).sort()) {
    const { lists = {}, codes = {} } = parse(readFileSync(file, 'utf8'))
    const rules = Object.values(codes).flatMap(({ rules = [] }) => rules.map((rule) => rule.rule ?? rule))
    for (const text of [...stringsIn(lists), ...stringsIn(rules)])
      for (const term of plainTerms(text).slice(0, mostOfRule)) terms.add(term)
  }
  if (existsSync(files.dictionary))
    for (const text of containsIn(JSON.parse(readFileSync(files.dictionary, 'utf8')))) terms.add(text)
  return [...terms].filter((term) => term.length >= shortest && hasMeaning(term.split(' ')))
}

const containsIn = (value) => {
  if (typeof value !== 'object' || value === null) return []
  const own = typeof value.contains === 'string' ? [wordsOf(value.contains).join(' ')] : []
  return [...own, ...Object.values(value).flatMap(containsIn)]
}

/** A run of one to three words of a text, as it stands there without punctuation between. */
const drawNgram = (texts, length, random) => {
  const clauses = texts[below(random, texts.length)].toLowerCase().split(/[^\p{L} ]+/u)
  const words = wordsOf(clauses[below(random, clauses.length)])
  if (words.length < length) return ''
  const from = below(random, words.length - length + 1)
  const gram = words.slice(from, from + length)
  return hasMeaning(gram) ? gram.join(' ') : ''
}

const commonestWords = (texts) => {
  const counts = new Map()
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return new Set(ordered.slice(0, commonWords).map(([word]) => word))
}

const ngrams = (texts, single, multiple, common, random) => {
  const terms = new Set()
  const draw = (count, length) => {
    for (const goal = terms.size + count; terms.size < goal; ) {
      const term = drawNgram(texts, length(), random)
      if (term !== '' && !common.has(term)) terms.add(term)
    }
  }
  draw(single, () => 1)
  draw(multiple, () => (random() < 0.6 ? 2 : 3))
  return [...terms]
}

/** A lexicon of `count` distinct terms: a fifth from the corpus, the rest of the domain, three quarters multi-word. */
export const composeLexicon = (texts, count) => {
  const random = createRandom(seed)
  const isMultiple = (term) => term.includes(' ')
  const common = commonestWords(texts)
  const domain = shuffled(domainTerms(), random).filter((term) => !common.has(term))
  const own = Math.round(count * fromCorpus)
  const ownMultiple = Math.round(own * multiWord)
  const drawn = ngrams(texts, own - ownMultiple, ownMultiple, common, random)
  const known = new Set(drawn)
  const free = domain.filter((term) => !known.has(term))
  const multiple = free.filter(isMultiple).slice(0, Math.round((count - own) * multiWord))
  const single = free.filter((term) => !isMultiple(term)).slice(0, count - own - multiple.length)
  const terms = [...drawn, ...multiple, ...single]
  // Where the domain runs short of terms the corpus gives the rest.
  const more = new Set(terms)
  while (more.size < count)
    for (const term of ngrams(texts, 0, 50, common, random)) if (more.size < count) more.add(term)
  return { terms: shuffled([...more], random), drawn: more.size - multiple.length - single.length }
}
