import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repair } from '../../src/text/repair.ts'

test('line ends, control characters and lone surrogates are repaired and counted', () => {
  expect(repair('a\r\nb\rc\n\td\0\x1b\ud83d 😀 \ude00')).toEqual({
    text: 'a\nb\nc\n\td\ufffd\ufffd\ufffd 😀 \ufffd',
    repairs: { crlf: 1, cr: 1, controls: 2, surrogates: 2 },
  })
})

test('a clean text is given back as it is, not normalised', () => {
  const text = 'e\u0301 ﬁ \u2028 \x7f \ufeff 👨🏻‍🚒\n\t'
  expect(repair(text)).toEqual({ text, repairs: { crlf: 0, cr: 0, controls: 0, surrogates: 0 } })
})

test('a repaired text needs no repair, is well-formed, and differs only where counted', () => {
  const unit = fc.constantFrom('a', '\r', '\n', '\0', '\x0b', '\ud83d', '\ude00', 'é', '\t')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (raw) => {
      const { text, repairs } = repair(raw)
      expect(repair(text).text).toBe(text)
      expect(Buffer.from(text).toString()).toBe(text)
      expect(text.length).toBe(raw.length - repairs.crlf)
    }),
  )
})
