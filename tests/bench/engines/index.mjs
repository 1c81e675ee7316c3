import { ahoCorasick, ahoCorasickWords } from './aho-corasick.mjs'
import { compromiseOne, compromiseThree } from './compromise.mjs'
import { natural } from './natural.mjs'
import { regex } from './regex.mjs'
import { ripgrepCount, ripgrepWords } from './ripgrep.mjs'
import { context, hits, match } from './verbatim.mjs'
import { winkEntities, winkFull } from './wink.mjs'

/**
 * All engines by key, in the order of the table. An engine has a `name`, `notes`, `prepare(terms)` and `run(texts)`,
 * which gives the number of hits (or tokens); slow ones read only the first `megabytes` of a corpus.
 */
export const engines = {
  match,
  context,
  hits,
  regex,
  ripgrepCount,
  ripgrepWords,
  ahoCorasick,
  ahoCorasickWords,
  winkEntities,
  winkFull,
  compromiseOne,
  compromiseThree,
  natural,
}
