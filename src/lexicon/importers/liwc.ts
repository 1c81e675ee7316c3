import { buildLexicon } from './build.ts'
import { type ForeignCategory, type ForeignTerm, type Importer, type Report, reporter } from './imported.ts'
import { depthOf, type Line, linesOf } from './lines.ts'
import { bodyLine, type Condition, type LiwcEntry } from './liwc-line.ts'
import { termOf } from './term.ts'

/** LIWC 2001 to 2015: a legend of numbered categories between `%` lines, then terms with the numbers of theirs. */
export const liwc: Importer = {
  id: 'liwc',
  title: 'LIWC dictionary (2001 to 2015)',
  endings: ['.dic'],
  fits: (text) => /^\ufeff?\s*%\s*(?:\r?\n|\r)/.test(text),
  read: ({ name, text }) => {
    const { report, findings } = reporter(name)
    const lines = linesOf(text).filter(({ text: line }) => line.trim() !== '')
    const marks = lines.flatMap(({ text: line }, index) => (line.trim() === '%' ? [index] : []))
    const [open, close] = marks
    if (open === undefined || close === undefined) {
      report('error', 'legend', 'expected the categories between two lines of `%`, then the terms')
      return buildLexicon({ title: 'LIWC dictionary', categories: [], findings }, name)
    }
    const legend = legendOf(lines.slice(open + 1, close), report)
    const body = lines.slice(close + 1).flatMap((line) => bodyLine(line, new Set(legend.keys()), report) ?? [])
    const { categories, lists } = categoriesOf(legend, body, report)
    return buildLexicon({ title: 'LIWC dictionary', categories, lists, findings }, name)
  },
}

/** Paths of the categories by number; `01` and `1` are one number. Tabs before the number are the depth. */
const legendOf = (lines: readonly Line[], report: Report): Map<number, readonly string[]> => {
  const legend = new Map<number, readonly string[]>()
  const open: string[] = []
  for (const { text, number } of lines) {
    const found = /^\s*(\d+)\s+(\S.*?)\s*$/.exec(text)
    if (!found) {
      report('warning', 'legend', `\`${text.trim()}\` is no category of the form \`1 Name\` and is left out`, number)
      continue
    }
    const id = Number(found[1])
    open.length = Math.min(depthOf(text), open.length)
    open.push(found[2]!)
    if (legend.has(id)) report('warning', 'legend', `the number ${id} is given twice; the first stands`, number)
    else legend.set(id, [...open])
  }
  return legend
}

const categoriesOf = (
  legend: ReadonlyMap<number, readonly string[]>,
  body: readonly LiwcEntry[],
  report: Report,
): { categories: ForeignCategory[]; lists: Record<string, string[]> } => {
  const terms = new Map<number, ForeignTerm[]>([...legend.keys()].map((id) => [id, []]))
  const plain = new Map<number, string[]>()
  for (const { term, ids, line } of body) {
    const own = termOf(term, { question: 'sign' }, report, line)
    if (!own) continue
    for (const id of ids) {
      if (terms.get(id)!.some(({ rule, line: other }) => rule === own.rule && other === line))
        report('warning', 'twice', `\`${term}\` names category ${id} twice; it counts once`, line)
      terms.get(id)!.push(own)
      plain.set(id, [...(plain.get(id) ?? []), own.rule])
    }
  }
  const lists = new Map<string, string[]>()
  const listOf = (id: number): Listed | undefined => {
    const rules = plain.get(id)
    const first = terms.get(id)![0]
    if (!rules || !first) return undefined
    lists.set(`category-${id}`, [...new Set(rules)])
    return { list: `@category-${id}`, sample: first.sample }
  }
  for (const { term, conditions, line } of body)
    for (const condition of conditions) {
      const own = termOf(term, { question: 'sign' }, report, line)
      if (own) addConditional(own, condition, terms, listOf, report)
    }
  return {
    categories: [...legend].map(([id, path]) => ({ path, terms: terms.get(id)! })),
    lists: Object.fromEntries(lists),
  }
}

/** A category as a list of ours, with one of its words. */
interface Listed {
  readonly list: string
  readonly sample: string
}

/** "like" after a word of some categories is one thing, elsewhere another: two rules of our language. */
const addConditional = (
  term: ForeignTerm,
  { before, after, ifSo, ifNot }: Condition,
  terms: ReadonlyMap<number, ForeignTerm[]>,
  listOf: (id: number) => Listed | undefined,
  report: Report,
): void => {
  const lists = before.flatMap((id) => listOf(id) ?? [])
  const held = around(term, lists, after)
  if (held) {
    if (ifSo !== undefined) terms.get(ifSo)?.push(held)
    if (ifNot !== undefined) terms.get(ifNot)?.push({ ...term, rule: `${term.rule} NOT/0 [${held.rule}]` })
    const message = `the condition of \`${term.rule}\` has become the rule \`${held.rule}\`; its evidence holds the word of the condition too`
    report('note', 'condition', message, term.line)
    return
  }
  if (ifNot !== undefined) terms.get(ifNot)?.push(term)
  const message = `the condition of \`${term.rule}\` names only categories without terms, so it never holds`
  report('warning', 'condition', message, term.line)
}

/** The term together with the word that the condition asks for. */
const around = (term: ForeignTerm, lists: readonly Listed[], after: string | undefined): ForeignTerm | undefined => {
  if (after !== undefined) return { ...term, rule: `${term.rule} ${after}`, sample: `${term.sample} ${after}` }
  if (lists.length === 0) return undefined
  const choice = lists.map(({ list }) => list).join('|')
  return { ...term, rule: `[${choice}] ${term.rule}`, sample: `${lists[0]!.sample} ${term.sample}` }
}
