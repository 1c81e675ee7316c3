import { expect, test } from 'vitest'
import { cooccurrence, cooccurrences } from '../../src/statistics/cooccurrence.ts'

// Jaccard by scikit-learn, phi by SciPy, the rest by a reference implementation.
test.each([
  [18, 31, 40, 0.3396226415, 1.1177419355, 0.1113105212, 0.0765845211, 0.1004991145, 0.5070422535],
  [3, 12, 5, 0.2142857143, 3.85, 1.3480731483, 0.4154061385, 0.3226989547, 0.3529411765],
])(
  'the figures of %i together, %i and %i of 77 are as computed',
  (both, first, second, jaccard, lift, pmi, npmi, phi, dice) => {
    const pair = cooccurrence({ both, first, second, all: 77 })
    expect(pair.jaccard).toBeCloseTo(jaccard, 9)
    expect(pair.lift).toBeCloseTo(lift, 9)
    expect(pair.pmi).toBeCloseTo(pmi, 9)
    expect(pair.npmi).toBeCloseTo(npmi, 9)
    expect(pair.phi).toBeCloseTo(phi, 9)
    expect(pair.dice).toBeCloseTo(dice, 9)
  },
)

// Word pairs of Wikipedia's article on pointwise mutual information, and its example of lift.
test('published pairs of words have their mutual information', () => {
  const all = 50_000_952
  expect(cooccurrence({ both: 1159, first: 1938, second: 1311, all }).pmi).toBeCloseTo(10.0349081703, 9)
  expect(cooccurrence({ both: 2205, first: 2438, second: 2694, all }).pmi).toBeCloseTo(9.7283197241, 9)
  expect(cooccurrence({ both: 1, first: 2, second: 2, all: 5 }).lift).toBe(1.25)
})

test('what cannot be computed is null', () => {
  expect(cooccurrence({ both: 0, first: 0, second: 4, all: 10 })).toMatchObject({ jaccard: 0, lift: null, pmi: null })
  expect(cooccurrence({ both: 0, first: 3, second: 4, all: 10 })).toMatchObject({ lift: 0, pmi: null, npmi: null })
  expect(cooccurrence({ both: 5, first: 5, second: 5, all: 5 })).toMatchObject({
    jaccard: 1,
    npmi: null,
    phi: null,
    p: 1,
  })
})

test('pairs with few respondents are left out, but count as tests', () => {
  const who = (list: string): ReadonlySet<string> => new Set(list)
  const pairs = cooccurrences(
    new Map([
      ['a', who('12345678')],
      ['b', who('1234567')],
      ['c', who('89')],
    ]),
    30,
  )
  expect(pairs.map(({ codes, both }) => [...codes, both])).toEqual([['a', 'b', 7]])
  expect(pairs[0]!.adjusted).toBeCloseTo(pairs[0]!.p * 3, 12)
  expect(cooccurrences(new Map(), 30)).toEqual([])
})
