import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldTable, foldWords, wordsOf, wordUnit } from '../../../src/text/fold.ts'
import { reader } from '../reading.ts'

type Case = readonly [
  name: string,
  text: string,
  terms: readonly string[],
  spans: readonly (readonly [number, number])[],
]

const cases: readonly Case[] = [
  [
    'a hyphen where the term has a blank',
    'Anti-money-laundering rules and money laundering.',
    ['money laundering'],
    [
      [5, 21],
      [32, 48],
    ],
  ],
  ['a non-breaking hyphen', 'money\u2011laundering', ['money laundering', 'money-laundering'], [[0, 16]]],
  ['a curly apostrophe and a possessive', 'Côte d\u2019Ivoire\u2019s report', ["Côte d'Ivoire"], [[0, 13]]],
  [
    'accents that the text leaves out',
    "Cote d'Ivoire and vélib",
    ["Côte d'Ivoire", 'vélib'],
    [
      [0, 13],
      [18, 23],
    ],
  ],
  ['a decomposed accent', 'le ve\u0301lib est la', ['vélib'], [[3, 9]]],
  [
    'soft hyphens',
    'traf\u00ADficking in wild\u00ADlife',
    ['trafficking', 'wildlife'],
    [
      [0, 12],
      [16, 25],
    ],
  ],
  ['a no-break space', 'customs\u00A0officers trained', ['customs officers'], [[0, 16]]],
  ['a ligature', 'con\uFB01scated goods', ['confiscated'], [[0, 10]]],
  ['a line break', 'customs\nofficers', ['customs officers'], [[0, 16]]],
  ['a dotted capital I', 'İstanbul muhafaza afa', ['afa'], [[18, 21]]],
  ['the word with the dotted capital I', 'İstanbul', ['istanbul'], [[0, 8]]],
  ['an emoji of several parts before', '👨\u200D👩\u200D👧 training held', ['training'], [[9, 17]]],
  ['an emoji glued to the word', '👍training👍', ['training'], [[2, 10]]],
  ['an emoji between the words', 'customs 👮 officers', ['customs officers'], []],
  ['capitals', 'CUSTOMS OFFICERS', ['customs officers'], [[0, 16]]],
  ['a comma in the phrase', 'customs, officers', ['customs officers'], []],
  ['a sentence break in the phrase', 'customs. Officers', ['customs officers'], []],
  ['parts of words', 'untraining retraining trainings', ['training'], []],
  ['full width', 'ｔｒａｉｎｉｎｇ', ['training'], [[0, 8]]],
  [
    'a sharp s',
    'Die STRASSE und die Straße',
    ['straße'],
    [
      [4, 11],
      [20, 26],
    ],
  ],
  ['an apostrophe before a ligature', 'l’ﬁnance', ["l'finance"], [[0, 8]]],
  ['a dash of two hyphens', 'customs -- officers', ['customs officers'], []],
  ['a dash between blanks', 'customs – officers', ['customs officers'], []],
  ['an en dash without blanks', 'customs–officers', ['customs officers'], [[0, 16]]],
  [
    'a final sigma',
    'ΟΔΟΣ οδος οδός',
    ['οδος'],
    [
      [0, 4],
      [5, 9],
      [10, 14],
    ],
  ],
  ['mathematical letters', '𝐭𝐫𝐚𝐢𝐧', ['train'], [[0, 10]]],
  ['a zero-width space inside', 'tra\u200bin', ['train'], [[0, 6]]],
  ['lone surrogates around', '\ud800train\udc00', ['train'], [[1, 6]]],
  ['NUL between the words', 'customs\u0000officers', ['customs officers'], [[0, 16]]],
  ['a wildcard behind a hyphen', 'anti-trafficking', ['anti-traffick*'], [[0, 16]]],
  ['exact spelling', 'CITES cites Cites', ['=CITES'], [[0, 5]]],
  ['exact spelling with a soft hyphen inside', 'CI\u00adTES', ['=CITES'], [[0, 6]]],
  ['the possessive of a plural', 'Peoples’ rights', ["peoples' rights", 'peoples rights'], [[0, 15]]],
  ['a closing quotation mark', '‘customs’ officers', ['customs officers'], [[1, 18]]],
  ['another closing quotation mark', '‘border’ officers', ['border officers'], []],
  ['a negation in one word', 'we don’t know', ["don't"], [[3, 8]]],
]

describe('a term is found in spite of typography, with offsets into the untouched text', () => {
  for (const [name, text, terms, spans] of cases)
    it(name, () => {
      const found = reader({ codes: { c: terms } })
        .hits(text)
        .filter(({ suppressed }) => !suppressed)
      expect(found.map(({ start, end }) => [start, end])).toEqual(spans)
    })
})

describe('folding', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })

  it('is the same for both normal forms', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(foldWords(text.normalize('NFD'))).toEqual(foldWords(text.normalize('NFC')))
      }),
    )
  })

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(words, (text) => {
        for (const word of foldWords(text)) expect(foldWords(word)).toEqual([word])
      }),
      { examples: [['ŉ ']] },
    )
  })

  it('ignores case and soft hyphens in Latin text', () => {
    const latin = fc.stringMatching(/^[a-zA-ZÀ-ÖØ-öø-ÿœŒſﬁﬂ' -]{0,20}$/)
    fc.assert(
      fc.property(latin, (text) => {
        const plain = foldWords(text)
        expect(foldWords(text.toUpperCase())).toEqual(plain)
        expect(foldWords(text.replace(/(\p{L})(?=\p{L})/gu, '$1\u00ad'))).toEqual(plain)
        expect(foldWords(text.replaceAll("'", '\u2019'))).toEqual(plain)
      }),
    )
  })

  it('changes no unit that is folded', () => {
    const unstable = Array.from(foldTable.entries()).filter(
      ([, folded]) => folded >= wordUnit && foldTable[folded] !== folded,
    )
    expect(unstable).toEqual([])
  })

  it('gives offsets that cut out a text of the same word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const { folded, start, end } of wordsOf(text)) expect(foldWords(text.slice(start, end))).toEqual([folded])
      }),
    )
  })
})
