import { describe, expect, it } from 'vitest'
import { runClosedExamples } from '../../src/closed/examples.ts'
import { answer, classifierOf, wildlifeQuestions, wildlifeRules } from './closed-study.ts'

const { classifier, findings } = classifierOf(wildlifeRules)
const label = (question: string, text: string) => classifier.classify([answer(question, text)]).labels[0]!

describe('the rules of the wildlife study', () => {
  it('compile without findings', () => expect(findings).toEqual([]))

  it('class their own examples as stated', () => expect(runClosedExamples(wildlifeRules, classifier)).toEqual([]))

  it('cover every closed question with at least eight examples', () => {
    const closed = [...wildlifeQuestions].filter(([, { kind }]) => kind === 'closed').map(([id]) => id)
    for (const id of closed) expect(wildlifeRules.content.questions[id]?.examples.length, id).toBeGreaterThanOrEqual(8)
  })

  it.each([
    ['q9', 'Yes, but only witnesses are protected.', 'not_classifiable', undefined],
    ['q7a', 'Yes, but only since 2020.', 'yes', undefined],
    ['q10', 'No data on corruption.', 'not_applicable', 'no_data'],
    ['q6a', 'An administrative offence only.', 'not_classifiable', undefined],
    ['q6b', 'up to five years', 'yes', undefined],
    ['q6b', 'up to three years', 'no', undefined],
    ['q6b', 'minimum two years', 'not_classifiable', undefined],
    ['q6a', '☒ Yes ☐ No. It is not criminalized.', 'not_classifiable', undefined],
    ['q10', 'No cases are known.', 'no', undefined],
    ['q10', 'There may be cases.', 'not_classifiable', undefined],
    ['q3', 'No specific opinion.', 'not_applicable', 'no_data'],
    ['q6a', 'Oui.', 'yes', undefined],
    ['q6a', 'Закон об охране животных', 'not_classifiable', undefined],
    ['q6a', 'Please see the document attached.', 'not_classifiable', undefined],
    ['q6a', 'The national parks welcome many visitors.', 'not_classifiable', undefined],
    ['q7b', 'Civil and criminal.', 'not_classifiable', undefined],
    ['q8b', 'An all-crimes approach is followed.', 'yes', undefined],
    ['q9', 'A general law on witness protection applies.', 'yes', undefined],
    ['q1', 'Our national legislation is sufficient.', 'not_classifiable', undefined],
    ['q3', 'We would support a protocol if it did not repeat CITES.', 'positive', undefined],
  ])('answer of %s: "%s" is %s', (question, text, expected, kind) => {
    const found = label(question, text)
    expect([found.class, found.kind]).toEqual([expected, kind])
  })

  it.each([
    ['q7a', 'Yes, but only since 2020.'],
    ['q6a', 'Закон об охране животных'],
    ['q6a', 'Please see the document attached.'],
    ['q7b', 'Civil and criminal.'],
    ['q6a', 'Yes. It is not criminalized.'],
  ])('leave %s: "%s" to a person', (question, text) => expect(label(question, text).status).toBe('ask'))

  it('take "see 7(a)" for nothing where 7(a) is no, and read it there where it is yes', () => {
    const pair = (parent: string) => classifier.classify([answer('q7a', parent), answer('q7b', 'See 7(a).')]).labels[1]!
    expect(pair('No.')).toMatchObject({ class: 'not_applicable', kind: 'skipped' })
    expect(pair('Yes, under criminal law.')).toMatchObject({ class: 'criminal', status: 'classified' })
    expect(pair('Yes.')).toMatchObject({ class: 'not_classifiable', status: 'ask' })
  })
})
