import type { Expression, Reach, Sequence, Unit } from './ast.ts'

/** What is wrong with a rule: the column (from 0) in its text, and what was found and expected. */
export interface Problem {
  readonly at: number
  readonly message: string
}

export type Parsed = { readonly expression: Expression } | { readonly problem: Problem }

const maxLength = 4000
const maxDepth = 20
const maxDistance = 100
/** Gaps and operators but OR: each may multiply the matches of the one before. */
const maxJoints = 100

interface Token {
  readonly kind: 'text' | 'open' | 'close' | 'choice-open' | 'choice-close' | 'bar' | 'gap' | 'operator'
  readonly text: string
  readonly at: number
}

/** Thrown and caught inside this file only: a rule is parsed to its first problem. */
interface Failure {
  readonly problem: Problem
}

const fail = (at: number, message: string): never => {
  throw { problem: { at, message } } satisfies Failure
}

const isFailure = (error: unknown): error is Failure =>
  typeof error === 'object' && error !== null && 'problem' in error

/** Parses a rule of the lexicon language (`lexicons/README.md`). */
export const parseExpression = (source: string): Parsed => {
  try {
    if (source.length > maxLength)
      fail(0, `a rule of ${source.length} characters; at most ${maxLength} are allowed: use a list`)
    const tokens = lex(source)
    const joints = tokens.filter(({ kind, text }) => kind === 'gap' || (kind === 'operator' && text !== 'OR'))
    const beyond = joints[maxJoints]
    if (beyond) fail(beyond.at, `${joints.length} gaps and operators; at most ${maxJoints} are allowed: split the rule`)
    const reader = { tokens, place: 0, end: source.length }
    const expression = parseOr(reader, 0)
    const rest = reader.tokens[reader.place]
    if (rest) fail(rest.at, `\`${rest.text}\` does not belong here; expected an operator or the end of the rule`)
    return { expression }
  } catch (error) {
    if (isFailure(error)) return { problem: error.problem }
    throw error
  }
}

const operatorPattern = /^(?:NEAR\/\d+|PRE\/\d+|AND(?:\/(?:answer|\d+s))?|NOT(?:\/(?:answer|\d+))?|OR)$/
const looksLikeOperator = /^(?:NEAR|PRE|AND|NOT|OR)(?:\/|$)/

const lex = (source: string): Token[] => {
  const tokens: Token[] = []
  const single: Record<string, Token['kind']> = {
    '(': 'open',
    ')': 'close',
    '[': 'choice-open',
    ']': 'choice-close',
    '|': 'bar',
  }
  let at = 0
  while (at < source.length) {
    const sign = source[at]!
    if (/\s/.test(sign)) {
      at++
      continue
    }
    const kind = single[sign]
    if (kind) {
      tokens.push({ kind, text: sign, at })
      at++
      continue
    }
    const end = sign === '{' ? endOfLemma(source, at) : endOfWord(source, at)
    const text = source.slice(at, end)
    if (/^~\d+$/.test(text)) tokens.push({ kind: 'gap', text, at })
    else if (operatorPattern.test(text)) tokens.push({ kind: 'operator', text, at })
    else if (looksLikeOperator.test(text))
      fail(
        at,
        `\`${text}\` is no operator; expected NEAR/n, PRE/n, AND, AND/2s, AND/answer, NOT, NOT/n, NOT/answer or OR`,
      )
    else tokens.push({ kind: 'text', text, at })
    at = end
  }
  return tokens
}

const endOfLemma = (source: string, at: number): number => {
  const close = source.indexOf('}', at)
  return close < 0 ? fail(at, '`{` is never closed; expected `{word}`') : close + 1
}

const endOfWord = (source: string, at: number): number => {
  let end = at
  while (end < source.length && !/[\s()[\]|{}]/.test(source[end]!)) end++
  return end === at ? fail(at, `\`${source[at]}\` does not belong here`) : end
}

interface Reader {
  readonly tokens: readonly Token[]
  place: number
  readonly end: number
}

const peek = (reader: Reader): Token | undefined => reader.tokens[reader.place]
const peekOperator = (reader: Reader, pattern: RegExp): Token | undefined => {
  const token = peek(reader)
  return token?.kind === 'operator' && pattern.test(token.text) ? token : undefined
}

const parseOr = (reader: Reader, depth: number): Expression => {
  if (depth > maxDepth)
    fail(peek(reader)?.at ?? reader.end, `brackets are nested more than ${maxDepth} deep; split the rule`)
  const options = [parseAnd(reader, depth)]
  while (peekOperator(reader, /^OR$/)) {
    reader.place++
    options.push(parseAnd(reader, depth))
  }
  return options.length === 1 ? options[0]! : { kind: 'or', options }
}

const parseAnd = (reader: Reader, depth: number): Expression => {
  let left = parseNear(reader, depth)
  for (let operator = peekOperator(reader, /^(?:AND|NOT)/); operator; operator = peekOperator(reader, /^(?:AND|NOT)/)) {
    reader.place++
    const right = parseNear(reader, depth)
    left = { kind: operator.text.startsWith('AND') ? 'and' : 'not', left, right, reach: reachOf(operator) }
  }
  return left
}

