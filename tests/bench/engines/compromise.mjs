import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const lookup = (name, path, megabytes, notes) => {
  let nlp
  let trie
  return {
    name,
    notes,
    megabytes,
    // The CommonJS bundle; the ESM entry loads hundreds of source files.
    prepare: (terms) => {
      nlp = require(path)
      trie = nlp.buildTrie(terms)
    },
    run: (texts) => {
      let hits = 0
      for (const text of texts) hits += nlp(text).compute('index').lookup(trie).length
      return hits
    },
  }
}

export const compromiseOne = lookup(
  'compromise/one: tokens + lookup',
  'compromise/one',
  0.5,
  'its fastest way to find terms; no offsets',
)
export const compromiseThree = lookup(
  'compromise: full parse + lookup',
  'compromise',
  0.1,
  'as imported by its name; no offsets',
)
