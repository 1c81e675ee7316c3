import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fittingBases,
  fittingCounts,
  fittingRules,
  impossiblePercents,
  parsePercent,
  percentSum,
  tieCounts,
} from '../../src/statistics/fit.ts'
import { percent } from '../../src/statistics/rounding.ts'

const printed = (text: string) => parsePercent(text)!

// 12/77 = 15.584, 9/72 = 12.5 and 27/72 = 37.5 exactly; the others are figures of the 2024 report.
test.each([
  [12, 77, '16', 'half-up half-even half-down ceil'],
  [12, 77, '15', 'floor'],
  [9, 72, '13', 'half-up ceil'],
  [9, 72, '12', 'half-even half-down floor'],
  [27, 72, '38', 'half-up half-even ceil'],
  [12, 77, '17', ''],
  [5, 77, '7', 'ceil'],
  [52, 77, '67', 'floor'],
  [44, 77, '56', ''],
  [41, 77, '53', 'half-up half-even half-down floor'],
  [50, 77, '65', 'half-up half-even half-down ceil'],
])('%i of %i printed as %s fits the rules "%s"', (count, base, text, rules) => {
  expect(fittingRules(count, base, printed(text)).join(' ')).toBe(rules)
})

// Computed in python and R.
test.each([
  [12, '16', 1, 194, [73, 74, 75, 76, 77]],
  [31, '40', 1, 194, [77, 78]],
  [5, '6.4', 1, 194, [78]],
  [5, '7', 60, 89, [67, 68, 69, 70, 71, 72, 73, 74, 75, 76]],
  [52, '67', 60, 89, [78]],
  [44, '56', 60, 89, [78, 79]],
])('%i printed as %s between %i and %i fits the bases %j', (count, text, from, to, bases) => {
  expect(fittingBases(count, printed(text), { from, to })).toEqual(bases)
})

test('the counts that a percentage can come from are found', () => {
  expect(fittingCounts(printed('40'), 77)).toEqual([31])
  expect(fittingCounts(printed('41'), 77)).toEqual([])
  expect(fittingCounts(printed('7'), 77)).toEqual([])
  expect(fittingCounts(printed('67'), 77)).toEqual([])
  expect(fittingCounts(printed('56'), 77)).toEqual([43])
  // The GRIM cases of the R package scrutiny, for percentages.
  const possible = (texts: string, base: number): string =>
    texts
      .split(' ')
      .filter((text) => fittingCounts(printed(text), base).length > 0)
      .join(' ')
  expect(possible('6 7 8 9 10 11 12 13 14 15 16', 50)).toBe('6 8 10 12 14 16')
})

test('percentages that cannot occur are listed', () => {
  expect(impossiblePercents(77)).toEqual([
    2, 7, 11, 15, 20, 24, 28, 33, 37, 41, 46, 50, 54, 59, 63, 67, 72, 76, 80, 85, 89, 93, 98,
  ])
  expect(impossiblePercents(72)).toEqual([
    2, 5, 9, 16, 20, 23, 27, 30, 34, 41, 45, 48, 52, 55, 59, 66, 70, 73, 77, 80, 84, 91, 95, 98,
  ])
  expect(impossiblePercents(100)).toEqual([])
})

test('ties are where the rules for halves differ', () => {
  expect(tieCounts(72)).toEqual([9, 27, 45, 63])
  expect([tieCounts(77), tieCounts(77, 1), tieCounts(194)]).toEqual([[], [], []])
  expect(tieCounts(80, 1)).toEqual(Array.from({ length: 40 }, (_, index) => 2 * index + 1))
})

test('a sum of percentages may be off by half a unit for each', () => {
  expect(percentSum(['33.3', '33.3', '33.3'].map(printed))).toMatchObject({ sum: 99.9, fits: true })
  const far = percentSum(['45', '30', '22'].map(printed))
  expect(far).toMatchObject({ sum: 97, fits: false })
  expect(far.tolerance).toBeCloseTo(1.5, 12)
})

test('percentages are read with point or comma, and nothing else is one', () => {
  expect(parsePercent('6.40 %')).toEqual({ value: 6.4, digits: 2 })
  expect(parsePercent('6,4')).toEqual({ value: 6.4, digits: 1 })
  for (const text of ['', '101', '-3', 'n/a', '1e2', '12.']) expect(parsePercent(text)).toBeUndefined()
})

test('what rounding prints, the search finds again', () => {
  const base = fc.integer({ min: 1, max: 500 })
  fc.assert(
    fc.property(
      base,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 2 }),
      (n, share, digits) => {
        const count = Math.round(share * n)
        const value = { value: percent(count, n, digits)!, digits }
        expect(fittingCounts(value, n)).toContain(count)
        expect(fittingBases(count, value, { from: n, to: n })).toEqual([n])
        expect(fittingRules(count, n, value)).toContain('half-up')
      },
    ),
  )
})
