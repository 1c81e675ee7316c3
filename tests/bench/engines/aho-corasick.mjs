let matcher

const all = {
  name: 'modern-ahocorasick: substrings',
  notes: 'all occurrences, also inside words; case as written',
  megabytes: 2,
  prepare: async (terms) => {
    const { default: AhoCorasick } = await import('modern-ahocorasick')
    matcher = new AhoCorasick(terms)
  },
  run: (texts) => {
    let hits = 0
    for (const text of texts) hits += matcher.search(text).length
    return hits
  },
}

const wholeWords = {
  name: 'modern-ahocorasick: whole words',
  notes: 'leftmost-longest, case folded',
  megabytes: 0.5,
  prepare: async (terms) => {
    const { default: AhoCorasick } = await import('modern-ahocorasick')
    matcher = new AhoCorasick(terms)
  },
  run: (texts) => {
    let hits = 0
    const options = { strategy: 'leftmost-longest', wholeWord: true }
    for (const text of texts) hits += matcher.search(text.toLowerCase(), options).length
    return hits
  },
}

export { all as ahoCorasick, wholeWords as ahoCorasickWords }
