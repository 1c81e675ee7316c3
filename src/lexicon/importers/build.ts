import type { Finding } from '../../model/finding.ts'
import type { Foreign, ForeignCategory, ForeignTerm, Imported, ImportedCode, LexiconContent } from './imported.ts'
import { reporter } from './imported.ts'

/** Findings of one kind that are listed one by one; of the others the number and the lines are told. */
const maxAlike = 20

/** No word stands in it, so no rule can match it. */
const emptyExample = '…'

/** Makes codes, rules and examples of a dictionary. Foreign dictionaries know no context, so none takes hits away. */
export const buildLexicon = (foreign: Foreign, file: string): Imported => {
  const { report, findings } = reporter(file)
  // Keys that no YAML file of ours may have.
  const used = new Set(['constructor', 'prototype'])
  const codes: ImportedCode[] = []
  const entries: [string, NonNullable<LexiconContent['codes']>[string]][] = []
  for (const { path, terms } of merged(foreign.categories)) {
    if (terms.length === 0) {
      if (!foreign.categories.some((other) => isBelow(other, path)))
        report('warning', 'empty-category', `the category \`${path.join(' > ')}\` has no terms and is left out`)
      continue
    }
    const id = idOf(path, used)
    codes.push({ id, path })
    const distinct = [...new Map(terms.map((term) => [`${term.rule} ${term.weight ?? 1}`, term])).values()]
    entries.push([
      id,
      {
        note: `Imported from ${path.join(' > ')}. The examples are made from its first term: replace them.`,
        rules: distinct.map(ruleOf),
        examples: { yes: [distinct[0]!.sample], no: [emptyExample] },
      },
    ])
    for (const term of distinct)
      if (term.weight !== undefined && term.weight !== 1)
        report(
          'warning',
          'weight',
          `\`${term.rule}\` has the weight ${term.weight}, which stands in the rule's note but counts nothing`,
          term.line,
        )
  }
  if (codes.length === 0) report('error', 'empty', 'no category with a term was found: is it the right kind of file?')
  const lexicon: LexiconContent = {
    title: foreign.title,
    version: 1,
    note: `Imported from ${baseName(file)}.`,
    context: { veto: [] },
    ...(foreign.lists && Object.keys(foreign.lists).length > 0 && { lists: mutable(foreign.lists) }),
    codes: Object.fromEntries(entries),
  }
  return { lexicon, codes, findings: summed([...foreign.findings, ...findings]) }
}

const ruleOf = ({ rule, weight }: ForeignTerm): string | { rule: string; note: string } =>
  weight === undefined || weight === 1 ? rule : { rule, note: `weight ${weight}` }

/** Categories with one path become one: dictionaries may name a category twice. */
const merged = (categories: readonly ForeignCategory[]): ForeignCategory[] => {
  const byPath = new Map<string, ForeignCategory>()
  for (const { path, terms } of categories) {
    const key = JSON.stringify(path)
    byPath.set(key, { path, terms: [...(byPath.get(key)?.terms ?? []), ...terms] })
  }
  return [...byPath.values()]
}

const isBelow = (category: ForeignCategory, path: readonly string[]): boolean =>
  category.path.length > path.length && path.every((name, index) => category.path[index] === name)

/** `politics.foreign-affairs` for the path of a category; a number where another has the id. */
const idOf = (path: readonly string[], used: Set<string>): string => {
  const id = path
    .map((name) => slug(name))
    .filter((name) => name !== '')
    .join('.')
  for (let count = 1; ; count++) {
    const candidate = `${id || 'category'}${count === 1 ? '' : `-${count}`}`
    if (used.has(candidate)) continue
    used.add(candidate)
    return candidate
  }
}

/** A name as part of an id: small letters, digits and hyphens. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const baseName = (file: string): string => file.split(/[\\/]/).pop()!

const mutable = (lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(lists).map(([name, terms]) => [name, [...terms]]))

/** The first findings of each kind, and one more that numbers the rest and names their lines. */
const summed = (findings: readonly Finding[]): Finding[] => {
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding])
  return [...byRule.values()].flatMap((alike) => {
    const rest = alike.slice(maxAlike)
    if (rest.length === 0) return alike
    const lines = rest.flatMap(({ where }) => (where?.line === undefined ? [] : [where.line]))
    const places = lines.length > 0 ? `, on the lines ${lines.join(', ')}` : ''
    return [...alike.slice(0, maxAlike), { ...rest[0]!, message: `${rest.length} more like these${places}` }]
  })
}
