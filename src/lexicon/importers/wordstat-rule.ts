import { termOf } from './term.ts'

/** A rule in our language, or why there is none. */
export type WordstatRule =
  | { readonly rule: string; readonly sample: string; readonly doubt: string }
  | { readonly problem: string }

/** Gives a list of ours for a category that a rule names, with one of its words. */
export type Reference = (category: string) => { readonly list: string; readonly sample: string } | undefined

const shape = /^(\S+)\s+(NOT\s+)?(NEAR|BEFORE|AFTER)\s+(\S+)(?:\s*\/\s*S\s*(\d+)?)?$/i
/** Words between where a rule states none: a sentence's worth. */
const wholeSentence = 50

/** `#A AFTER #B /S 3` and its kin: two operands, of which either may be a category, in one sentence. */
export const wordstatRule = (body: string, reference: Reference): WordstatRule => {
  const found = shape.exec(body.trim())
  if (!found)
    return {
      problem: 'only `A NEAR B`, `A BEFORE B` and `A AFTER B`, with or without NOT and `/S n`, have an equivalent',
    }
  const [, first, not, operator, second, distance] = found
  const left = operandOf(first!, reference)
  const right = operandOf(second!, reference)
  if ('problem' in left) return left
  if ('problem' in right) return right
  const words = Math.min(100, Number(distance ?? wholeSentence))
  const pair = pairOf(operator!.toUpperCase(), left.text, right.text, words)
  const doubt = 'how WordStat counts the distance is not documented, so compare a few texts'
  if (not)
    return {
      rule: `${left.text} NOT/0 (${pair})`,
      sample: left.sample,
      doubt: `${doubt}; a match of the first operand that touches such a pair is left out too`,
    }
  const samples = operator!.toUpperCase() === 'AFTER' ? [right.sample, left.sample] : [left.sample, right.sample]
  return { rule: pair, sample: samples.join(' '), doubt }
}

const pairOf = (operator: string, left: string, right: string, words: number): string => {
  if (operator === 'NEAR') return `${left} NEAR/${words} ${right}`
  return operator === 'BEFORE' ? `${left} PRE/${words} ${right}` : `${right} PRE/${words} ${left}`
}

const operandOf = (operand: string, reference: Reference): { text: string; sample: string } | { problem: string } => {
  if (operand.startsWith('#')) {
    const category = reference(operand.slice(1))
    return category
      ? { text: category.list, sample: category.sample }
      : { problem: `there is no category \`${operand.slice(1)}\` with terms` }
  }
  const term = termOf(operand, { question: 'letter', joiner: '_' }, () => {})
  return term ? { text: term.rule, sample: term.sample } : { problem: `\`${operand}\` has no letters or digits` }
}
