import { buildLexicon } from './build.ts'
import { type ForeignCategory, type ForeignTerm, type Importer, type Report, reporter } from './imported.ts'
import { type KeywordDictionary, keywordSchema } from './keywords-schema.ts'
import { anyOf, type KeywordStyle, keywordTerm, skipLists } from './keywords-term.ts'

/** Keyword lists in JSON: substrings of a text, of its small letters, or of what is left without stop words. */
export const keywords: Importer = {
  id: 'keywords',
  title: 'Keyword dictionary in JSON',
  endings: ['.json'],
  fits: (text) => /^\ufeff?\s*\{/.test(text) && text.includes('"stopwords"'),
  read: ({ name, text }) => {
    const { report, findings } = reporter(name)
    const dictionary = parsed(text, report)
    const categories = dictionary ? categoriesOf(dictionary, report) : []
    const lists = dictionary ? skipLists(dictionary.stopwords) : {}
    return buildLexicon({ title: 'Keyword dictionary', categories, lists, findings }, name)
  },
}

const parsed = (text: string, report: Report): KeywordDictionary | undefined => {
  try {
    const result = keywordSchema.safeParse(JSON.parse(text.replace(/^\ufeff/, '')))
    if (result.success) return result.data
    for (const { path, message } of result.error.issues)
      report('error', 'shape', `at \`${path.join('.')}\`: ${message}`)
  } catch (error) {
    report('error', 'json', `the file is no JSON: ${(error as Error).message}`)
  }
  return undefined
}

const categoriesOf = (dictionary: KeywordDictionary, report: Report): ForeignCategory[] => {
  const style = (strip: string): KeywordStyle => ({ strip, stopwords: new Set(dictionary.stopwords) })
  const found = dictionary.institution_rules.map(({ facet, code, guard, strip, any }): ForeignCategory => {
    if (guard !== code)
      report('note', 'guard', `\`${code}\` is guarded by \`${guard}\`; it is found whether or not that one is`)
    const terms = any.flatMap((condition) => {
      const told: Report = (level, rule, message) => report(level, rule, `in \`${code}\`: ${message}`)
      if ('contains' in condition) return keywordTerm(condition.contains, condition.view, style(strip), told) ?? []
      const wanted = condition.all.flatMap((each) => (each.contains === undefined ? [] : [each]))
      const unwanted = condition.all.flatMap((each) => (each.not_contains === undefined ? [] : [each]))
      const having = wanted.flatMap((each) => keywordTerm(each.contains!, each.view, style(strip), told) ?? [])
      const lacking = unwanted.flatMap((each) => keywordTerm(each.not_contains!, each.view, style(strip), told) ?? [])
      return having.length === 0 ? [] : [joint(having, lacking)]
    })
    return { path: [facet, code], terms }
  })
  const { view, keywords, special } = dictionary.action_verb
  for (const [code, words] of Object.entries(keywords)) {
    const told: Report = (level, rule, message) => report(level, rule, `in \`${code}\`: ${message}`)
    found.push({
      path: ['action_verb', code],
      terms: words.flatMap((word) => keywordTerm(word, view, style(''), told) ?? []),
    })
  }
  for (const { code, rule } of special)
    found.push({ path: ['action_verb', code], terms: specialTerms(code, rule, style(''), report) })
  return found
}

const joint = (having: readonly ForeignTerm[], lacking: readonly ForeignTerm[]): ForeignTerm => ({
  rule: [having.map(({ rule }) => rule).join(' AND/answer '), ...lacking.map(({ rule }) => rule)].join(' NOT/answer '),
  sample: having.map(({ sample }) => sample).join(' '),
})

const bothHold = /^raw contains \((.+)\) and raw contains ('[^']+')$/
const afterWord = /'(\w+)' \(else the first '(\w+)'\) the word '(\w+)' occurs within the (\d+) words/

/** Rules that the file gives as a sentence: two forms are understood. */
const specialTerms = (code: string, rule: string, style: KeywordStyle, report: Report): ForeignTerm[] => {
  const terms = (text: string): ForeignTerm[] =>
    [...text.matchAll(/'([^']+)'/g)].flatMap(([, word]) => keywordTerm(word!, 'raw', style, report) ?? [])
  const both = bothHold.exec(rule)
  const after = afterWord.exec(rule)
  const made = (term: ForeignTerm): ForeignTerm[] => {
    report('warning', 'rule', `the rule of \`${code}\`, \`${rule}\`, has become \`${term.rule}\`: compare a few texts`)
    return [term]
  }
  if (both) return made(joint([anyOf(terms(both[1]!)), anyOf(terms(both[2]!))], []))
  if (after) {
    const [, first, second, last, words] = after
    return made({ rule: `[${first}|${second}] ~${Number(words) - 2} ${last}`, sample: `${first} ${last}` })
  }
  report('warning', 'rule', `the rule of \`${code}\`, \`${rule}\`, has no equivalent and is left out`)
  return []
}
