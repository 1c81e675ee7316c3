import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquare } from '../../src/statistics/chi-square.ts'
import { compareShares, newcombe } from '../../src/statistics/compare.ts'
import { fisherExact } from '../../src/statistics/fisher.ts'
import { benjaminiHochberg, holm } from '../../src/statistics/multiplicity.ts'

// Newcombe 1998, method 10, as quoted in public test suites; statsmodels agrees.
test.each([
  [56, 70, 48, 80, 0.0524314724, 0.333872654],
  [9, 10, 3, 10, 0.1705227239, 0.809017974],
  [6, 7, 2, 7, 0.0582279275, 0.8062496375],
  [5, 56, 0, 29, -0.0381371479, 0.1925600139],
  [10, 10, 0, 20, 0.6790860371, 1],
  [30, 40, 10, 37, 0.2594355236, 0.6385268322],
])('the difference of %i/%i and %i/%i has its published interval', (x1, n1, x2, n2, lower, upper) => {
  const interval = newcombe({ x: x1, n: n1 }, { x: x2, n: n2 })!
  expect(interval[0]).toBeCloseTo(lower, 8)
  expect(interval[1]).toBeCloseTo(upper, 8)
})

// Computed in python and R.
test.each([
  [12, 30, 54, 8, 47, 140, 0.078633485, 0.3690558752],
  [20, 40, 60, 9, 37, 134, 0.0965734371, 0.388386937],
])('groups that are parts of a known whole have a narrower interval', (x, n, whole, y, m, other, lower, upper) => {
  const interval = newcombe({ x, n, population: whole }, { x: y, n: m, population: other })!
  expect(interval[0]).toBeCloseTo(lower, 8)
  expect(interval[1]).toBeCloseTo(upper, 8)
})

test('chi-square is that of R, with and without correction', () => {
  // Agresti 2007, p. 39: published 30.07, p 2.954e-07.
  const parties = chiSquare([
    [762, 327, 468],
    [484, 239, 477],
  ])!
  expect(parties).toMatchObject({ degrees: 2 })
  expect(parties.statistic).toBeCloseTo(30.0701490958, 8)
  expect(parties.p / 2.95358918321e-7).toBeCloseTo(1, 8)
  expect(parties.v).toBeCloseTo(0.1044358024, 9)
  const four = [
    [30, 8],
    [10, 29],
  ]
  expect(chiSquare(four)!.statistic).toBeCloseTo(21.9096272386, 8)
  expect(chiSquare(four)!.p / 2.8579653987e-6).toBeCloseTo(1, 8)
  expect(chiSquare(four, { yates: true })!.statistic).toBeCloseTo(19.826167729, 8)
  expect(chiSquare(four, { yates: true })!.p / 8.48135891885e-6).toBeCloseTo(1, 8)
})

test('a row or column without counts tells nothing', () => {
  expect(
    chiSquare([
      [3, 4],
      [0, 0],
    ]),
  ).toBeNull()
  expect(
    chiSquare([
      [3, 0, 4],
      [5, 0, 2],
    ])!.degrees,
  ).toBe(1)
})

// R fisher.test and SciPy.
test.each([
  [3, 1, 1, 3, 0.4857142857],
  [9, 3, 4, 12, 0.0200176486],
  [2, 5, 10, 3, 0.0623323013],
  [30, 8, 10, 29, 0.0000034627318721],
  [0, 5, 0, 7, 1],
])('Fisher’s p of %i %i / %i %i is that of R', (a, b, c, d, p) => {
  expect(
    fisherExact([
      [a, b],
      [c, d],
    ]),
  ).toBeCloseTo(p, 10)
})

// p-values of Benjamini and Hochberg 1995, section 3; R p.adjust and statsmodels.
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
]
const unsorted = [0.01, 0.04, 0.03, 0.005, 0.2, 0.04]

test('p-values adjusted for many tests are those of R', () => {
  const close = (found: readonly number[], expected: readonly number[]): void => {
    expect(found).toHaveLength(expected.length)
    for (const [index, value] of expected.entries()) expect(found[index]).toBeCloseTo(value, 9)
  }
  close(
    benjaminiHochberg(published),
    [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571429, 0.0638571429, 0.0645, 0.0765, 0.486, 0.5811818182,
      0.714875, 0.7532307692, 0.8132142857, 1,
    ],
  )
  expect(benjaminiHochberg(published).filter((p) => p <= 0.05)).toHaveLength(4)
  close(benjaminiHochberg(unsorted), [0.03, 0.048, 0.048, 0.03, 0.2, 0.048])
  close(holm(unsorted), [0.05, 0.12, 0.12, 0.03, 0.2, 0.12])
  close(holm(published), [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1])
  expect(benjaminiHochberg([])).toEqual([])
})

test('an adjusted p is never below the p, keeps the order, and Holm’s is the larger', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (ps) => {
      const [bh, strict] = [benjaminiHochberg(ps), holm(ps)]
      ps.forEach((p, index) => {
        expect(bh[index]).toBeGreaterThanOrEqual(p)
        expect(bh[index]).toBeLessThanOrEqual(1)
        expect(strict[index]).toBeGreaterThanOrEqual(bh[index]! - 1e-12)
        ps.forEach((other, at) => {
          if (p <= other) expect(bh[index]).toBeLessThanOrEqual(bh[at]!)
        })
      })
    }),
    { numRuns: 50 },
  )
})

test('small expected counts take Fisher’s test, others chi-square', () => {
  expect(compareShares({ x: 30, n: 38 }, { x: 10, n: 39 })).toMatchObject({ test: 'chi-square' })
  const small = compareShares({ x: 3, n: 4 }, { x: 1, n: 4 })!
  expect(small).toMatchObject({ test: 'fisher', difference: 0.5 })
  expect(small.p).toBeCloseTo(0.4857142857, 9)
  expect(compareShares({ x: 0, n: 0 }, { x: 1, n: 4 })).toBeNull()
  expect(compareShares({ x: 0, n: 20 }, { x: 0, n: 30 })).toMatchObject({ difference: 0, p: 1 })
})

test('exchanging the groups turns the difference round and leaves p as it is', () => {
  const group = fc
    .integer({ min: 1, max: 80 })
    .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))
  fc.assert(
    fc.property(group, group, (one, two) => {
      const [there, back] = [compareShares(one, two)!, compareShares(two, one)!]
      expect(there.difference).toBeCloseTo(-back.difference, 12)
      expect(there.interval[0]).toBeCloseTo(-back.interval[1], 12)
      expect(there.p).toBeCloseTo(back.p, 9)
      expect(there.interval[0]).toBeLessThanOrEqual(there.difference + 1e-12)
      expect(there.interval[1]).toBeGreaterThanOrEqual(there.difference - 1e-12)
    }),
    { numRuns: 60 },
  )
})
