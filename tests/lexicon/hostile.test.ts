import { describe, expect, it } from 'vitest'
import { parseExpression } from '../../src/lexicon/expression/parse.ts'
import { english, reader } from './reading.ts'

const many = 30_000
const all = reader({
  codes: {
    plain: ['training', '*ing'],
    near: ['training NEAR/5 officers', '(training NEAR/100 officers) NEAR/100 training'],
    and: ['training AND officers', '(training AND/answer officers) AND/2s a'],
    not: ['training NOT officers', 'training NOT/5 officers', 'training NOT/answer zebra'],
    vetoed: [{ rule: 'training', veto: ['negated', 'lacking', 'others'] }],
  },
  not: { plain: ['training officers', '(a NEAR/100 officers)'] },
  context: english,
})

const texts: readonly (readonly [name: string, text: string])[] = [
  ['a million letters without a blank', 'a'.repeat(1_000_000)],
  ['a million letters with marks between', 'ae\u0301'.repeat(333_333)],
  ['a million stops', '.'.repeat(1_000_000)],
  ['stops and blanks', '. '.repeat(500_000)],
  ['apostrophes', "'".repeat(1_000_000)],
  ['letters and apostrophes', "a'".repeat(500_000)],
  ['combining marks at the start', '\u0301'.repeat(100_000)],
  ['combining marks on one letter', `training a${'\u0301'.repeat(100_000)}`],
  ['lone surrogates', '\ud800a\udc00'.repeat(many)],
  ['NUL', '\u0000training'.repeat(many / 3)],
  ['letters above U+FFFF', '𝐚𝐛'.repeat(many)],
  ['"no" without end', 'no '.repeat(100_000)],
  ['"no lack of" without end', 'no lack of '.repeat(many)],
  ['triggers of all kinds', 'no training should abroad is limited but '.repeat(many / 10)],
  ['triggers that reach far', 'elsewhere '.repeat(100_000)],
  ['hits among far triggers', 'training elsewhere '.repeat(many / 5)],
  ['hits and lack behind them', 'training is limited '.repeat(many / 3)],
  ['heads of lists without end', 'challenges include training '.repeat(many / 4)],
  ['repeated hits', 'training '.repeat(many / 2)],
  ['repeated pairs', 'training officers '.repeat(many / 10)],
  ['pairs far apart', 'training a officers '.repeat(many / 10)],
  ['one word of the pair at each end', `officers ${'training '.repeat(many / 3)} officers`],
  ['pairs a sentence', 'No training. Officers a. '.repeat(many / 5)],
  ['items below one heading', `Challenges:\n${'- training of officers\n'.repeat(many / 5)}`],
  [
    'items below a heading full of triggers',
    `${'no '.repeat(many / 5)}:\n${'- training of officers\n'.repeat(many / 5)}`,
  ],
  ['items below no heading', '- training of officers\n'.repeat(many / 5)],
  ['headings', 'Training\n\n'.repeat(many / 5)],
  ['open quotes', '“'.repeat(many)],
  ['quotes and triggers', '“Preventing no training” no '.repeat(many / 5)],
  ['semicolons', 'training; officers; '.repeat(many / 5)],
]

describe('a hostile answer', () => {
  for (const [name, text] of texts)
    it(`is read in linear time: ${name}`, () => {
      expect(all.hits(text).every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true)
    }, 5000)

  it('that only repeats the question, many times, is read in linear time', () => {
    const question = 'Please describe the training of officers in your country'
    const echo = reader({ codes: { c: ['training'] }, questionText: question })
    expect(echo.read(`${question}. `.repeat(10_000))).toEqual([])
  }, 5000)

  it('finds all hits however many there are', () => {
    expect(
      reader({ codes: { c: ['training NEAR/5 officers'] } }).read('training a officers. '.repeat(5000)).length,
    ).toBe(5000)
  })
})

describe('a hostile rule', () => {
  const rules: readonly (readonly [string, string])[] = [
    ['brackets', '('.repeat(3999)],
    ['choices in choices', '['.repeat(3999)],
    ['closed brackets in brackets', `${'('.repeat(1900)}a${')'.repeat(1900)}`],
    ['a chain of operators', Array(350).fill('a').join(' NEAR/1 ')],
    ['a chain of gaps', Array(900).fill('a').join(' ~1 ')],
    ['a chain of choices', Array(600).fill('[a|b]').join(' ')],
    ['a chain of optional words', Array(250).fill('[a|] ~1').join(' ').concat(' a')],
    ['optional choices in choices', `${'[[a|] ~1 '.repeat(18)}b${']'.repeat(18)}`],
    ['wildcards', `a${'*a'.repeat(1900)}`],
    ['bars', `[${'|'.repeat(3900)}]`],
    ['too long', 'a'.repeat(4001)],
  ]
  for (const [name, rule] of rules)
    it(`ends at once, with a finding or a program: ${name}`, () => {
      const { findings, read } = reader({ codes: { c: [rule] } })
      if (findings.length === 0) read('a b a b a b a a a a aaaaaaaaaaaaaaaaaaaaa '.repeat(20))
      else expect(findings.every(({ message }) => message.length < 5000)).toBe(true)
    }, 5000)

  it('says where it goes wrong', () => {
    expect(parseExpression('a NEAR/5 (b OR c')).toEqual({ problem: { at: 9, message: '`(` is never closed' } })
  })
})
