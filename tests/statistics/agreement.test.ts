import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agree, nominalAlpha } from '../../src/statistics/agreement.ts'

// Krippendorff 2004, p. 224: ten units, published alpha .095 and agreement 6 of 10.
const ten = [
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
  [0, 0],
  [0, 1],
  [0, 0],
  [0, 1],
  [0, 0],
  [0, 0],
]
// Krippendorff 2004, p. 227: published .734.
const letters = 'aa ab bb bb bb bb bc cc cc cc cc cc'.split(' ').map((unit) => [...unit])
// Krippendorff 2004, p. 230: four coders with gaps, published .743.
const gaps = 'BB.B LLPL PPPP PPPP LLLL BLPC CCCC BBLB LLLL .FFF ..BB ..P.'
  .split(' ')
  .map((unit) => [...unit].map((value) => (value === '.' ? null : value)))
// Data of Hayes and Krippendorff 2007, p. 84; nominal value by NLTK 3.8.
const hayes =
  `112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101. 000.0
  0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1`
    .split(/\s+/)
    .map((unit) => [...unit].map((value) => (value === '.' ? null : value)))

test.each([
  ['ten units', ten, 2 / 21],
  ['letters', letters, 0.7341040462],
  ['four coders with gaps', gaps, 0.7434210526],
  ['five coders', hayes, 0.4765095674],
])('alpha of the published example "%s" is as published', (_, units, expected) => {
  expect(nominalAlpha(units)).toBeCloseTo(expected, 9)
})

test('figures of a presence table are those of published examples', () => {
  const krippendorff = agree({ both: 1, onlyFirst: 1, onlySecond: 3, neither: 5 })
  expect(krippendorff.agreement).toBeCloseTo(0.6, 12)
  expect(krippendorff.alpha).toBeCloseTo(2 / 21, 9)
  // 31/12/4/58: R epiR 2.0.57 and Cicchetti & Feinstein 1990; 12/3/2/60: R.
  const first = agree({ both: 31, onlyFirst: 12, onlySecond: 4, neither: 58 })
  expect(first.agreement).toBeCloseTo(0.847619048, 8)
  expect(first.positive).toBeCloseTo(0.794871795, 8)
  expect(first.negative).toBeCloseTo(0.878787879, 8)
  const second = agree({ both: 12, onlyFirst: 3, onlySecond: 2, neither: 60 })
  expect(second.positive).toBeCloseTo(0.827586207, 8)
  // 24 units, 7/1/2/14: coincidences in python and the closed form in numpy.
  expect(agree({ both: 7, onlyFirst: 1, onlySecond: 2, neither: 14 }).alpha).toBeCloseTo(0.7324478178, 9)
})

test('a code that nobody or everybody used has no alpha', () => {
  expect(agree({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 50 })).toEqual({
    units: 50,
    agreement: 1,
    positive: null,
    negative: 1,
    alpha: null,
  })
  expect(agree({ both: 9, onlyFirst: 0, onlySecond: 0, neither: 0 }).alpha).toBeNull()
  expect(agree({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }).agreement).toBeNull()
  expect(nominalAlpha([])).toBeNull()
  expect(nominalAlpha([['a', null], ['b']])).toBeNull()
})

test('the presence table and the list of values give the same alpha', () => {
  const cell = fc.nat({ max: 12 })
  fc.assert(
    fc.property(cell, cell, cell, cell, (both, onlyFirst, onlySecond, neither) => {
      const units = [
        ...Array.from({ length: both }, () => [1, 1]),
        ...Array.from({ length: onlyFirst }, () => [1, 0]),
        ...Array.from({ length: onlySecond }, () => [0, 1]),
        ...Array.from({ length: neither }, () => [0, 0]),
      ]
      const fromTable = agree({ both, onlyFirst, onlySecond, neither }).alpha
      const fromUnits = nominalAlpha(units)
      if (fromTable === null) expect(fromUnits).toBeNull()
      else expect(fromUnits).toBeCloseTo(fromTable, 9)
    }),
    { numRuns: 50 },
  )
})
