import { SaxesParser } from 'saxes'
import { buildLexicon } from './build.ts'
import { type ForeignCategory, type ForeignTerm, type Importer, type Report, reporter } from './imported.ts'
import { termOf } from './term.ts'

/** Deepest nesting that is read. */
const maxDepth = 50

/** Yoshikoder: XML of category nodes (`cnode`) and pattern nodes (`pnode`). */
export const yoshikoder: Importer = {
  id: 'yoshikoder',
  title: 'Yoshikoder dictionary',
  endings: ['.ykd', '.lcd'],
  fits: (text) =>
    /^\ufeff?\s*<[\s\S]{0,2000}<cnode\b/.test(text) || /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?<dictionary\b/.test(text),
  read: ({ name, text }) => {
    const { report, findings } = reporter(name)
    const { title, categories } = categoriesOf(text, report)
    return buildLexicon({ title, categories, findings }, name)
  },
}

interface Open {
  readonly path: readonly string[]
  readonly terms: ForeignTerm[]
}

const categoriesOf = (text: string, report: Report): { title: string; categories: readonly ForeignCategory[] } => {
  const parser = new SaxesParser()
  const categories: Open[] = []
  const stack: Open[] = []
  let depth = 0
  let regular = false
  let failure: string | undefined
  const stop = (message: string): void => {
    failure ??= message
  }
  parser.on('error', (error) => stop(error.message))
  parser.on('doctype', () => stop('a DOCTYPE is not read: it could pull in other files'))
  parser.on('opentag', ({ name, attributes }) => {
    if (failure !== undefined) return
    depth++
    if (depth > maxDepth) {
      stop(`elements are nested more than ${maxDepth} deep`)
      return
    }
    const label = attributes.name?.trim() ?? ''
    if (name === 'dictionary') {
      regular = `${attributes.patternengine ?? ''}${attributes.patternengineclassname ?? ''}`
        .toLowerCase()
        .includes('regex')
    } else if (name === 'cnode') {
      const category = { path: [...(stack[stack.length - 1]?.path ?? []), label], terms: [] }
      stack.push(category)
      categories.push(category)
      if (attributes.score)
        report(
          'warning',
          'weight',
          `the category \`${label}\` has the score ${attributes.score}, which counts nothing`,
          parser.line,
        )
    } else if (name === 'pnode') addPattern(label, attributes.score)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    if (name === 'cnode') stack.pop()
  })
  const addPattern = (pattern: string, score: string | undefined): void => {
    const open = stack[stack.length - 1]
    const line = parser.line
    if (!open) {
      report('warning', 'no-category', `\`${pattern}\` stands outside all categories and is left out`, line)
      return
    }
    if (regular && /[\\^$.|?+()[\]{}*]/.test(pattern)) {
      const message = `\`${pattern}\` is a regular expression and is left out: write it as a rule`
      report('warning', 'regex', message, line)
      return
    }
    const weight = score === undefined || score === '' ? undefined : Number(score)
    const term = termOf(pattern, { question: 'sign' }, report, line)
    if (term) open.terms.push(weight === undefined || Number.isNaN(weight) ? term : { ...term, weight })
  }
  try {
    parser.write(text.replace(/^\ufeff/, '')).close()
  } catch (error) {
    stop((error as Error).message)
  }
  if (failure !== undefined) {
    report('error', 'xml', `the file cannot be read: ${failure}`, Math.max(1, parser.line))
    return { title: 'Yoshikoder dictionary', categories: [] }
  }
  return withoutRoot(categories)
}

/** The one category that holds all others is the dictionary itself, unless it has terms of its own. */
const withoutRoot = (categories: readonly Open[]): { title: string; categories: readonly ForeignCategory[] } => {
  const root = categories[0]
  const title = root?.path[0] || 'Yoshikoder dictionary'
  const alone = root && root.terms.length === 0 && categories.slice(1).every(({ path }) => path.length > 1)
  if (!alone || categories.length === 1) return { title, categories }
  return { title, categories: categories.slice(1).map(({ path, terms }) => ({ path: path.slice(1), terms })) }
}
