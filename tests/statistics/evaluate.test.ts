import { expect, test } from 'vitest'
import { type Assignment, evaluate } from '../../src/statistics/evaluate.ts'
import { frequencyError } from '../../src/statistics/frequency-error.ts'
import { macroScore, score } from '../../src/statistics/score.ts'

/** `'A AB - C'`: the codes of the units 0, 1, ... */
const assignments = (units: string): readonly Assignment[] =>
  units
    .split(' ')
    .flatMap((codes, unit) =>
      [...codes].filter((code) => code !== '-').map((code) => ({ unit: `${unit}`, respondent: `${unit}`, code })),
    )
const range = (length: number): readonly string[] => Array.from({ length }, (_, index) => `${index}`)

test('scores of eight units are those of scikit-learn 1.2.1', () => {
  const result = evaluate(assignments('A AB C BC - AC B A'), assignments('A A BC B - AC AB -'), range(8))
  expect(result.micro.precision).toBeCloseTo(7 / 9, 9)
  expect(result.micro.recall).toBeCloseTo(0.7, 9)
  expect(result.micro.f1).toBeCloseTo(0.7368421053, 9)
  expect(result.macro.precision).toBeCloseTo(0.8055555556, 9)
  expect(result.macro.recall).toBeCloseTo(0.6944444444, 9)
  expect(result.macro.f1).toBeCloseTo(0.7388888889, 9)
  expect(result.codes.map(({ code, f1 }) => [code, f1?.toFixed(4)])).toEqual([
    ['A', '0.7500'],
    ['B', '0.6667'],
    ['C', '0.8000'],
  ])
})

test('a code that nobody used has no score of its own and stays out of the mean over used codes', () => {
  const codes = ['A', 'B', 'C', 'D']
  const result = evaluate(assignments('AB A - C ABC B'), assignments('AB AC - C AB C'), range(6), { codes })
  expect(result.micro.f1).toBeCloseTo(0.75, 9)
  expect(result.codes.at(-1)).toMatchObject({ code: 'D', support: 0, precision: null, recall: null, f1: null })
  expect(result.macro.codes).toBe(3)
  // scikit-learn with zero_division=0 over all four codes
  const all = macroScore(result.codes)
  expect(all.precision).toBeCloseTo(0.5833333333, 9)
  expect(all.recall).toBeCloseTo(0.5416666667, 9)
  expect(all.f1).toBeCloseTo(0.55, 9)
})

test('F1 of 20, 5, 9 is 0.7407 with its interval', () => {
  expect(score({ tp: 20, fp: 5, fn: 9 }).f1).toBeCloseTo(0.7407407407, 9)
  expect(score({ tp: 0, fp: 2, fn: 0 })).toMatchObject({ precision: 0, recall: null, f1: 0 })
})

test('the frequency is compared in respondents, and each is counted once', () => {
  const at = (unit: string, respondent: string): Assignment => ({ unit, respondent, code: 'A' })
  const gold = [at('r1/q1', 'r1'), at('r1/q2', 'r1'), at('r2/q1', 'r2')]
  const system = [at('r1/q1', 'r1'), at('r3/q1', 'r3'), at('r4/q1', 'r4'), at('r9/q1', 'r9')]
  const units = ['r1', 'r2', 'r3', 'r4'].flatMap((respondent) => [`${respondent}/q1`, `${respondent}/q2`])
  const result = evaluate(gold, system, units)
  expect(result.codes[0]).toMatchObject({
    tp: 1,
    fp: 2,
    fn: 2,
    support: 3,
    respondents: { gold: 2, system: 3, error: 1 },
    agreement: { units: 8, agreement: 0.5 },
  })
  expect(result.frequency).toEqual({ meanAbsolute: 1, maxAbsolute: 1, bias: 1 })
  expect(result.macroSupported).toEqual({ codes: 0, precision: null, recall: null, f1: null })
})

test('agreement is measured over the units that may have the code', () => {
  const result = evaluate(assignments('A -'), assignments('A A'), range(10), { mayHave: (unit) => Number(unit) < 4 })
  expect(result.codes[0]!.agreement).toMatchObject({ units: 4, agreement: 0.75 })
})

// Quantification errors over themes, computed by a reference and numpy.
test.each([
  [[0.1, 0.25, 0.02, 0.4], [0.14, 0.22, 0.05, 0.41], 0.0275, 0.04, 0.0125],
  [[0.5, 0.1], [0.45, 0.16], 0.055, 0.06, 0.005],
])('errors of the shares %j against %j are as computed', (gold, system, mean, max, bias) => {
  const error = frequencyError(gold.map((value, index) => ({ gold: value, system: system[index]! })))
  expect(error.meanAbsolute).toBeCloseTo(mean, 9)
  expect(error.maxAbsolute).toBeCloseTo(max, 9)
  expect(error.bias).toBeCloseTo(bias, 9)
})

test('no codes have no error', () => {
  expect(evaluate([], [], ['r1/q1']).frequency.meanAbsolute).toBeNull()
})
