import { describe, expect, it } from 'vitest'
import { answer, classifierOf, rules } from './closed-study.ts'

const example = [{ text: 'Yes.', class: 'yes' }]
const small = rules({
  lists: { not: ['not', 'never'] },
  shared: {
    openers: [
      { says: 'yes', strength: 'decisive', within: 1, any: ['yes'] },
      { says: 'no', strength: 'decisive', within: 1, pause: true, any: ['no'] },
      { says: 'no_data', any: ['no data'] },
      { says: 'refers', any: ['see ~2 [6a|6|7a|7]'] },
    ],
  },
  questions: {
    q1: { combine: 'first', rules: [{ says: 'yes', sentences: 1, any: ['gaps'] }], examples: example },
    q6a: {
      include: ['openers'],
      rules: [
        { says: 'yes', veto: ['negated'], any: ['an offence'] },
        { says: 'no', strength: 'decisive', any: ['@not a crime'] },
        { says: 'check', any: ['but only'] },
      ],
      examples: example,
    },
    q6b: { include: ['openers'], years: { atLeast: 4, says: 'yes', below: 'no' }, examples: example },
    q7a: { include: ['openers'], examples: example },
    q8b: {
      threshold: { against: 'q6b', says: 'yes', below: 'no' },
      rules: [{ says: 'yes', any: ['all offences'] }],
      examples: example,
    },
  },
})
const { classifier, findings } = classifierOf(small)
const label = (question: string, text: string) => classifier.classify([answer(question, text)]).labels[0]!

describe('createClassifier', () => {
  it('compiles without findings', () => expect(findings).toEqual([]))

  it('gives the class with the words and the rule that made it', () => {
    expect(label('q6a', 'To trade in listed beasts is an offence.')).toEqual({
      answer: 'R1/q6a',
      respondent: 'R1',
      question: 'q6a',
      class: 'yes',
      because: [{ rule: 'an offence', start: 29, end: 39, quote: 'an offence' }],
      reason: 'the answer says yes',
      status: 'classified',
    })
  })

  it('leaves what no rule knows to a person', () =>
    expect(label('q6a', 'The forests are beautiful.')).toMatchObject({ class: 'not_classifiable', status: 'ask' }))

  it.each(['', '  \n', '-', '—', '...', '* * *', 'Answer: -', '☐ Yes ☐ No'])('takes `%s` for a blank', (text) =>
    expect(label('q6a', text)).toMatchObject({ class: 'not_applicable', kind: 'blank', status: 'classified' }),
  )

  it('keeps answers without data apart from blanks', () =>
    expect(label('q6a', 'No data.')).toMatchObject({ class: 'not_applicable', kind: 'no_data' }))

  it('asks about contradictions and restrictions', () => {
    expect(label('q6a', 'Yes. It is not a crime.')).toMatchObject({ class: 'not_classifiable', status: 'ask' })
    expect(label('q6a', 'Yes, but only for elephants.')).toMatchObject({ class: 'yes', status: 'ask' })
  })

  it('knows the contexts of the lexicons', () =>
    expect(label('q6a', 'There is no such thing as an offence.').class).toBe('not_classifiable'))

  it('looks at so many sentences only', () => {
    expect(label('q1', 'We see gaps. They are deep.').class).toBe('yes')
    expect(label('q1', 'Thank you for asking. We see gaps.').class).toBe('not_classifiable')
  })

  it('compares terms of imprisonment with the threshold', () => {
    expect(label('q6b', 'Up to four years.').class).toBe('yes')
    expect(label('q6b', 'Up to three years.').class).toBe('no')
    expect(label('q6b', 'Minimum two years.').class).toBe('not_classifiable')
    expect(label('q6b', 'Minimum five years.').class).toBe('yes')
  })

  it('compares a threshold with the longest term in another answer', () => {
    const text = 'All offences punishable by more than three years are predicate offences.'
    const against = (penalty: string) =>
      classifier.classify([answer('q6b', penalty), answer('q8b', text)]).labels[1]!.class
    expect([against('Up to five years.'), against('Up to three years.'), against('')]).toEqual(['yes', 'no', 'yes'])
  })

  it('gives labels of closed questions only, in the order of the answers', () => {
    const { labels } = classifier.classify([
      answer('q6b', 'Five years.'),
      answer('q2', 'More aid.'),
      answer('q6a', 'Yes.'),
    ])
    expect(labels.map(({ question }) => question)).toEqual(['q6b', 'q6a'])
  })

  it('says that a question has no rules, but knows its blanks', () => {
    expect(label('q10', 'Yes.')).toMatchObject({
      class: 'not_classifiable',
      status: 'ask',
      reason: 'no rules for this question',
    })
    expect(label('q10', '')).toMatchObject({ class: 'not_applicable', kind: 'blank' })
    const without = classifierOf(undefined).classifier.classify([answer('q1', 'Yes.'), answer('q3', '')])
    expect(without.labels.map(({ status, kind }) => kind ?? status)).toEqual(['ask', 'blank'])
  })
})

describe('questions that follow others', () => {
  const both = (parent: string, child: string) => {
    const { labels, findings: found } = classifier.classify([answer('q6b', child), answer('q6a', parent)])
    const { class: name, kind, status } = labels[0]!
    return { class: name, kind, status, found: found.map(({ rule }) => rule) }
  }
  const skipped = { class: 'not_applicable', kind: 'skipped', status: 'classified', found: [] }

  it('were skipped where the parent says otherwise, whatever is written for "nothing"', () => {
    expect(both('No.', '')).toEqual(skipped)
    expect(both('No.', 'No data.')).toEqual(skipped)
    expect(both('No.', 'See 6(a).')).toEqual(skipped)
  })

  it('are blank where the parent is answered yes, or blank itself', () => {
    expect(both('Yes.', '')).toMatchObject({ kind: 'blank' })
    expect(both('', '')).toMatchObject({ kind: 'blank' })
  })

  it('are for a person to see where the parent is not classifiable', () =>
    expect(both('The forests are beautiful.', '')).toMatchObject({ kind: 'skipped', status: 'ask' }))

  it('contradict their parent where they are answered all the same; the answer stands', () => {
    expect(both('No.', 'Five years.')).toMatchObject({ class: 'yes', found: ['closed/contradicts-parent'] })
    expect(both('', 'Five years.')).toMatchObject({ class: 'yes', found: ['closed/contradicts-parent'] })
    expect(both('Yes.', 'Five years.').found).toEqual([])
  })
})

describe('answers that point to another answer', () => {
  it('are read there, by the rules of their own question', () => {
    const { labels } = classifier.classify([answer('q7a', 'Yes.'), answer('q6a', 'See 7(a).')])
    expect(labels[1]).toMatchObject({ class: 'yes', because: [{ quote: 'See 7' }] })
  })

  it('are left to a person where nothing is there', () => {
    expect(label('q6a', 'See 7(a).')).toMatchObject({ class: 'not_classifiable', status: 'ask' })
    expect(label('q6a', 'See 6(a).')).toMatchObject({ class: 'not_classifiable', status: 'ask' })
  })
})
