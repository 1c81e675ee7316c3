import { foldWildcards } from '../lexicon/expand.ts'
import type { Expression, Sequence, Unit } from '../lexicon/expression/ast.ts'
import { parseExpression } from '../lexicon/expression/parse.ts'
import type { LexiconFile, Source } from '../lexicon/schema.ts'
import type { Place } from '../model/finding.ts'

/** Something that a writer wrote as one of several ways to say it: an item of a list, an alternative in a rule. */
export interface Term {
  readonly text: string
  readonly sequence: Sequence
}

/** A list, a rule or an exclusion, with the terms it offers. */
export interface TermGroup {
  readonly kind: 'list' | 'rule' | 'exclusion'
  /** As readers of findings know it: `@officers`, or the rule as written. */
  readonly name: string
  readonly source: Source<LexiconFile>
  readonly place: Place
  readonly terms: readonly Term[]
  /** Wildcards in it, folded, each once. */
  readonly wildcards: readonly string[]
  /** Those of them that stand alone, without a word beside them that holds them in check. */
  readonly lone: ReadonlySet<string>
  /** Names of the lists it refers to. */
  readonly lists: readonly string[]
}

/** All lists, rules and exclusions of some lexicons, in the order of the files. Rules come in the compiler's order. */
export const termGroups = (sources: readonly Source<LexiconFile>[]): readonly TermGroup[] =>
  sources.flatMap((source) => {
    const { lists, codes } = source.content
    const group = (kind: TermGroup['kind'], name: string, path: readonly PropertyKey[], texts: readonly string[]) => {
      const expressions = texts.flatMap(parsed)
      const sequences = expressions.flatMap(sequencesOf).flatMap(withInner)
      const units = sequences.flatMap((sequence) => sequence.units)
      return {
        kind,
        name,
        source,
        place: source.placeOf(path),
        terms: kind === 'list' ? expressions.flatMap(itemOf) : expressions.flatMap(alternativesOf),
        wildcards: [...new Set(units.flatMap(wildcardsOf))],
        lone: new Set(
          sequences.flatMap((sequence) => (sequence.units.length === 1 ? sequence.units : [])).flatMap(wildcardsOf),
        ),
        lists: [...new Set(units.flatMap((unit) => (unit.kind === 'list' ? [unit.name] : [])))],
      }
    }
    return [
      ...Object.entries(lists).map(([name, terms]) => group('list', `@${name}`, ['lists', name], terms)),
      ...Object.entries(codes).flatMap(([code, { rules, not }]) => [
        ...rules.map((rule, index) => {
          const text = typeof rule === 'string' ? rule : rule.rule
          return group('rule', text, ['codes', code, 'rules', index], [text])
        }),
        ...not.map((text, index) => group('exclusion', text, ['codes', code, 'not', index], [text])),
      ]),
    ]
  })

const parsed = (text: string): readonly Expression[] => {
  const result = parseExpression(text)
  return 'problem' in result ? [] : [result.expression]
}

const sequencesOf = (expression: Expression): readonly Sequence[] => {
  if (expression.kind === 'sequence') return [expression.sequence]
  if (expression.kind === 'or') return expression.options.flatMap(sequencesOf)
  return [...sequencesOf(expression.left), ...sequencesOf(expression.right)]
}

/** A sequence and those in its choices. */
const withInner = (sequence: Sequence): readonly Sequence[] => [
  sequence,
  ...sequence.units.flatMap((unit) => (unit.kind === 'choice' ? unit.options.flatMap(withInner) : [])),
]

const wildcardsOf = (unit: Unit): readonly string[] =>
  unit.kind === 'word' && /[*?]/.test(unit.text) ? foldWildcards(unit.text).filter((word) => /[*?]/.test(word)) : []

const itemOf = (expression: Expression): readonly Term[] =>
  expression.kind === 'sequence' ? [term(expression.sequence)] : []

/** Of each phrase the options of its choices; of a phrase without choices and lists, the phrase. */
const alternativesOf = (expression: Expression): readonly Term[] =>
  sequencesOf(expression).flatMap((sequence) => {
    const choices = sequence.units.flatMap((unit) => (unit.kind === 'choice' ? unit.options : []))
    if (choices.length > 0)
      return choices.filter(({ units }) => units.some(({ kind }) => kind !== 'list')).map((option) => term(option))
    return sequence.units.some(({ kind }) => kind === 'list') ? [] : [term(sequence)]
  })

const term = (sequence: Sequence): Term => ({ text: sequenceText(sequence), sequence })

const sequenceText = ({ units, gaps }: Sequence): string =>
  units
    .map((unit, index) => {
      const gap = index === 0 ? undefined : gaps[index - 1]
      return `${index === 0 ? '' : gap === undefined ? ' ' : ` ~${gap} `}${unitText(unit)}`
    })
    .join('')

const unitText = (unit: Unit): string => {
  if (unit.kind === 'word') return unit.text
  if (unit.kind === 'exact') return `=${unit.text}`
  if (unit.kind === 'list') return `@${unit.name}`
  if (unit.kind === 'choice') return `[${unit.options.map(sequenceText).join('|')}]`
  return `{${unit.text}${unit.part ? `:${unit.part[0]}` : ''}}`
}
