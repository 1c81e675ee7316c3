import type { Check, Expander, Piece, Pieces } from './expand.ts'
import { expandSequence } from './expand.ts'
import type { Expression, Reach } from './expression/ast.ts'
import type { Phrase } from './kernel/kernel.ts'

/** A node of the compiled rules. Equal sub-expressions share one node, so each is evaluated once an answer. */
export type Node =
  | { readonly kind: 'atom'; readonly atom: number }
  | {
      readonly kind: 'near'
      readonly left: number
      readonly right: number
      readonly distance: number
      readonly ordered: boolean
      readonly adjacent: boolean
    }
  | { readonly kind: 'and'; readonly left: number; readonly right: number; readonly reach: Reach }
  | { readonly kind: 'not'; readonly left: number; readonly right: number; readonly reach: Reach }
  | { readonly kind: 'or'; readonly options: readonly number[] }
  | { readonly kind: 'nothing' }

/** A set of phrases that mean one thing to the rules; `checks` are letter-exact conditions of some of its phrases. */
export interface FindDefinition {
  readonly atom: number
  readonly checks: readonly Check[]
}

/** Collects nodes and phrases while rules are compiled. */
export interface ProgramBuilder {
  readonly nodes: Node[]
  readonly nodeOf: Map<string, number>
  readonly phrases: Phrase[]
  readonly finds: FindDefinition[]
  /** For each atom: how common its words are likely to be (small is rare). */
  readonly weights: number[]
}

/** A program without nodes. */
export const createProgram = (): ProgramBuilder => ({
  nodes: [],
  nodeOf: new Map(),
  phrases: [],
  finds: [],
  weights: [],
})

/** Adds an expression; gives its node. */
export const addExpression = (program: ProgramBuilder, expression: Expression, expander: Expander): number => {
  switch (expression.kind) {
    case 'sequence': {
      const pieces = expandSequence(expression.sequence, expander)
      const optional = optionals(pieces)
      if (optional <= maxOptional) return addPieces(program, pieces)
      expander.problem(
        `${optional} optional words beside gaps or long lists; at most ${maxOptional} can be tried with and without`,
      )
      return addNode(program, { kind: 'nothing' })
    }
    case 'or':
      return addNode(program, {
        kind: 'or',
        options: expression.options.map((option) => addExpression(program, option, expander)),
      })
    case 'near':
      return addNode(program, {
        kind: 'near',
        left: addExpression(program, expression.left, expander),
        right: addExpression(program, expression.right, expander),
        distance: expression.distance,
        ordered: expression.ordered,
        adjacent: false,
      })
    case 'and':
    case 'not':
      return addNode(program, {
        kind: expression.kind,
        left: addExpression(program, expression.left, expander),
        right: addExpression(program, expression.right, expander),
        reach: expression.reach,
      })
  }
}

const addPieces = (program: ProgramBuilder, { pieces, gaps }: Pieces): number => {
  if (pieces.length === 0) return addNode(program, { kind: 'nothing' })
  const optional = pieces.length > 1 ? pieces.findIndex(isOptional) : -1
  if (optional >= 0) return addOptional(program, { pieces, gaps }, optional)
  let left = addPiece(program, pieces[0]!)
  for (let index = 1; index < pieces.length; index++) {
    const gap = gaps[index - 1]
    const right = addPiece(program, pieces[index]!)
    left = addNode(program, {
      kind: 'near',
      left,
      right,
      distance: gap ?? 0,
      ordered: true,
      adjacent: gap === undefined,
    })
  }
  return left
}

/** Each optional piece of a sequence doubles its readings. */
const maxOptional = 6

/** Most optional pieces in a sequence, or in one of the sequences in it. */
const optionals = ({ pieces }: Pieces): number =>
  pieces.length < 2 && pieces[0]?.kind === 'variants'
    ? 0
    : pieces.reduce(
        (sum, piece) =>
          sum + (piece.kind === 'options' ? Math.max(...piece.options.map(optionals)) : isOptional(piece) ? 1 : 0),
        0,
      )

const isOptional = (piece: Piece): boolean =>
  piece.kind === 'variants' && piece.variants.some(({ slots }) => slots.length === 0)

/** A piece that may be left out, beside a gap: the sequence with it, or the sequence without it and with the wider gap. */
const addOptional = (program: ProgramBuilder, { pieces, gaps }: Pieces, index: number): number => {
  const piece = pieces[index]!
  const full =
    piece.kind === 'variants' ? { ...piece, variants: piece.variants.filter(({ slots }) => slots.length > 0) } : piece
  const before = index === 0 ? undefined : gaps[index - 1]
  const after = gaps[index]
  const merged = before === undefined ? after : after === undefined ? before : Math.max(before, after)
  const kept =
    index === 0
      ? gaps.slice(1)
      : index === pieces.length - 1
        ? gaps.slice(0, -1)
        : [...gaps.slice(0, index - 1), merged, ...gaps.slice(index + 1)]
  const options = [
    addPieces(program, { pieces: pieces.map((each, place) => (place === index ? full : each)), gaps }),
    addPieces(program, { pieces: pieces.filter((_, place) => place !== index), gaps: kept }),
  ]
  return addNode(program, { kind: 'or', options })
}

const addPiece = (program: ProgramBuilder, piece: Piece): number => {
  if (piece.kind === 'options')
    return addNode(program, { kind: 'or', options: piece.options.map((option) => addPieces(program, option)) })
  const variants = piece.variants.filter(({ slots }) => slots.length > 0)
  if (variants.length === 0) return addNode(program, { kind: 'nothing' })
  const key = `atom ${JSON.stringify(variants)}`
  const known = program.nodeOf.get(key)
  if (known !== undefined) return known
  const atom = program.weights.length
  program.weights.push(
    variants.reduce(
      (sum, { slots }) => sum + slots.reduce((product, slot) => product * Math.min(1, slot.length / 50), 1),
      0,
    ),
  )
  const plain = program.finds.length
  program.finds.push({ atom, checks: [] })
  for (const { slots, checks } of variants) {
    let output = plain
    if (checks.length > 0) {
      output = program.finds.length
      program.finds.push({ atom, checks })
    }
    program.phrases.push({ slots, output })
  }
  const node = program.nodes.length
  program.nodes.push({ kind: 'atom', atom })
  program.nodeOf.set(key, node)
  return node
}

const addNode = (program: ProgramBuilder, node: Node): number => {
  const key = JSON.stringify(node)
  const known = program.nodeOf.get(key)
  if (known !== undefined) return known
  const id = program.nodes.length
  program.nodes.push(node)
  program.nodeOf.set(key, id)
  return id
}

/** Atoms of which at least one must be found for the node to match at all, the rarest choice of them. */
export const requiredAtoms = (program: ProgramBuilder, node: number): readonly number[] => {
  const found = program.nodes[node]!
  switch (found.kind) {
    case 'nothing':
      return []
    case 'atom':
      return [found.atom]
    case 'or':
      return [...new Set(found.options.flatMap((option) => requiredAtoms(program, option)))]
    case 'not':
      return requiredAtoms(program, found.left)
    case 'near':
    case 'and': {
      const left = requiredAtoms(program, found.left)
      const right = requiredAtoms(program, found.right)
      const weight = (atoms: readonly number[]): number => atoms.reduce((sum, atom) => sum + program.weights[atom]!, 0)
      return weight(left) <= weight(right) ? left : right
    }
  }
}
