import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { csv } from '../../src/formats/csv.ts'
import { decode } from '../../src/formats/decode.ts'
import { firstInvalidUtf8 } from '../../src/formats/utf8.ts'
import { chunks, readAllRows, stopOf } from './reading.ts'

const text = async (bytes: Uint8Array, encoding?: string, size = 3): Promise<string> => {
  let result = ''
  for await (const piece of decode(chunks(bytes, size), { file: 'a.csv', encoding })) result += piece
  return result
}

const sample = 'id,a\r\n1,“naïve” – 20 € 😀\n'

describe('encodings', () => {
  test('UTF-8 with and without a byte order mark gives the same text', async () => {
    expect(await text(Buffer.from(sample))).toBe(sample)
    expect(await text(Buffer.from(`\ufeff${sample}`))).toBe(sample)
  })

  test('UTF-16 is known by its byte order mark, in any chunks', async () => {
    for (const encoding of ['utf-16le', 'utf-16be'])
      for (const size of [1, 2, 3, 5, 1000])
        expect(await text(iconv.encode(sample, encoding, { addBOM: true }), undefined, size)).toBe(sample)
  })

  test('a stated encoding is used', async () => {
    expect(await text(iconv.encode('“naïve” – 20 €', 'windows-1252'), 'windows-1252')).toBe('“naïve” – 20 €')
    expect(await text(iconv.encode('日本語', 'shift_jis'), 'Shift_JIS')).toBe('日本語')
    expect(await text(iconv.encode(sample, 'utf-16le'), 'utf-16le')).toBe(sample)
  })

  test('a byte that is not UTF-8 is named with offset, line and a suggestion', async () => {
    const bytes = iconv.encode('id,a\r\n1,été à la côte, où les élèves étaient arrivés\n', 'windows-1252')
    for (const size of [1, 4, 1000]) {
      const stop = await stopOf(text(bytes, undefined, size))
      expect(stop.exitCode).toBe(2)
      expect(stop.findings[0]!.where).toEqual({ file: 'a.csv', line: 2 })
      expect(stop.findings[0]!.message).toContain('byte 0xE9 at offset 8 is not UTF-8')
      expect(stop.findings[0]!.message).toMatch(/`encoding: [a-z]/)
    }
  })

  test('the suggestion follows the detector where the text is long enough', async () => {
    const words = 'les élèves étaient arrivés à la côte, où naïveté et déjà-vu se mêlaient. '.repeat(20)
    const stop = await stopOf(text(iconv.encode(words, 'windows-1252'), undefined, 1000))
    expect(stop.findings[0]!.message).toMatch(/looks like (windows-1252|iso-8859-1)/)
  })

  test('a character cut off at the end of the file is an error', async () => {
    const stop = await stopOf(text(Buffer.from([0x61, 0x62, 0x63, 0x64, 0xe2, 0x82])))
    expect(stop.findings[0]!.message).toContain('0xE2 at offset 4')
    expect((await stopOf(text(Buffer.from([0xff, 0xfe, 0x61, 0, 0x62])))).exitCode).toBe(2)
  })

  test('UTF-16 without a mark, unknown encodings and bytes without a meaning are refused', async () => {
    const bare = await stopOf(text(iconv.encode(sample, 'utf-16le'), undefined, 1000))
    expect(bare.findings[0]!.message).toContain('`encoding: utf-16le`')
    expect((await stopOf(text(Buffer.from('a'), 'klingon'))).findings[0]!.message).toContain('`klingon`')
    const bad = await stopOf(text(Buffer.from([0x61, 0x0a, 0x62, 0x81, 0x63]), 'windows-1252', 1000))
    expect(bad.findings[0]!.where?.line).toBe(2)
    const half = await stopOf(text(Buffer.from('\ufeffa\ud83db', 'utf16le')))
    expect(half.exitCode).toBe(2)
  })

  test('a csv file in UTF-16 reads like its UTF-8 twin', async () => {
    expect((await readAllRows(csv, iconv.encode(sample, 'utf-16le', { addBOM: true }))).rows).toEqual(
      (await readAllRows(csv, sample)).rows,
    )
  })
})

describe('first invalid byte', () => {
  test('agrees with the platform on random bytes', () => {
    const byte = fc.constantFrom(
      0x41,
      0x80,
      0xbf,
      0xc1,
      0xc3,
      0xe0,
      0xa0,
      0xed,
      0x9f,
      0xf0,
      0x90,
      0xf4,
      0x8f,
      0xf5,
      0xff,
    )
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 6 }).chain(() => fc.array(byte, { maxLength: 8 })),
        (list) => {
          const bytes = Uint8Array.from(list)
          const at = firstInvalidUtf8(bytes)
          expect(at === -1).toBe(isUtf8(bytes))
          if (at >= 0) expect(isUtf8(bytes.subarray(0, at))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
