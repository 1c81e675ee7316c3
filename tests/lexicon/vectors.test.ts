import { describe, expect, it } from 'vitest'
import type { OverlapPolicy } from '../../src/lexicon/overlap.ts'
import { reader } from './reading.ts'

/** One known result of another engine: what it gave, and what we give where we differ on purpose. */
interface Vector {
  readonly id: string
  readonly text: string
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly overlap?: OverlapPolicy
  /** Codes of the counted hits in order. */
  readonly expected: readonly string[]
  /** Why the result differs from the other engine's. */
  readonly deviation?: string
}

const states = {
  Countries: ['United States', 'Federal Republic of Germany'],
  oceans: ['Atlantic Ocean', 'Pacific Ocean'],
  team: ['Manchester United', 'Arsenal'],
}
const bordered = 'The United States is bordered by the Atlantic Ocean and the Pacific Ocean.'
const announcer = "It's Arsenal versus Manchester United, states the announcer."
const wild = { Countries: ['Stat*'], oceans: ['*ic'], swords: ['*s'] }
const islands = {
  VG: ['British Virgin Islands', 'Virgin Island*', 'Road Town'],
  GB: ['UK', 'United Kingdom', 'Britain', 'British', 'Briton*', 'Brit*', 'London'],
}
const samoa = { AS: ['American Samoa'], WS: ['Samoa', 'Samoan*', 'Apia'], US: ['American*'] }
const congo = { CD: ['Democratic Republic of Congo', 'Congolese'], CG: ['Republic of Congo', 'Congolese'] }
const seas = {
  'Europe.Countries': ['Britain', 'Ireland'],
  'Europe.oceans.west': ['Irish Sea'],
  'Europe.oceans.east': ['English Channel'],
  'US.Countries': ['States'],
  'US.oceans': ['Atlantic', 'Pacific'],
}
const channel = 'Britain and Ireland have the Irish Sea and the English Channel.'

