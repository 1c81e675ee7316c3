import { expect, test } from 'vitest'
import { f1Interval, wilson } from '../../src/statistics/interval.ts'

// 81/263, 15/148, 0/20, 1/29: Newcombe 1998 as quoted in the test suites of R packages; 12/77: computed in R and python.
test.each([
  [81, 263, 0.25528852, 0.366209577],
  [15, 148, 0.0623863995, 0.160487242],
  [0, 20, 0, 0.161125158],
  [1, 29, 0.00611321429, 0.171755219],
  [12, 77, 0.0914587222, 0.252937077],
])('the Wilson interval of %i of %i has its published limits', (x, n, lower, upper) => {
  const interval = wilson(x, n)!
  expect(interval[0]).toBeCloseTo(lower, 8)
  expect(interval[1]).toBeCloseTo(upper, 8)
})

// Wilson limits of tp / (tp + fp + fn) by R's prop.test, carried over.
test.each([
  [20, 5, 9, 0.5937437871, 0.8481520695],
  [7, 2, 3, 0.4842873411, 0.8930336699],
  [3, 0, 1, 0.4622976637, 0.9766747014],
])('the F1 interval of %i/%i/%i has the limits that R gives', (tp, fp, fn, lower, upper) => {
  const interval = f1Interval(tp, fp, fn)!
  expect(interval[0]).toBeCloseTo(lower, 8)
  expect(interval[1]).toBeCloseTo(upper, 8)
})

test('nothing observed has no interval, and all or none end at the border', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(f1Interval(0, 0, 0)).toBeNull()
  expect(wilson(0, 7)![0]).toBe(0)
  expect(wilson(7, 7)![1]).toBe(1)
})
