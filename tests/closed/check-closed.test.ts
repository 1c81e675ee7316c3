import { describe, expect, it } from 'vitest'
import { runClosedExamples } from '../../src/closed/examples.ts'
import { classifierOf, rules } from './closed-study.ts'

const found = (questions: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  classifierOf(rules({ questions, ...more })).findings.map(({ rule, where }) => `${rule} ${where?.file}`)
const examples = [{ text: 'Yes.', class: 'yes' }]

describe('problems of a file of rules', () => {
  it('names unknown questions, narrative ones too', () =>
    expect(found({ q99: { examples }, q2: { examples } })).toEqual([
      'closed/unknown-question questions.q99',
      'closed/unknown-question questions.q2',
    ]))

  it('names classes that the question does not have, in rules, years and examples', () =>
    expect(
      found({
        q6b: {
          rules: [{ says: 'maybe', any: ['maybe'] }],
          years: { atLeast: 4, says: 'serious', below: 'no' },
          examples: [{ text: 'x', class: 'perhaps' }],
        },
      }),
    ).toEqual([
      'closed/unknown-class questions.q6b.rules.0.says',
      'closed/unknown-class questions.q6b.years.says',
      'closed/unknown-class questions.q6b.examples.0.class',
    ]))

  it('names groups of shared rules that are not there, and thresholds without years', () =>
    expect(
      found({
        q6a: { include: ['openers'], examples },
        q8b: { threshold: { against: 'q6b', says: 'yes', below: 'no' }, examples },
      }),
    ).toEqual([
      'closed/unknown-include questions.q6a.include.0',
      'closed/unknown-threshold questions.q8b.threshold.against',
    ]))

  it('points at the line of a bad expression, shared or not', () => {
    const bad = [{ says: 'yes', any: ['good', '[bad'] }]
    expect(found({ q6a: { rules: bad, examples } })).toEqual(['lexicon/bad-rule questions.q6a.rules.0.any.1'])
    expect(found({ q6a: { include: ['group'], examples } }, { shared: { group: bad } })).toEqual([
      'lexicon/bad-rule shared.group.0.any.1',
    ])
  })

  it('reports examples that are classed otherwise', () => {
    const closed = rules({
      questions: {
        q6a: { rules: [{ says: 'yes', any: ['yes'] }], examples: [...examples, { text: 'Yes.', class: 'no' }] },
      },
    })
    expect(runClosedExamples(closed, classifierOf(closed).classifier)).toMatchObject([
      { level: 'error', rule: 'closed/example', where: { file: 'questions.q6a.examples.1' } },
    ])
  })
})