const vectors: readonly Vector[] = [
  { id: 'V1', text: bordered, codes: states, expected: ['Countries', 'oceans', 'oceans'] },
  {
    id: 'V2',
    text: announcer,
    codes: { Countries: ['=United =States'], team: ['=Manchester =United', '=Arsenal'] },
    expected: ['team', 'team'],
  },
  {
    id: 'V3',
    text: announcer,
    codes: states,
    expected: ['team', 'team'],
    deviation: 'a phrase does not cross the comma of "United, states", so Countries is 0',
  },
  {
    id: 'V4',
    text: 'We need Manchester Unity in the Federal Republic of Germany today.',
    codes: { Countries: ['Federal ~1 of'], team: ['Manchester ~0 unit*'] },
    expected: ['team', 'Countries'],
    deviation: 'a wildcard needs a letter; a word left open is a gap',
  },
  { id: 'V5', text: bordered, codes: wild, expected: ['Countries', 'swords', 'swords', 'oceans', 'oceans'] },
  {
    id: 'V6',
    text: 'The Supreme Court of the United States is seldom in a united state.',
    codes: wild,
    expected: ['Countries', 'swords', 'swords', 'Countries'],
  },
  {
    id: 'V7',
    text: 'United States of America is bordered by the Atlantic Ocean and the Pacific Ocean',
    codes: { Countries: ['United States', 'United States of America'], oceans: ['Ocean'] },
    expected: ['Countries', 'oceans', 'oceans'],
  },
  { id: 'V8', text: 'A B C', codes: { key: ['B C', 'A B C'] }, expected: ['key'] },
  {
    id: 'V9',
    text: 'say good bye to Hollywood',
    codes: { pos: ['good'], farewell: ['good bye'] },
    expected: ['pos', 'farewell'],
  },
  {
    id: 'V10 per code',
    text: 'British Virgin Islands is a British overseas territory',
    codes: islands,
    expected: ['GB', 'VG', 'GB'],
    deviation: 'of two hits that begin together the shorter is listed first, not the one of the first code',
  },
  {
    id: 'V10 all codes',
    text: 'British Virgin Islands is a British overseas territory',
    codes: islands,
    overlap: 'global-longest',
    expected: ['VG', 'GB'],
  },
  {
    id: 'V11 per code',
    text: 'American Samoa is in the South Pacific',
    codes: samoa,
    expected: ['US', 'AS', 'WS'],
    deviation: 'as V10',
  },
  {
    id: 'V11 all codes',
    text: 'American Samoa is in the South Pacific',
    codes: samoa,
    overlap: 'global-longest',
    expected: ['AS'],
  },
  {
    id: 'V12',
    text: 'Congolese are people in Republic of Congo or Democratic Republic of Congo',
    codes: congo,
    overlap: 'global-longest',
    expected: ['CD', 'CG', 'CG', 'CD'],
  },
  {
    id: 'V13 to V20',
    text: channel,
    codes: seas,
    expected: ['Europe.Countries', 'Europe.Countries', 'Europe.oceans.west', 'Europe.oceans.east'],
    deviation: 'codes are matched at their leaf; sums above it are made by the family of the codebook, not by a level',
  },
  { id: 'V21 first', text: 'a c d d', codes: { one: ['a', 'b', 'b c'], two: ['e', 'f'] }, expected: ['one'] },
  {
    id: 'V21 second',
    text: 'a a b c c c e f',
    codes: { one: ['a', 'b', 'b c'], two: ['e', 'f'] },
    expected: ['one', 'one', 'one', 'two', 'two'],
    deviation: 'words without a hit are not counted: what is counted is answers, and those without a coding are',
  },
  {
    id: 'V22',
    text: 'word word2 document documents documenting',
    codes: { document: ['document*'] },
    expected: ['document', 'document', 'document'],
  },
  {
    id: 'V23',
    text: 'a b c d e f g x y z',
    codes: { s1: ['a b'], s2: ['x y'], n: ['d', 'e'], z: ['zzz'] },
    expected: ['s1', 'n', 'n', 's2'],
  },
  { id: 'V24', text: 'a b c', codes: { k: ['a b', 'b c'] }, expected: ['k'] },
  { id: 'V25', text: 'a b c', codes: { x: ['a b'], y: ['b c'] }, expected: ['x', 'y'] },
  {
    id: 'V25 all codes',
    text: 'a b c',
    codes: { x: ['a b'], y: ['b c'] },
    overlap: 'global-longest',
    expected: ['x', 'y'],
  },
  { id: 'V26', text: 'a a a', codes: { k: ['a a'] }, expected: ['k'] },
  { id: 'V27', text: 'cat cats ca', codes: { k: ['cat?'] }, expected: ['k'] },
  { id: 'V28', text: 'colour color colouring', codes: { k: ['col*r'] }, expected: ['k', 'k'] },
  {
    id: 'V29 blank',
    text: 'money-laundering case',
    codes: { k: ['money laundering'] },
    expected: ['k'],
    deviation: 'a hyphen is a blank',
  },
  { id: 'V29 hyphen', text: 'money-laundering case', codes: { k: ['money-laundering'] }, expected: ['k'] },
  {
    id: 'V30',
    text: 'customs, officers',
    codes: { k: ['customs officers'] },
    expected: [],
    deviation: 'no phrase crosses a comma, and there is no option to drop punctuation',
  },
  {
    id: 'V31',
    text: 'We saw customs. Officers left.',
    codes: { k: ['customs officers'] },
    expected: [],
    deviation: 'no phrase crosses the end of a sentence',
  },
  {
    id: 'V32',
    text: 'the State’s duty',
    codes: { k: ["state's"] },
    expected: ['k'],
    deviation: 'apostrophes are one sign, and a possessive is not part of the word',
  },
  {
    id: 'V38 near',
    text: 'Renewable fuel is better than fossil fuels!',
    codes: { k: ['renewable NEAR/10 fuels'] },
    expected: ['k'],
  },
  {
    id: 'V38 far',
    text: 'Renewable fuel is better than fossil fuels!',
    codes: { k: ['renewable NEAR/2 fuels'] },
    expected: [],
  },
  {
    id: 'V39 in the answer',
    text: 'It was Rutte. Bos, on the other hand, is not always Wouter',
    codes: { k: ['rutte AND/answer bos'] },
    expected: ['k'],
  },
  {
    id: 'V39 in the sentence',
    text: 'It was Rutte. Bos, on the other hand, is not always Wouter',
    codes: { k: ['rutte NEAR/5 bos'], n: ['bos NEAR/5 wouter'], y: ['bos NEAR/10 wouter'] },
    expected: ['y'],
  },
]

describe('known results of other engines', () => {
  for (const { id, text, codes, overlap = 'per-code', expected, deviation } of vectors)
    it(`${id}${deviation ? ` (we differ: ${deviation})` : ''}`, () => {
      const { codes: found, findings } = reader({ codes, overlap })
      expect(findings).toEqual([])
      expect(found(text)).toEqual(expected)
    })

  it('do not depend on the order of codes and rules, but for the order at one place', () => {
    for (const { text, codes, overlap = 'per-code', expected } of vectors) {
      const reversed = Object.fromEntries(
        Object.entries(codes)
          .reverse()
          .map(([code, rules]) => [code, [...rules].reverse()]),
      )
      expect(reader({ codes: reversed, overlap }).codes(text).sort()).toEqual([...expected].sort())
    }
  })
})
