import { buildLexicon, slug } from './build.ts'
import { type ForeignCategory, type ForeignTerm, type Importer, type Report, reporter } from './imported.ts'
import { depthOf, type Line, linesOf } from './lines.ts'
import { termOf } from './term.ts'
import { wordstatRule } from './wordstat-rule.ts'

/** WordStat: categories in small steps of tabs, `TERM (weight)` below them, and `@NAME [rule] (weight)`. */
export const wordstat: Importer = {
  id: 'wordstat',
  title: 'WordStat categorization dictionary',
  endings: ['.cat'],
  fits: (text) =>
    !/^\ufeff?\s*[<{%]/.test(text) &&
    linesOf(text.slice(0, 20_000)).some(({ text: line }) => /^\t+\S.*\(\d+(?:[.,]\d+)?\)\s*$/.test(line)),
  read: ({ name, text }) => {
    const { report, findings } = reporter(name)
    const { categories, lists } = categoriesOf(linesOf(text), report)
    return buildLexicon({ title: 'WordStat dictionary', categories, lists, findings }, name)
  },
}

interface Open {
  readonly path: readonly string[]
  readonly terms: ForeignTerm[]
}

interface RuleLine {
  readonly name: string
  readonly body: string
  readonly weight: number
  readonly category: Open
  readonly line: number
}

const entry = /^(.*\S)\s*\(\s*([+-]?\d+(?:[.,]\d+)?)\s*\)$/

const categoriesOf = (
  lines: readonly Line[],
  report: Report,
): { categories: ForeignCategory[]; lists: Record<string, string[]> } => {
  const categories: Open[] = []
  const stack: Open[] = []
  const rules: RuleLine[] = []
  for (const { text, number } of lines) {
    const content = text.trim()
    if (content === '') continue
    const found = entry.exec(content)
    stack.length = Math.min(stack.length, depthOf(text))
    const open = stack[stack.length - 1]
    if (!found) {
      const category = { path: [...(open?.path ?? []), content.replace(/^[+\-=]+|[+\-=]+$/g, '').trim()], terms: [] }
      stack.push(category)
      categories.push(category)
      continue
    }
    const [, term, mark] = found
    const weight = Number(mark!.replace(',', '.'))
    if (!open) {
      report('warning', 'no-category', `\`${term}\` stands outside all categories and is left out`, number)
      continue
    }
    const rule = /^@(\S+)\s*\[(.*)\]$/.exec(term!)
    if (rule) rules.push({ name: rule[1]!, body: rule[2]!, weight, category: open, line: number })
    else if (term!.startsWith('@'))
      report(
        'warning',
        'rule',
        `\`${content}\` is no rule of the form \`@NAME [rule] (weight)\` and is left out`,
        number,
      )
    else {
      const own = termOf(term!, { question: 'letter', joiner: '_' }, report, number)
      if (own) open.terms.push({ ...own, weight })
    }
  }
  return { categories, lists: addRules(rules, categories, report) }
}

/** Adds the rules, once all categories that they may name are known; gives the lists that they use. */
const addRules = (
  rules: readonly RuleLine[],
  categories: readonly Open[],
  report: Report,
): Record<string, string[]> => {
  const plain = new Map(categories.map(({ path, terms }) => [path, terms.map(({ rule }) => rule)]))
  const lists: Record<string, string[]> = {}
  for (const { name, body, weight, category, line } of rules) {
    const rule = wordstatRule(body, (reference) => {
      const named = categories.filter(({ path }) => path.some((part) => part.toLowerCase() === reference.toLowerCase()))
      const terms = [...new Set(named.flatMap(({ path }) => plain.get(path)!))]
      if (terms.length === 0) return undefined
      const list = `category-${slug(reference).replace(/[^\w-]/g, '-')}`
      lists[list] = terms
      return { list: `@${list}`, sample: named.find(({ terms: own }) => own.length > 0)!.terms[0]!.sample }
    })
    if ('problem' in rule)
      report('warning', 'rule', `the rule \`@${name} [${body}]\` is left out: ${rule.problem}`, line)
    else {
      report('warning', 'rule', `the rule \`@${name} [${body}]\` has become \`${rule.rule}\`: ${rule.doubt}`, line)
      category.terms.push({ rule: rule.rule, sample: rule.sample, weight, line })
    }
  }
  return lists
}
