import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigurePlan } from '../../../src/report/figures/figure.ts'
import { numberFigures } from '../../../src/report/figures/numbering.ts'
import { figureValue, roman } from '../../../src/report/figures/roman.ts'

const plans = (...stated: readonly (string | undefined)[]): readonly FigurePlan[] =>
  stated.map((number, index) => ({
    kind: 'question',
    subject: String(index),
    title: '',
    stated: number,
    tableId: 'closed',
    chart: { unit: '', bars: [], end: 1, left: 0 },
  }))

const numbers = (...stated: readonly (string | undefined)[]): readonly string[] =>
  numberFigures(plans(...stated)).map(({ plan, number }) => `${plan.subject}:${number}`)

describe('numbers of figures', () => {
  test('that the questionnaire states are kept, and order the figures', () => {
    expect(numbers('II', 'XI', 'III')).toEqual(['0:II', '2:III', '1:XI'])
  })

  test('of figures before the stated ones are the lowest free, of others those after the last', () => {
    expect(numbers(undefined, 'II', undefined, 'IV', undefined)).toEqual(['0:I', '1:II', '3:IV', '2:V', '4:VI'])
  })

  test('count from I where none is stated', () => {
    expect(numbers(undefined, undefined, 'none')).toEqual(['0:I', '1:II', '2:III'])
  })

  test('are never given twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }), { maxLength: 12 }),
        (stated) => {
          const given = numberFigures(plans(...stated.map((value) => (value === undefined ? undefined : roman(value)))))
          expect(new Set(given.map(({ number }) => number)).size).toBe(stated.length)
          expect(given.map(({ value }) => value)).toEqual(given.map(({ value }) => value).toSorted((a, b) => a - b))
        },
      ),
    )
  })
})

test('a Roman numeral has the value it was made of, and nothing else has one', () => {
  for (let value = 1; value < 4000; value++) expect(figureValue(roman(value))).toBe(value)
  for (const text of ['', 'IIII', 'VX', 'A', '0', '-1', 'I.', 'IM']) expect(figureValue(text)).toBeUndefined()
  expect(figureValue('12')).toBe(12)
})
