import type { CompiledLexicons } from '../lexicon/compile.ts'
import { globMatches, parseGlob } from '../lexicon/kernel/glob.ts'

/** Wildcards with fewer letters catch so much that to be caught by them says nothing of a word. */
const fewLetters = 2

/**
 * For folded words the codes, in the codebook's order, with a rule for one of the questions that looks for the word
 * (what it must not stand beside does not count).
 */
export const codesByWord = (
  { rules, nodes, phrases, definitions, codes }: CompiledLexicons,
  words: readonly string[],
  questions: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const codesOfAtom = new Map<number, Set<string>>()
  const atomsOf = (id: number): readonly number[] => {
    const node = nodes[id]!
    if (node.kind === 'nothing') return []
    if (node.kind === 'atom') return [node.atom]
    if (node.kind === 'or') return node.options.flatMap(atomsOf)
    return node.kind === 'not' ? atomsOf(node.left) : [...atomsOf(node.left), ...atomsOf(node.right)]
  }
  for (const rule of rules) {
    if (rule.questions && !questions.some((question) => rule.questions!.has(question))) continue
    for (const atom of atomsOf(rule.node)) {
      const known = codesOfAtom.get(atom)
      if (known) known.add(rule.code)
      else codesOfAtom.set(atom, new Set([rule.code]))
    }
  }
  const wanted = [...new Set(words)]
  const found = new Map(wanted.map((word) => [word, new Set<string>()]))
  const catches = (written: string): readonly string[] => {
    if (!/[*?]/.test(written)) return found.has(written) ? [written] : []
    if (written.replace(/[*?]/g, '').length < fewLetters) return []
    const glob = parseGlob(written)
    return wanted.filter((word) => globMatches(glob, word))
  }
  for (const { slots, output } of phrases) {
    const own = codesOfAtom.get(definitions[output]!.atom) ?? []
    for (const slot of slots)
      for (const written of slot)
        for (const word of catches(written)) for (const code of own) found.get(word)!.add(code)
  }
  return new Map([...found].map(([word, own]) => [word, codes.filter((code) => own.has(code))]))
}