const reachOf = (operator: Token): Reach => {
  const argument = operator.text.split('/')[1]
  if (argument === undefined) return { kind: 'sentences', count: 1 }
  if (argument === 'answer') return { kind: 'answer' }
  const count = Number.parseInt(argument, 10)
  if (count > maxDistance)
    fail(operator.at, `\`${operator.text}\` reaches too far; at most ${maxDistance}, or \`/answer\``)
  if (argument.endsWith('s')) return { kind: 'sentences', count: Math.max(1, count) }
  return { kind: 'words', count }
}

const parseNear = (reader: Reader, depth: number): Expression => {
  let left = parsePrimary(reader, depth)
  for (
    let operator = peekOperator(reader, /^(?:NEAR|PRE)/);
    operator;
    operator = peekOperator(reader, /^(?:NEAR|PRE)/)
  ) {
    reader.place++
    const distance = Number.parseInt(operator.text.split('/')[1]!, 10)
    if (distance > maxDistance) fail(operator.at, `\`${operator.text}\` reaches too far; at most ${maxDistance} words`)
    const right = parsePrimary(reader, depth)
    left = { kind: 'near', left, right, distance, ordered: operator.text.startsWith('PRE') }
  }
  return left
}

const parsePrimary = (reader: Reader, depth: number): Expression => {
  const token = peek(reader)
  if (token?.kind !== 'open') return { kind: 'sequence', sequence: parseSequence(reader, depth, false) }
  reader.place++
  const inside = parseOr(reader, depth + 1)
  const close = peek(reader)
  if (close?.kind !== 'close') return fail(token.at, '`(` is never closed')
  reader.place++
  return inside
}

const parseSequence = (reader: Reader, depth: number, mayBeEmpty: boolean): Sequence => {
  const units: Unit[] = []
  const gaps: (number | undefined)[] = []
  let gap: Token | undefined
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === 'gap') {
      if (units.length === 0 || gap) fail(token.at, `\`${token.text}\` needs a word before and after it`)
      gap = token
      reader.place++
      continue
    }
    if (token.kind !== 'text' && token.kind !== 'choice-open') break
    if (units.length > 0) gaps.push(gap ? Math.min(maxDistance, Number.parseInt(gap.text.slice(1), 10)) : undefined)
    gap = undefined
    units.push(parseUnit(reader, depth))
  }
  if (gap) fail(gap.at, `\`${gap.text}\` needs a word after it`)
  if (units.length === 0 && !mayBeEmpty) {
    const found = peek(reader)
    fail(
      found?.at ?? reader.end,
      found ? `\`${found.text}\` found where a term was expected` : 'the rule ends where a term was expected',
    )
  }
  return { units, gaps }
}

const parts: Record<string, 'verb' | 'noun' | 'adjective'> = { v: 'verb', n: 'noun', a: 'adjective' }

const parseUnit = (reader: Reader, depth: number): Unit => {
  const token = peek(reader)!
  reader.place++
  if (token.kind === 'choice-open') return parseChoice(reader, token, depth)
  const { text } = token
  if (text.startsWith('{')) {
    const found = /^\{([^{}:]+)(?::([a-z]+))?\}$/.exec(text)
    const part = found?.[2]
    if (!found || (part !== undefined && !parts[part]))
      return fail(
        token.at,
        `\`${text}\` is no word in all its forms; expected \`{word}\`, \`{word:v}\`, \`{word:n}\` or \`{word:a}\``,
      )
    return { kind: 'lemma', text: found[1]!.trim(), part: part === undefined ? undefined : parts[part] }
  }
  if (text.startsWith('@')) {
    if (!/^@[a-z][\w-]*$/.test(text))
      fail(token.at, `\`${text}\` is no list; expected \`@name\` of small letters, digits and hyphens`)
    return { kind: 'list', name: text.slice(1) }
  }
  if (text.startsWith('='))
    return text.length > 1 ? { kind: 'exact', text: text.slice(1) } : fail(token.at, '`=` needs a word after it')
  if (/^[*?]+$/.test(text)) return fail(token.at, `\`${text}\` alone would find every word; use a gap such as \`~1\``)
  return { kind: 'word', text }
}

const parseChoice = (reader: Reader, open: Token, depth: number): Unit => {
  if (depth > maxDepth) fail(open.at, `brackets are nested more than ${maxDepth} deep; split the rule`)
  const options: Sequence[] = []
  for (;;) {
    options.push(parseSequence(reader, depth + 1, true))
    const token = peek(reader)
    if (token?.kind === 'bar') {
      reader.place++
      continue
    }
    if (token?.kind === 'choice-close') {
      reader.place++
      return { kind: 'choice', options }
    }
    if (!token) return fail(open.at, '`[` is never closed')
    fail(token.at, `\`${token.text}\` does not belong between \`[\` and \`]\`: only terms, gaps and \`|\``)
  }
}
