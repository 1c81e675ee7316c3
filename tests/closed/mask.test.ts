import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskAnswer } from '../../src/closed/mask.ts'

const question = { number: '6(a)', text: 'Is illicit trafficking in wildlife criminalized in your country?' }
const mask = (text: string, number = '6(a)'): string => maskAnswer(text, { ...question, number }).trim()

describe('maskAnswer', () => {
  it.each([
    ['• Yes.', 'Yes.'],
    ['Answer: No', 'No'],
    ['6(a) Yes', 'Yes'],
    ['6a. Yes', 'Yes'],
    ['Question 6 (a): Yes', 'Yes'],
    ['1. Yes, since 2010', 'Yes, since 2010'],
    ['Is illicit trafficking in wildlife criminalized in your country? Yes.', 'Yes.'],
    ['6 years', '6 years'],
    ['Law No. 45', 'Law     45'],
    ['No. 3 years', 'No. 3 years'],
  ])('reads `%s` as `%s`', (text, expected) => expect(mask(text)).toBe(expected))

  it.each([
    ['☒ Yes ☐ No', 'Yes'],
    ['☐ Yes ☒ No', 'No'],
    ['Yes ☐ No ☒', 'No'],
    ['[x] Yes\n[ ] No\nSee article 5.', 'Yes\n      \nSee article 5.'],
    ['( ) Yes (X) No', 'No'],
  ])('keeps the ticked option of `%s`', (text, expected) => expect(mask(text)).toBe(expected))

  it('needs a sign behind the number of a question without letter', () => {
    expect(mask('9. No', '9')).toBe('No')
    expect(mask('9 years', '9')).toBe('9 years')
  })

  it('moves nothing: what is not blanked stands where it stood', () => {
    const parts = fc.constantFrom('☒', '☐', 'Yes', 'No. 5', '\n', '6(a)', '[x]', '( )', '-', 'é', '😀')
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 10 }), (list) => {
        const text = list.join(' ')
        const masked = maskAnswer(text, question)
        expect(masked.length).toBe(text.length)
        for (let index = 0; index < text.length; index++) expect([' ', text[index]]).toContain(masked[index])
      }),
      { numRuns: 300 },
    )
  })
})
