import { buildLexicon } from './build.ts'
import { type ForeignCategory, type ForeignTerm, type Importer, type Report, reporter } from './imported.ts'
import { termOf } from './term.ts'

/** Deepest nesting that is read. */
const maxDepth = 20
/** The key under which a category that has categories of its own keeps its terms. */
const ownTerms = '__'

/** quanteda: a map of names to lists of terms, to one term, or to maps again. */
export const quantedaYaml: Importer = {
  id: 'quanteda-yaml',
  title: 'quanteda dictionary in YAML',
  endings: ['.yml', '.yaml'],
  fits: (text) => !/^\s*[<{%+]/.test(text) && /^[^\s#][^\n]*:\s*(?:$|\[|\S)/m.test(text),
  read: ({ name, yaml }) => {
    const { report, findings } = reporter(name)
    const categories: ForeignCategory[] = []
    const content = yaml?.()
    if (isMap(content))
      for (const [key, value] of Object.entries(content)) readCategory([key], value, categories, report)
    else report('error', 'shape', 'expected a map of category names at the top of the file')
    return buildLexicon({ title: 'quanteda dictionary', categories, findings }, name)
  },
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readCategory = (path: readonly string[], value: unknown, categories: ForeignCategory[], report: Report): void => {
  if (path.length > maxDepth) {
    report('warning', 'depth', `\`${path.join(' > ')}\` is nested more than ${maxDepth} deep and is left out`)
    return
  }
  const terms: ForeignTerm[] = []
  const below: [string, unknown][] = []
  const read = (item: unknown): void => {
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
      const term = termOf(String(item), { question: 'letter' }, (level, rule, message) =>
        report(level, rule, `in \`${path.join(' > ')}\`: ${message}`),
      )
      if (term) terms.push(term)
    } else if (Array.isArray(item)) for (const each of item) read(each)
    else if (isMap(item))
      for (const [key, inner] of Object.entries(item)) {
        if (key === ownTerms) read(inner)
        else below.push([key, inner])
      }
    else if (item !== null && item !== undefined)
      report('warning', 'shape', `in \`${path.join(' > ')}\`: \`${String(item)}\` is no term and is left out`)
  }
  read(value)
  categories.push({ path, terms })
  for (const [key, inner] of below) readCategory([...path, key], inner, categories, report)
}
