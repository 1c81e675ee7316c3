import { expect, it } from 'vitest'
import { codingErrors } from '../../src/app/coding-errors.ts'
import type { Coding } from '../../src/model/coding.ts'
import type { Tag } from '../../src/model/tag.ts'

const tag = (code: string, suppressed?: Tag['suppressed']): Tag => ({
  answer: 'a/q',
  code,
  start: 0,
  end: 4,
  quote: 'word',
  lexicon: 'l',
  rule: `rule of ${code}`,
  context: [],
  ...(suppressed && { suppressed }),
})
const coding = (code: string, status: Coding['status'] = 'suggested'): Coding => ({
  id: `a/q=${code}`,
  respondent: 'a',
  question: 'q',
  code,
  label: code,
  status,
  spans: [{ start: 0, end: 4, quote: 'word', lexicon: 'l', rule: `rule of ${code}`, context: [] }],
  by: [],
})

it('each difference from gold gets the kind of error that explains it', () => {
  const tags = [
    tag('wide'),
    tag('right'),
    tag('denied', { by: 'context', because: 'negated: no' }),
    tag('excluded', { by: 'excluded', because: 'legal person' }),
    tag('rejected'),
  ]
  const codings = [coding('wide'), coding('right'), coding('rejected', 'rejected')]
  const gold = ['right', 'denied', 'excluded', 'rejected', 'unheard'].map((code) => ({ unit: 'a/q', code }))
  expect(codingErrors(tags, codings, gold).map(({ code, kind }) => [code, kind])).toEqual([
    ['wide', 'rule too wide'],
    ['denied', 'context'],
    ['excluded', 'exclusion'],
    ['rejected', 'decision'],
    ['unheard', 'no word'],
  ])
})
