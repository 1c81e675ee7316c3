import { expect, test } from 'vitest'
import {
  clopperPearson,
  f1Interval,
  finiteCounts,
  type Interval,
  wilson,
  wilsonFinite,
  worstCase,
} from '../../src/statistics/interval.ts'

const expectLimits = (interval: Interval | null, lower: number, upper: number, digits = 8): void => {
  expect(interval![0]).toBeCloseTo(lower, digits)
  expect(interval![1]).toBeCloseTo(upper, digits)
}

// 81/263, 15/148, 0/20, 1/29: Newcombe 1998 as quoted in the test suites of R packages; 12/77: computed in R and python.
test.each([
  [81, 263, 0.25528852, 0.366209577],
  [15, 148, 0.0623863995, 0.160487242],
  [0, 20, 0, 0.161125158],
  [1, 29, 0.00611321429, 0.171755219],
  [12, 77, 0.0914587222, 0.252937077],
])('the Wilson interval of %i of %i has its published limits', (x, n, lower, upper) => {
  expectLimits(wilson(x, n), lower, upper)
})

// Newcombe 1998 as quoted elsewhere; R binom.test and statsmodels agree.
test.each([
  [81, 263, 0.2527367456, 0.3676219226],
  [15, 148, 0.0578440101, 0.1616504903],
  [0, 20, 0, 0.168433471],
  [1, 29, 0.0008726468, 0.1776442955],
  [12, 77, 0.0832047477, 0.2564083759],
])('the exact interval of %i of %i has the limits that R gives', (x, n, lower, upper) => {
  expectLimits(clopperPearson(x, n), lower, upper)
})

// Closed form in python and roots of the score test in R.
test.each([
  [12, 77, 0.1029866245, 0.2289076344],
  [40, 77, 0.4333041013, 0.6045132049],
  [0, 77, 0, 0.0293558101],
  [3, 77, 0.016685357, 0.0883050653],
  [31, 72, 0.3433548371, 0.5222876305],
])('the Wilson interval of %i of %i drawn from 194 is narrower', (x, n, lower, upper) => {
  expectLimits(wilsonFinite(x, n, 194), lower, upper)
})

// Exact fractions in python, R phyper, SciPy.
test.each([
  [12, 77, 194, 19, 45],
  [0, 77, 194, 0, 7],
  [40, 77, 194, 83, 118],
  [77, 77, 194, 187, 194],
  [0, 60, 240, 0, 12],
  [3, 60, 240, 4, 30],
])('%i of %i drawn from %i allow for %i to %i in the whole', (x, n, population, lower, upper) => {
  expect(finiteCounts(x, n, population)).toEqual([lower, upper])
})

test('without any assumption those who were not asked may all, or none of them, be like that', () => {
  expectLimits(worstCase(12, 77, 194), 0.0618556701, 0.6649484536)
  expectLimits(worstCase(40, 77, 194), 0.206185567, 0.8092783505)
})

// Wilson limits of tp / (tp + fp + fn) by R's prop.test, carried over.
test.each([
  [20, 5, 9, 0.5937437871, 0.8481520695],
  [7, 2, 3, 0.4842873411, 0.8930336699],
  [3, 0, 1, 0.4622976637, 0.9766747014],
])('the F1 interval of %i/%i/%i has the limits that R gives', (tp, fp, fn, lower, upper) => {
  expectLimits(f1Interval(tp, fp, fn), lower, upper)
})

test('nothing observed has no interval, and all or none end at the border', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(clopperPearson(0, 0)).toBeNull()
  expect(wilsonFinite(0, 0, 10)).toBeNull()
  expect(f1Interval(0, 0, 0)).toBeNull()
  expect(wilson(0, 7)![0]).toBe(0)
  expect(wilson(7, 7)![1]).toBe(1)
  expect(clopperPearson(7, 7)![1]).toBe(1)
  expect(wilsonFinite(3, 10, 10)).toEqual([0.3, 0.3])
})
