import type { Finding } from '../model/finding.ts'
import { contextClasses } from '../model/tag.ts'
import { contextBit, type Trigger, type Triggers } from './context.ts'
import type { Piece } from './expand.ts'
import { expandSequence } from './expand.ts'
import { parseExpression } from './expression/parse.ts'
import type { Forms } from './forms/inflect.ts'
import type { Phrase } from './kernel/kernel.ts'
import type { ContextFile, Source } from './schema.ts'

/** Verbs with `not` that are also written `n't`. */
const contracted = /\b(is|are|was|were|do|does|did|has|have|had|should|could|would|must) not\b/
const expandContractions = (text: string): string =>
  text.replace(contracted, (_, verb: string) => `[${verb} not|${verb}n't]`)

/** Compiles a context file. Triggers are phrases without gaps; anything else is a finding. */
export const compileTriggers = (source: Source<ContextFile>, forms: Forms, findings: Finding[]): Triggers => {
  const phrases: Phrase[] = []
  const definitions: Trigger[] = []
  const expanded = new Map<string, Piece>()
  const lists = new Map(Object.entries(source.content.lists))
  const add = (text: string, path: readonly (string | number)[], trigger: Trigger): void => {
    const problem = (message: string): void => {
      findings.push({
        level: 'error',
        rule: 'context/bad-trigger',
        message: `trigger \`${text}\`: ${message}`,
        where: { file: source.file, ...source.placeOf(path) },
      })
    }
    const parsed = parseExpression(expandContractions(text))
    if ('problem' in parsed) return problem(parsed.problem.message)
    if (parsed.expression.kind !== 'sequence') return problem('a trigger is a phrase, without operators')
    const { pieces } = expandSequence(parsed.expression.sequence, {
      list: (name) => lists.get(name),
      forms,
      problem,
      expanded,
      open: [],
    })
    const piece = pieces[0]
    if (pieces.length !== 1 || piece?.kind !== 'variants')
      return problem('a trigger has no gaps, and its choices must be few enough to be written out')
    const output = definitions.length
    definitions.push(trigger)
    for (const { slots } of piece.variants) if (slots.length > 0) phrases.push({ slots, output })
  }
  for (const name of contextClasses) {
    const group = source.content.classes[name]
    if (!group) continue
    const bit = contextBit(name)
    const list = new Set(group.list)
    for (const kind of ['before', 'after', 'both'] as const)
      group[kind].forEach(({ words, triggers }, index) => {
        triggers.forEach((text, place) =>
          add(text, ['classes', name, kind, index, 'triggers', place], { kind, bit, words, list: false }),
        )
      })
    list.forEach((text) => add(text, ['classes', name, 'list'], { kind: 'before', bit, words: 100, list: true }))
    group.never.forEach((text, place) =>
      add(text, ['classes', name, 'never', place], { kind: 'never', bit, words: 0, list: false }),
    )
  }
  source.content.terminators.forEach((text, place) =>
    add(text, ['terminators', place], { kind: 'terminator', bit: 0, words: 0, list: false }),
  )
  return { phrases, definitions }
}
