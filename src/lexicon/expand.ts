import { foldWords } from '../text/fold.ts'
import type { Sequence, Unit } from './expression/ast.ts'
import { parseExpression } from './expression/parse.ts'
import type { Forms } from './forms/inflect.ts'
import { spellings } from './forms/spelling.ts'

/** A letter-exact condition on one word of a phrase; `*` and `?` are wildcards. */
export interface Check {
  readonly slot: number
  readonly surface: string
}

/** A phrase without gaps: for each place the words that may stand there. */
export interface Variant {
  readonly slots: readonly (readonly string[])[]
  readonly checks: readonly Check[]
}

/** What a sequence comes to: pieces with gaps between them, each piece a choice of variants or of longer sequences. */
export type Piece =
  | { readonly kind: 'variants'; readonly variants: readonly Variant[] }
  | { readonly kind: 'options'; readonly options: readonly Pieces[] }

/** Pieces in order; `gaps[i]` stands before piece i + 1: words between, or `undefined` for "at once". */
export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly gaps: readonly (number | undefined)[]
}

/** More phrases than this from one run of units are matched as neighbours instead of being written out. */
const maxPhrases = 3000

export interface Expander {
  /** Terms of a list by name, parsed; `undefined` where there is none. */
  readonly list: (name: string) => readonly string[] | undefined
  readonly forms: Forms
  /** Told of each thing that is wrong, once per rule. */
  readonly problem: (message: string) => void
  /** Lists that were expanded before, by name. */
  readonly expanded: Map<string, Piece>
  /** Names of the lists being expanded, against lists that contain themselves. */
  readonly open: readonly string[]
}

/** Expands lemmas, lists and choices of a sequence. */
export const expandSequence = (sequence: Sequence, expander: Expander): Pieces => {
  const pieces: Piece[] = []
  const gaps: (number | undefined)[] = []
  sequence.units.forEach((unit, index) => {
    const piece = expandUnit(unit, expander)
    const gap = index === 0 ? undefined : sequence.gaps[index - 1]
    const last = pieces[pieces.length - 1]
    const joined = index > 0 && gap === undefined && last ? join(last, piece) : undefined
    if (joined) pieces[pieces.length - 1] = joined
    else {
      if (index > 0) gaps.push(gap)
      pieces.push(piece)
    }
  })
  return { pieces, gaps }
}

/** Two neighbouring pieces written out as one, where both are phrases and not too many. */
const join = (left: Piece, right: Piece): Piece | undefined => {
  if (left.kind !== 'variants' || right.kind !== 'variants') return undefined
  if (phraseCount(left.variants) * phraseCount(right.variants) > maxPhrases) return undefined
  const variants = left.variants.flatMap((a) =>
    right.variants.map((b) => ({
      slots: [...a.slots, ...b.slots],
      checks: [...a.checks, ...b.checks.map((check) => ({ ...check, slot: check.slot + a.slots.length }))],
    })),
  )
  return { kind: 'variants', variants: mergeSingleWords(variants) }
}

const phraseCount = (variants: readonly Variant[]): number =>
  variants.reduce((sum, { slots }) => sum + slots.reduce((product, slot) => product * slot.length, 1), 0)

const expandUnit = (unit: Unit, expander: Expander): Piece => {
  switch (unit.kind) {
    case 'word':
      return wordPiece(unit.text, expander)
    case 'exact':
      return exactPiece(unit.text, expander)
    case 'lemma': {
      const forms = expander.forms.of(unit.text, unit.part)
      return { kind: 'variants', variants: mergeSingleWords(forms.flatMap((form) => phraseVariants(form))) }
    }
    case 'list':
      return listPiece(unit.name, expander)
    case 'choice':
      return choicePiece(unit.options.map((option) => expandSequence(option, expander)))
  }
}

/** Letters that nobody writes stand for the wildcards while the words around them are folded. */
const standIns = { '*': '\ua2b0', '?': '\ua2b1' }

