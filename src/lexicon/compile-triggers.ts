import type { Finding } from '../model/finding.ts'
import { contextClasses } from '../model/tag.ts'
import { contextBit, type Trigger, type Triggers } from './context.ts'
import type { Piece } from './expand.ts'
import { expandSequence } from './expand.ts'
import type { Expression, Sequence } from './expression/ast.ts'
import { parseExpression } from './expression/parse.ts'
import type { Forms } from './forms/inflect.ts'
import type { Phrase } from './kernel/kernel.ts'
import type { ContextFile, Source } from './schema.ts'

/** Verbs whose `not` is also written `n't`. */
const contracting = new Set('is are was were do does did has have had should could would must need'.split(' '))

/** The slots of a phrase, and those with `does not` as the one word `doesn't`. */
const withContraction = (slots: Phrase['slots']): Phrase['slots'][] => {
  const place = slots.findIndex((slot, index) => index > 0 && slot.includes('not'))
  const verbs = place > 0 ? slots[place - 1]!.filter((word) => contracting.has(word)) : []
  if (verbs.length === 0) return [slots]
  return [slots, [...slots.slice(0, place - 1), verbs.map((verb) => `${verb}n't`), ...slots.slice(place + 1)]]
}

/** Compiles a context file. Triggers are phrases without gaps; anything else is a finding. */
export const compileTriggers = (source: Source<ContextFile>, forms: Forms, findings: Finding[]): Triggers => {
  const phrases: Phrase[] = []
  const definitions: Trigger[] = []
  const expanded = new Map<string, Piece>()
  const lists = new Map(Object.entries(source.content.lists))
  const add = (text: string, path: readonly PropertyKey[], trigger: Trigger): void => {
    const problem = (message: string): void => {
      findings.push({
        level: 'error',
        rule: 'context/bad-trigger',
        message: `trigger \`${text}\`: ${message}`,
        where: source.placeOf(path),
      })
    }
    const parsed = parseExpression(text)
    const sequence = 'problem' in parsed ? parsed.problem.message : sequenceOf(parsed.expression)
    if (typeof sequence === 'string') {
      problem(sequence)
      return
    }
    const { pieces } = expandSequence(sequence, {
      list: (name) => lists.get(name),
      forms,
      problem,
      expanded,
      open: [],
    })
    const piece = pieces[0]
    if (pieces.length !== 1 || piece?.kind !== 'variants') {
      problem('a trigger has no gaps, and its choices must be few enough to be written out')
      return
    }
    const output = definitions.length
    definitions.push(trigger)
    for (const { slots } of piece.variants)
      if (slots.length > 0) for (const each of withContraction(slots)) phrases.push({ slots: each, output })
  }
  for (const name of contextClasses) {
    const group = source.content.classes[name]
    if (!group) continue
    const bit = contextBit(name)
    for (const kind of ['before', 'after', 'both'] as const)
      for (const [index, { words, aside, triggers }] of group[kind].entries())
        for (const [place, text] of triggers.entries())
          add(text, ['classes', name, kind, index, 'triggers', place], { kind, bit, words, list: false, aside })
    for (const [place, text] of group.list.entries())
      add(text, ['classes', name, 'list', place], { kind: 'before', bit, words: 100, list: true, aside: false })
    for (const [place, text] of group.never.entries())
      add(text, ['classes', name, 'never', place], { kind: 'never', bit, words: 0, list: false, aside: false })
  }
  for (const [place, text] of source.content.terminators.entries())
    add(text, ['terminators', place], { kind: 'terminator', bit: 0, words: 0, list: false, aside: false })
  return { phrases, definitions }
}

const sequenceOf = (expression: Expression): Sequence | string =>
  expression.kind === 'sequence' ? expression.sequence : 'a trigger is a phrase, without operators'
