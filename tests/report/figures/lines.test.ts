import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, textWidth } from '../../../src/report/figures/lines.ts'

test('a label is cut between words', () => {
  expect(linesOf('Western European and other States', 120, 13, 3)).toEqual(['Western European', 'and other States'])
  expect(linesOf('   ', 120, 13, 3)).toEqual([])
})

test('what does not fit ends in an ellipsis', () => {
  expect(linesOf('one two three four five six', 40, 13, 2)).toEqual(['one', 'two …'])
})

test('no line is wider than it may be, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const lines = linesOf(text, 90, 13, 1000)
      for (const line of lines) if ([...line].length > 1) expect(textWidth(line, 13)).toBeLessThanOrEqual(90)
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})
