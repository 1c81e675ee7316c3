import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawAtLeast, drawAtMost, drawable, drawExactly } from '../../src/statistics/hypergeometric.ts'
import {
  betaBelow,
  betaPoint,
  chiSquareAbove,
  gammaAbove,
  logGamma,
  normalBelow,
  normalPoint,
} from '../../src/statistics/special.ts'

test('the gamma function is the factorial', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13)
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13)
})

// R 4.2.2: pchisq and pnorm, qnorm.
test('tails are not 0 where they are small', () => {
  expect(chiSquareAbove(100, 1)).toBeCloseTo(1.52397060483211e-23, 33)
  expect(gammaAbove(0.5, 50) / 1.52397060483211e-23).toBeCloseTo(1, 9)
  expect(normalBelow(-1.959963984540054)).toBeCloseTo(0.025, 14)
  expect(normalPoint(0.975)).toBeCloseTo(1.959963984540054, 13)
  expect(normalPoint(0.05)).toBeCloseTo(-1.6448536269514722, 13)
  expect(chiSquareAbove(0, 3)).toBe(1)
})

test('a beta distribution of ones is the even one, and points are the inverse of shares', () => {
  expect(betaBelow(0.3, 1, 1)).toBeCloseTo(0.3, 14)
  expect([betaBelow(0, 2, 3), betaBelow(1, 2, 3)]).toEqual([0, 1])
  const shape = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), shape, shape, (hundredths, a, b) => {
      const share = hundredths / 100
      expect(betaBelow(betaPoint(share, a, b), a, b)).toBeCloseTo(share, 9)
    }),
    { numRuns: 40 },
  )
})

test('what can be drawn adds to one, from both sides', () => {
  const size = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(size, size, size, (marked, others, wanted) => {
      const urn = { all: marked + others, marked, draws: Math.min(wanted, marked + others) }
      const [least, most] = drawable(urn)
      expect(drawAtMost(most, urn)).toBeCloseTo(1, 10)
      expect(drawAtLeast(least, urn)).toBeCloseTo(1, 10)
      expect(drawExactly(least - 1, urn) + drawExactly(most + 1, urn)).toBe(0)
      const middle = Math.floor((least + most) / 2)
      expect(drawAtMost(middle, urn) + drawAtLeast(middle + 1, urn)).toBeCloseTo(1, 10)
    }),
    { numRuns: 60 },
  )
})
