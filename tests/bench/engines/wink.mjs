import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const entities = (name, pipe, megabytes, notes) => {
  let nlp
  return {
    name,
    notes,
    megabytes,
    prepare: (terms) => {
      const winkNLP = require('wink-nlp')
      const model = require('wink-eng-lite-web-model')
      nlp = pipe ? winkNLP(model, pipe) : winkNLP(model)
      nlp.learnCustomEntities(
        terms.map((term, index) => ({ name: `t${index}`, patterns: [term] })),
        { matchValue: false, useEntity: false, usePOS: false },
      )
    },
    run: (texts) => {
      let hits = 0
      for (const text of texts) hits += nlp.readDoc(text).customEntities().length()
      return hits
    },
  }
}

export const winkFull = entities(
  'wink-nlp: full pipe + custom entities',
  undefined,
  0.5,
  'as its documentation sets it up: sentences, negation, parts of speech, entities',
)
export const winkEntities = entities(
  'wink-nlp: custom entities alone',
  ['cer'],
  1,
  'the least it can do to find terms; no context',
)
