import { expect, test } from 'vitest'
import { didYouMean, nearest } from '../../src/text/nearest.ts'

test('the nearest name is found, whatever its case, or none', () => {
  const names = ['respondent', 'region', 'q1', 'q10']
  expect(nearest('respondant', names)).toBe('respondent')
  expect(nearest('Region', names)).toBe('region')
  expect(nearest('xyz', names)).toBeUndefined()
  expect(didYouMean('regoin', names)).toBe('; did you mean `region`?')
  expect(didYouMean('xyz', names)).toBe('')
})
