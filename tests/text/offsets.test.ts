import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/text/hash.ts'
import { toCodePoints, toUtf16 } from '../../src/text/offsets.ts'

const firemen = '👨🏻‍🚒 firemen drive firetrucks'

describe('offsets', () => {
  it('count a fireman of several code points as the span contract says', () => {
    expect(firemen.indexOf('firetrucks')).toBe(22)
    expect(toCodePoints(firemen, 22)).toBe(19)
    expect(toUtf16(firemen, 19)).toBe(22)
  })

  it('are undefined inside a surrogate pair and outside the text', () => {
    expect(toCodePoints(firemen, 1)).toBeUndefined()
    expect(toCodePoints('👍', 3)).toBeUndefined()
    expect(toCodePoints('👍', -1)).toBeUndefined()
    expect(toCodePoints('ab', 0.5)).toBeUndefined()
    expect(toUtf16('👍', 2)).toBeUndefined()
    expect(toUtf16('👍', -1)).toBeUndefined()
    expect(toUtf16('👍', 1)).toBe(2)
  })

  it('take the same way there and back in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '👍', '\ud83d', '\udc4d', 'é')), (parts) => {
        const text = parts.join('')
        const points = Array.from(text)
        for (let offset = 0; offset <= points.length; offset++) {
          const utf16 = points.slice(0, offset).join('').length
          expect(toUtf16(text, offset)).toBe(utf16)
          expect(toCodePoints(text, utf16)).toBe(offset)
        }
      }),
    )
  })
})

describe('sha256', () => {
  it('hashes the UTF-8 of a text', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256('é')).not.toBe(sha256('e\u0301'))
  })
})
