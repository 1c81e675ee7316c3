import type { Piece } from '../lexicon/expand.ts'
import type { Forms } from '../lexicon/forms/inflect.ts'
import { createFinds, createKernel } from '../lexicon/kernel/kernel.ts'
import { createMatcher } from '../lexicon/match.ts'
import { addExpression, createProgram, requiredAtoms } from '../lexicon/program.ts'
import type { LexiconFile, Source } from '../lexicon/schema.ts'
import type { Cut } from '../lexicon/tagger.ts'
import type { Term, TermGroup } from './lexicon-terms.ts'

/** Looks for single terms, whatever rule they stand in. */
export interface TermFinder {
  readonly read: (text: string, cuts: readonly Cut[]) => void
  /** Whether a term was in one of the texts read. */
  readonly occurs: (term: Term) => boolean
}

/** Compiles the terms of all groups, each on its own. */
export const createTermFinder = (
  groups: readonly TermGroup[],
  sources: readonly Source<LexiconFile>[],
  forms: Forms,
): TermFinder => {
  const program = createProgram()
  const nodeOf = new Map<Term, number>()
  const expanded = new Map<Source<LexiconFile>, Map<string, Piece>>(sources.map((source) => [source, new Map()]))
  for (const { source, terms } of groups) {
    const lists = listsOf(source, sources)
    const expander = {
      list: (name: string) => lists.get(name),
      forms,
      problem: () => {},
      expanded: expanded.get(source)!,
      open: [],
    }
    for (const term of terms)
      nodeOf.set(term, addExpression(program, { kind: 'sequence', sequence: term.sequence }, expander))
  }
  const kernel = createKernel(program.phrases, [])
  const matcher = createMatcher(kernel, program.nodes, program.finds)
  const nodesByAtom: number[][] = program.weights.map(() => [])
  for (const node of new Set(nodeOf.values()))
    for (const atom of requiredAtoms(program, node)) nodesByAtom[atom]!.push(node)
  const found = new Set<number>()
  const finds = createFinds()
  return {
    read: (text, cuts) => {
      kernel.read(
        text,
        cuts.map(({ start }) => start),
      )
      kernel.scan(finds)
      matcher.begin(text, finds)
      for (const atom of matcher.present)
        for (const node of nodesByAtom[atom]!) if (!found.has(node) && matcher.node(node).length > 0) found.add(node)
    },
    occurs: (term) => found.has(nodeOf.get(term)!),
  }
}

/** Terms of the lists that a file may refer to. */
const listsOf = (
  { content }: Source<LexiconFile>,
  sources: readonly Source<LexiconFile>[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...content.use.flatMap((id) => sources.filter((source) => source.id === id)), { content }].flatMap((source) =>
      Object.entries(source.content.lists),
    ),
  )