/** The words of a term with wildcards, folded as the kernel compares them. */
export const foldWildcards = (text: string): readonly string[] =>
  foldWords(text.replaceAll('*', standIns['*']).replaceAll('?', standIns['?'])).map((word) =>
    word.replaceAll(standIns['*'], '*').replaceAll(standIns['?'], '?'),
  )

const wordPiece = (text: string, expander: Expander): Piece => {
  if (/[*?]/.test(text)) {
    const slots = foldWildcards(text).map((word) => [word])
    return { kind: 'variants', variants: [{ slots, checks: [] }] }
  }
  const variants = phraseVariants(text)
  if (variants.length === 0)
    expander.problem(`\`${text}\` has no letters or digits, so it cannot match; expected a word`)
  return { kind: 'variants', variants }
}

/** Exact spelling of one word, which may have wildcards: the word as such is found, then its letters are compared. */
const exactPiece = (text: string, expander: Expander): Piece => {
  const folded = foldWildcards(text)
  if (folded.length !== 1 || /^[*?]+$/.test(folded[0]!))
    expander.problem(`\`=${text}\` is not one word; exact spelling is for one word, such as \`=CITES\``)
  return { kind: 'variants', variants: [{ slots: folded.map((word) => [word]), checks: [{ slot: 0, surface: text }] }] }
}

const phraseVariants = (text: string): Variant[] => {
  const words = foldWords(text)
  return words.length === 0 ? [] : [{ slots: words.map(spellings), checks: [] }]
}

const listPiece = (name: string, expander: Expander): Piece => {
  const known = expander.expanded.get(name)
  if (known) return known
  const terms = expander.list(name)
  if (!terms) {
    expander.problem(`list \`@${name}\` is not defined in this file nor in a file of its \`use\``)
    return { kind: 'variants', variants: [] }
  }
  if (expander.open.includes(name)) {
    expander.problem(
      `list \`@${name}\` contains itself: ${[...expander.open, name].map((each) => `@${each}`).join(' → ')}`,
    )
    return { kind: 'variants', variants: [] }
  }
  const inner = { ...expander, open: [...expander.open, name] }
  const options: Pieces[] = []
  for (const term of terms) {
    const parsed = parseExpression(term)
    if ('problem' in parsed) inner.problem(`in list \`@${name}\`, term \`${term}\`: ${parsed.problem.message}`)
    else if (parsed.expression.kind !== 'sequence')
      inner.problem(`in list \`@${name}\`, term \`${term}\` has an operator; a list holds terms only`)
    else options.push(expandSequence(parsed.expression.sequence, inner))
  }
  const piece = choicePiece(options)
  expander.expanded.set(name, piece)
  return piece
}

const choicePiece = (options: readonly Pieces[]): Piece => {
  const flat: Variant[] = []
  const nested: Pieces[] = []
  for (const option of options) {
    if (option.pieces.length === 0) flat.push({ slots: [], checks: [] })
    else if (option.pieces.length === 1 && option.pieces[0]!.kind === 'variants')
      flat.push(...option.pieces[0]!.variants)
    else nested.push(option)
  }
  const variants: Piece = { kind: 'variants', variants: mergeSingleWords(flat) }
  if (nested.length === 0) return variants
  return { kind: 'options', options: flat.length === 0 ? nested : [{ pieces: [variants], gaps: [] }, ...nested] }
}

/** Variants of one word each become one slot with a choice, so that a list of words stays one phrase. */
const mergeSingleWords = (variants: readonly Variant[]): Variant[] => {
  const single = variants.filter(({ slots, checks }) => slots.length === 1 && checks.length === 0)
  if (single.length < 2) return [...variants]
  const words = [...new Set(single.flatMap(({ slots }) => slots[0]!))]
  return [{ slots: [words], checks: [] }, ...variants.filter((variant) => !single.includes(variant))]
}
