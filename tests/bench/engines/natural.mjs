import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
let tokenizer
let stemmer

/** Single files of natural: its root loads database drivers and reads `.env`. */
export const natural = {
  name: 'natural: WordTokenizer + PorterStemmer',
  notes: 'counts stems; finds no terms and gives no offsets',
  megabytes: 0.5,
  prepare: () => {
    const { WordTokenizer } = require('natural/lib/natural/tokenizers/regexp_tokenizer.js')
    tokenizer = new WordTokenizer()
    stemmer = require('natural/lib/natural/stemmers/porter_stemmer.js')
  },
  run: (texts) => {
    let stems = 0
    for (const text of texts) for (const token of tokenizer.tokenize(text)) if (stemmer.stem(token) !== '') stems++
    return stems
  },
}
