import { describe, expect, it } from 'vitest'
import { reader } from './reading.ts'

const hits = (rule: string, text: string): string[] =>
  reader({ codes: { c: [rule] } })
    .read(text)
    .map((hit) => hit.slice(2))

type Row = readonly [name: string, rule: string, text: string, expected: readonly string[]]

const rows: readonly Row[] = [
  ['NEAR needs two words, though both operands are one', 'a NEAR/5 a', 'x a x', []],
  ['NEAR of a word with itself', 'a NEAR/5 a', 'x a b a x', ['a b a']],
  ['NEAR counts the words strictly between', 'a NEAR/2 b', 'a x x b', ['a x x b']],
  ['NEAR is not met one word farther off', 'a NEAR/2 b', 'a x x x b', []],
  ['NEAR does not count punctuation', 'a NEAR/2 b', 'a, (x) – x: b', ['a, (x) – x: b']],
  ['NEAR counts from the end of a phrase', '[a b c] NEAR/1 d', 'a b c x d', ['a b c x d']],
  ['NEAR has no order', 'a NEAR/1 b', 'b x a', ['b x a']],
  ['PRE has', 'a PRE/1 b', 'b x a', []],
  ['NEAR keeps to the sentence', 'a NEAR/9 b', 'x a. B x', []],
  ['NEAR keeps to its side of a semicolon', 'a NEAR/9 b', 'x a; b x', []],
  ['NEAR finds the nearest pair only', 'a NEAR/9 b', 'a a b', ['a b']],
  ['NEAR finds every minimal pair', 'a NEAR/9 b', 'a x b; b a', ['a x b', 'b a']],
  ['NEAR of operands that share words', '[a b] NEAR/5 [b c]', 'a b c', []],
  ['NEAR of operands inside each other', '(a NEAR/5 c) NEAR/5 b', 'a b c', ['a b c']],
  ['a gap has an order', 'a ~1 b', 'a x b x a', ['a x b']],
  ['a gap may cross a comma', 'a ~1 b', 'a, x, b', ['a, x, b']],
  ['a gap does not cross a semicolon', 'a ~3 b', 'a; b', []],
  ['no gap means next to each other', '[a|x y] [b|z]', 'x y b', ['x y b']],
  ['an optional word', 'a [the|] b', 'a b, a the b', ['a b', 'a the b']],
  ['an optional word beside a gap', 'a ~2 [the|] b', 'a x x b, a x the b', ['a x x b', 'a x the b']],
  ['AND in one sentence spans both', 'a AND b', 'a x x x b', ['a x x x b']],
  ['AND not over the end of the sentence', 'cat AND dog', 'My cat. Your dog', []],
  ['AND over two sentences has the first as its evidence', 'cat AND/2s dog', 'My cat. Your dog', ['cat']],
  ['AND over two sentences does not reach a third', 'cat AND/2s dog', 'My cat. His cow. Your dog', []],
  ['AND in the answer', 'cat AND/answer dog', 'My cat. His cow. Your dog', ['cat']],
  ['AND with a word between the words of the other', 'a NEAR/5 c AND b', 'a b c', ['a b c']],
  ['NOT in the sentence', 'cat NOT dog', 'A cat and a dog. Our cat', ['cat']],
  ['NOT within words', 'cat NOT/2 dog', 'A cat x x dog. A cat x x x dog', ['cat']],
  ['NOT in the answer', 'cat NOT/answer dog', 'My cat. Your dog', []],
  ['NOT of a phrase that holds the word', 'a NOT/0 [a b]', 'a b, x a c', ['a']],
  ['OR takes either', 'a OR b', 'b a', ['b', 'a']],
  ['OR binds last', 'a b OR c NEAR/1 d', 'c d', ['c d']],
  ['brackets group', '(a OR c) NEAR/1 d', 'c d. A d', ['c d', 'A d']],
  [
    'a wildcard and the word it catches in one slot',
    '[train*|training] officer',
    'training officer',
    ['training officer'],
  ],
  ['a wildcard of several words', 'anti-traffick* law', 'the anti trafficking law', ['anti trafficking law']],
]

describe('combining terms', () => {
  for (const [name, rule, text, expected] of rows) it(name, () => expect(hits(rule, text)).toEqual(expected))

  it('gives a hit once, though a word is both written out and caught by a wildcard', () => {
    const { hits } = reader({ codes: { c: ['[a*|ab*|abc] x'] } })
    expect(hits('abc x').length).toBe(1)
  })

  it('says what is wrong where too many optional words stand beside gaps', () => {
    const { findings } = reader({ codes: { c: [`${'[a|] ~1 '.repeat(9)}b`] } })
    expect(findings.map(({ message }) => message).join()).toContain('9 optional words')
  })
})

describe('overlaps', () => {
  const two = { x: ['a b', 'b'], y: ['b c', 'a b c d'] }
  const read = (overlap: 'per-code' | 'global-longest' | 'leftmost-longest', text: string): string[] =>
    reader({ codes: two, overlap }).read(text)

  it('per code: the longest of a code; codes do not disturb each other', () => {
    expect(read('per-code', 'a b c')).toEqual(['x:a b', 'y:b c'])
    expect(read('per-code', 'a b c d')).toEqual(['x:a b', 'y:a b c d'])
  })

  it('of all codes the longest: what is wholly inside goes, what is partly inside stays', () => {
    expect(read('global-longest', 'a b c')).toEqual(['x:a b', 'y:b c'])
    expect(read('global-longest', 'a b c d')).toEqual(['y:a b c d'])
  })

  it('leftmost and longest: no two hits share a word', () => {
    expect(read('leftmost-longest', 'a b c')).toEqual(['x:a b'])
    expect(read('leftmost-longest', 'a b c d b')).toEqual(['y:a b c d', 'x:b'])
  })

  it('a hit that gives way stays, with the words of the one that wins', () => {
    const { hits } = reader({ codes: two, overlap: 'global-longest' })
    expect(hits('a b c d').map(({ rule, suppressed }) => [rule.text, suppressed])).toEqual([
      ['a b', { by: 'overlap', because: 'a b c d' }],
      ['a b c d', undefined],
      ['b', { by: 'overlap', because: 'a b c d' }],
      ['b c', { by: 'overlap', because: 'a b c d' }],
    ])
  })
})
