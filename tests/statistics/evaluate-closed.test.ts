import { expect, test } from 'vitest'
import { evaluateClosed } from '../../src/statistics/evaluate-closed.ts'

const classes = (question: string, names: string) =>
  names.split(' ').map((name, index) => ({ respondent: `R${index + 1}`, question, class: name }))

test('accuracy is given for each question and in all, and confusions name their respondents', () => {
  const gold = [...classes('q2', 'yes yes no yes'), ...classes('q1', 'no no')]
  const system = [...classes('q2', 'yes no no no'), ...classes('q1', 'no')]
  const result = evaluateClosed(gold, system)
  expect(
    result.questions.map(({ question, answers, right, accuracy }) => [question, answers, right, accuracy]),
  ).toEqual([
    ['q2', 4, 2, 0.5],
    ['q1', 2, 1, 0.5],
  ])
  expect(result.total).toMatchObject({ answers: 6, right: 3, accuracy: 0.5 })
  expect(result.confusions).toEqual([
    { question: 'q2', gold: 'yes', system: 'no', respondents: ['R2', 'R4'] },
    { question: 'q1', gold: 'no', system: '', respondents: ['R2'] },
  ])
})

test('classes without gold are not judged, and no gold has no accuracy', () => {
  expect(evaluateClosed([], classes('q1', 'yes'))).toEqual({
    questions: [],
    total: { answers: 0, right: 0, accuracy: null, interval: null, alpha: null },
    confusions: [],
  })
})
