import { buildLexicon } from './build.ts'
import { type ForeignCategory, type ForeignTerm, type Importer, type Report, reporter } from './imported.ts'
import { type Line, linesOf } from './lines.ts'
import { termOf } from './term.ts'

/** Lexicoder: `+category`, perhaps with a colour, then one term a line. */
export const lexicoder: Importer = {
  id: 'lexicoder',
  title: 'Lexicoder dictionary',
  endings: ['.lc3'],
  fits: (text) => /^\ufeff?\s*\+\S/.test(text),
  read: ({ name, text }) => {
    const { report, findings } = reporter(name)
    return buildLexicon(
      { title: 'Lexicoder dictionary', categories: categoriesOf(linesOf(text), report), findings },
      name,
    )
  },
}

const categoriesOf = (lines: readonly Line[], report: Report): ForeignCategory[] => {
  const categories: { path: string[]; terms: ForeignTerm[] }[] = []
  for (const { text, number } of lines) {
    const content = text.trim()
    if (content === '') continue
    if (content.startsWith('+')) {
      categories.push({ path: [nameOf(content)], terms: [] })
      continue
    }
    const open = categories[categories.length - 1]
    if (!open) {
      report('warning', 'no-category', `\`${content}\` stands before the first \`+category\` and is left out`, number)
      continue
    }
    const term = termOf(content, { question: 'sign' }, report, number)
    if (term) open.terms.push(term)
  }
  return categories
}

/** The name without its colour, which says how hits are shown. */
const nameOf = (header: string): string =>
  header
    .slice(1)
    .replace(/#[0-9a-f]{6}$/i, '')
    .trim()
