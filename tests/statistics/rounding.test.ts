import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  largestRemainder,
  type PlainRule,
  percent,
  percentBy,
  plainRules,
  residualToLargest,
} from '../../src/statistics/rounding.ts'

// Counts and printed percentages of figures II to XI of the Secretariat's report on 77 replies (CCPCJ 33, 2024);
// `null`: not printed.
const figures: readonly (readonly [counts: readonly number[], printed: readonly (number | null)[]])[] = [
  [
    [41, 22, 9, 5],
    [53, 29, 12, 6],
  ],
  [
    [71, 4, 2],
    [92, 5, 3],
  ],
  [
    [50, 21, 5, 1],
    [65, 27, 6, null],
  ],
  [
    [67, 6, 4],
    [87, 8, 5],
  ],
  [
    [25, 17, 13, 5, 3, 1, 10, 3],
    [32, 22, 17, 7, 4, 1, 13, null],
  ],
  [
    [49, 16, 10, 2],
    [64, 21, 13, 3],
  ],
  [
    [52, 14, 9, 2],
    [67, 18, 12, 3],
  ],
  [
    [38, 23, 14, 2],
    [49, 30, 18, 3],
  ],
  [
    [29, 26, 17, 5],
    [38, 34, 22, 6],
  ],
  [
    [44, 6, 13, 14],
    [56, 8, 17, 18],
  ],
]

test('half-up rounding reproduces 37 of the 40 percentages printed in the 2024 report', () => {
  const pairs = figures.flatMap(([counts, printed]) => counts.map((count, index) => [count, printed[index]] as const))
  const printed = pairs.filter(([, value]) => value !== null)
  expect(printed).toHaveLength(40)
  expect(printed.filter(([count, value]) => percent(count, 77) === value)).toHaveLength(37)
})

test.each<[PlainRule, number]>([
  ['half-up', 37],
  ['half-even', 37],
  ['half-down', 37],
  ['floor', 18],
  ['ceil', 21],
])('the rule %s reproduces %i of them', (rule, hits) => {
  // Computed in two languages.
  const pairs = figures.flatMap(([counts, printed]) => counts.map((count, index) => [count, printed[index]] as const))
  expect(pairs.filter(([count, value]) => percentBy(rule, count, 77) === value)).toHaveLength(hits)
})

test('largest remainder reproduces 37 of them, and the leftover on the largest slice 35', () => {
  const hits = (round: (counts: readonly number[]) => readonly (number | null)[]): number =>
    figures.flatMap(([counts, printed]) => round(counts).filter((value, index) => value === printed[index])).length
  expect(hits((counts) => largestRemainder(counts))).toBe(37)
  expect(hits((counts) => residualToLargest(counts))).toBe(35)
})

// Published on Stack Overflow (13483430), in the 2024 report, or checkable by hand.
test.each([
  [[13.626332, 47.989636, 9.596008, 28.788024], 0, [14, 48, 9, 29]],
  [[1, 1, 1], 0, [34, 33, 33]],
  [[1, 1, 1], 1, [33.4, 33.3, 33.3]],
  [[12, 31, 34], 0, [16, 40, 44]],
  [[41, 23, 13], 0, [53, 30, 17]],
  [[52, 14, 9, 2], 0, [67, 18, 12, 3]],
  [[49, 16, 10, 2], 0, [64, 21, 13, 2]],
  [[25, 17, 13, 5, 3, 1, 10, 3], 0, [32, 22, 17, 7, 4, 1, 13, 4]],
  [[0, 0], 0, [null, null]],
])('largest remainder of %j with %i decimals is %j', (counts, digits, expected) => {
  expect(largestRemainder(counts, digits)).toEqual(expected)
})

test('rules that look at the whole figure add to 100, and stay within one unit of the share', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 2 }), (list, digits) => {
      const sum = list.reduce((total, count) => total + count, 0)
      fc.pre(sum > 0)
      const unit = 1 / 10 ** digits
      const rounded = largestRemainder(list, digits) as readonly number[]
      expect(rounded.reduce((total, value) => total + value, 0)).toBeCloseTo(100, 6)
      rounded.forEach((value, index) => {
        expect(Math.abs(value - (100 * list[index]!) / sum)).toBeLessThan(unit + 1e-9)
      })
      const residual = residualToLargest(list, digits) as readonly number[]
      expect(residual.reduce((total, value) => total + value, 0)).toBeCloseTo(100, 6)
    }),
  )
})

test('rules differ by at most one unit, and only floor and ceil away from ties', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const x = Math.round(share * n)
      const [up, even, down, floor, ceil] = plainRules.map((rule) => percentBy(rule, x, n)!) as [
        number,
        number,
        number,
        number,
        number,
      ]
      expect(ceil - floor).toBeLessThanOrEqual(1)
      expect([floor, ceil]).toContain(up)
      const isTie = 2 * ((100 * x) % n) === n
      if (!isTie) expect([even, down]).toEqual([up, up])
      else expect([down, up, even % 2]).toEqual([floor, ceil, 0])
    }),
  )
})

test('ties go up, at every number of decimals', () => {
  // Bases on which ties occur; 9/72 = 12.5 and 27/72 = 37.5 exactly (hand-checkable).
  expect([9, 27, 45, 63].map((x) => percent(x, 72))).toEqual([13, 38, 63, 88])
  expect(percent(1, 80, 1)).toBe(1.3)
  expect(percent(3, 80, 1)).toBe(3.8)
  expect(percent(201, 20_000)).toBe(1)
  expect(percent(1005, 100_000, 2)).toBe(1.01)
})

test('the percentages that no count of 77 gives are the 23 known ones', () => {
  // Computed by exact fractions in two languages.
  const possible = new Set(Array.from({ length: 78 }, (_, x) => percent(x, 77)))
  const impossible = Array.from({ length: 101 }, (_, value) => value).filter((value) => !possible.has(value))
  expect(impossible).toEqual([2, 7, 11, 15, 20, 24, 28, 33, 37, 41, 46, 50, 54, 59, 63, 67, 72, 76, 80, 85, 89, 93, 98])
})

test('a share of nothing is no number', () => {
  expect(percent(0, 0)).toBeNull()
  expect(percent(0, 5)).toBe(0)
  expect(percent(5, 5)).toBe(100)
})

test('a percentage is the nearest whole number, the upper of two', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const x = Math.round(share * n)
      const rounded = percent(x, n)!
      expect(Number.isInteger(rounded)).toBe(true)
      // 2n(rounded) - n <= 200x < 2n(rounded) + n, in integers
      expect(2 * n * rounded - n).toBeLessThanOrEqual(200 * x)
      expect(200 * x).toBeLessThan(2 * n * rounded + n)
    }),
  )
})
