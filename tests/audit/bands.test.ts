import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandNamed, bandOf, bandPolicySchema, bandText, quantifier } from '../../src/audit/bands.ts'
import { readYaml } from '../../src/io/yaml.ts'

const read = async (name: string) =>
  (await readYaml(join(import.meta.dirname, `../../lexicons/bands/${name}.yaml`), bandPolicySchema)).value
const un = await read('un-report')
const scotland = await read('education-scotland')

// Every numbered use of a quantifier word in the Secretariat's report on 77 replies (CCPCJ 33, 2024).
test.each([
  ['most', [49, 50, 52, 67]],
  ['more than half', [41, 44]],
  ['many', [38, 29, 18]],
  ['some', [14, 13, 6]],
])('the report’s own bands give "%s" for %j of 77', (word, counts) => {
  for (const count of counts) expect(quantifier(un, count, 77)).toBe(word)
})

test('below the floor the number is given, and none and all are exact', () => {
  expect([0, 1, 2, 3, 76, 77].map((count) => quantifier(un, count, 77))).toEqual([
    'none',
    null,
    null,
    'some',
    'almost all',
    'all',
  ])
  expect([1, 2].map((count) => quantifier(un, count * 10, 20))).toEqual(['half', 'all'])
  expect(quantifier(un, 0, 0)).toBeNull()
})

test('another policy gives other words for the same shares', () => {
  expect([15, 16, 49, 50, 74, 75, 90, 91].map((count) => quantifier(scotland, count, 100))).toEqual([
    'few',
    'less than half',
    'less than half',
    'the majority',
    'the majority',
    'most',
    'most',
    'almost all',
  ])
  expect([un.version, scotland.version]).toEqual([1, 1])
})

test('a word is known in all its writings', () => {
  expect(bandNamed(un, 'Most of')?.word).toBe('most')
  expect(bandNamed(un, 'hardly any')).toBeUndefined()
  expect(bandText(bandNamed(un, 'many')!)).toBe('from 20 to below 50 per cent')
  expect(bandText(bandNamed(un, 'half')!)).toBe('50 per cent')
})

test('every share has exactly one band', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (base, share) => {
      const count = Math.round(share * base)
      for (const policy of [un, scotland]) {
        const own = bandOf(policy, count, base)
        expect(policy.bands.filter((band) => bandOf({ ...policy, bands: [band] }, count, base))).toEqual([own])
      }
    }),
  )
})

test.each([
  [
    'a gap',
    [
      { word: 'a', from: 0, below: 50 },
      { word: 'b', above: 50, to: 100 },
    ],
    'begin where `a` ends, `from: 50`',
  ],
  [
    'an overlap',
    [
      { word: 'a', from: 0, to: 50 },
      { word: 'b', from: 50, to: 100 },
    ],
    '`above: 50`',
  ],
  ['a late start', [{ word: 'a', from: 1, to: 100 }], 'begins at `from: 0`'],
  ['an early end', [{ word: 'a', from: 0, to: 99 }], 'ends at `to: 100`'],
  ['two starts', [{ word: 'a', from: 0, above: 0, to: 100 }], 'either `from` or `above`'],
  [
    'a word twice',
    [
      { word: 'a', from: 0, below: 9 },
      { word: 'A', from: 9, to: 100 },
    ],
    'two bands',
  ],
])('bands with %s are refused', (_, bands, message) => {
  const result = bandPolicySchema.safeParse({ title: 't', version: 1, bands })
  expect(result.error?.issues.map((issue) => issue.message).join()).toContain(message)
})
