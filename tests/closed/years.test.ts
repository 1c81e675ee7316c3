import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsOf } from '../../src/closed/years.ts'

const longest = (text: string): number => Math.max(0, ...termsOf(text).map(({ years }) => years))
const bounds = (text: string): string =>
  termsOf(text)
    .map(({ years, bound }) => `${bound} ${years}`)
    .join(', ')

describe('termsOf', () => {
  it.each([
    ['up to five years', 5],
    ['from two to six years', 6],
    ['between 2 and 5 years', 5],
    ['6 months to 3 years', 3],
    ['2–5 years', 5],
    ['7 (seven) years', 7],
    ['seven (7) years', 7],
    ['twenty-five years', 25],
    ['3.5 years', 3.5],
    ['3 ½ years', 3.5],
    ['two and a half years', 2.5],
    ['36 months', 3],
    ['10 yrs', 10],
    ['five-year maximum', 5],
    ['raised from two to six years in 2020', 6],
    ['up to a year', 1],
    ['Ten', 10],
    ['Yes, up to seven.', 7],
    ['life imprisonment', Number.POSITIVE_INFINITY],
    ['five years, rising to eight where a group is involved', 8],
    ['Max. 6 yrs (10 if OCG)', 10],
    ['one year for a first offence; three at most', 3],
    ['a fine of EUR 5,000', 0],
    ['article 5, section 12', 0],
  ])('reads `%s` as %d years', (text, years) => expect(longest(text)).toBe(years))

  it.each([
    ['minimum two years', 'least 2'],
    ['at least five years', 'least 5'],
    ['not less than five but not more than ten years', 'most 10'],
    ['not less than one year', 'least 1'],
    ['not more than three years', 'most 3'],
    ['does not exceed two years', 'most 2'],
    ['more than four years', 'least 4'],
    ['less than four years', 'under 4'],
    ['the threshold of four years is not reached', 'under 4'],
    ['does not reach four years', 'under 4'],
    ['two years or more', 'least 2'],
    ['minimum two years, maximum six years', 'least 2, most 6'],
  ])('tells what is bound in `%s`: %s', (text, expected) => expect(bounds(text)).toBe(expected))

  it.each([
    ['the law was changed five years ago'],
    ['in the last ten years'],
    ['a bill would raise it to six years'],
    ['formerly five years'],
    ['banned from the trade for five years'],
    ['the life term is confined to other offences'],
    ['ten years of experience'],
  ])('leaves out what is no penalty in force: `%s`', (text) => expect(termsOf(text)).toEqual([]))

  it('gives the place of each term', () => {
    const text = 'No: the upper limit is three years.'
    const { start, end, quote } = termsOf(text)[0]!.at
    expect([text.slice(start, end), quote]).toEqual(['three years', 'three years'])
  })

  it('quotes the text at the offsets that it gives, whatever the text', () => {
    const words = fc.constantFrom(
      'up to',
      'five',
      '12',
      'years',
      'months',
      'or',
      '(',
      ')',
      ';',
      'not',
      'to',
      'life',
      '.',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ')
        for (const { at, years } of termsOf(text)) {
          expect(text.slice(at.start, at.end)).toBe(at.quote)
          expect(years).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })
})
