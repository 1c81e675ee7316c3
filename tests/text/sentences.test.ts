import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishAbbreviations } from '../../src/text/abbreviations.ts'
import { segments } from '../../src/text/sentences.ts'

const cut = (text: string) => segments(text, englishAbbreviations)

/** The segments as readable lines: `i|` item, `h|` heading, `s|` sentence; white space at the ends trimmed. */
const shown = (text: string): string[] =>
  cut(text).map(({ start, end, kind }) => `${kind[0]}|${text.slice(start, end).trim()}`)

const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['an empty text', '', []],
  ['white space only', ' \n\n ', ['s|']],
  ['two sentences', 'We trained 40 officers. Seizures rose.', ['s|We trained 40 officers.', 's|Seizures rose.']],
  ['question and exclamation', 'Why? Money! No staff.', ['s|Why?', 's|Money!', 's|No staff.']],
  ['a decimal', 'Some 3.5 tonnes of ivory.', ['s|Some 3.5 tonnes of ivory.']],
  [
    'a sentence that ends in a year',
    'It began in 2019. 40 officers came.',
    ['s|It began in 2019.', 's|40 officers came.'],
  ],
  ['e.g. and i.e.', 'Fauna, e.g. Horn, i.e. Keratin. Yes.', ['s|Fauna, e.g. Horn, i.e. Keratin.', 's|Yes.']],
  ['initials of a body', 'The U.N. Secretariat met.', ['s|The U.N. Secretariat met.']],
  [
    'initials before a starter',
    'We wrote to the U.N. The reply came.',
    ['s|We wrote to the U.N.', 's|The reply came.'],
  ],
  ['No. 5', 'Act No. 5 of 2009 and Law no. 12. None other.', ['s|Act No. 5 of 2009 and Law no. 12.', 's|None other.']],
  ['no as an answer', 'No. Such cases are unknown.', ['s|No.', 's|Such cases are unknown.']],
  ['no before I', 'No. I know of none.', ['s|No.', 's|I know of none.']],
  ['Art., arts., para.', 'See Art. 12, arts. 40-44 and para. 3 (b).', ['s|See Art. 12, arts. 40-44 and para. 3 (b).']],
  ['a Roman numeral', 'Listed in App. I and Art. IV. Done.', ['s|Listed in App. I and Art. IV.', 's|Done.']],
  ['a title', 'Dr. Sand and Col. Moss spoke.', ['s|Dr. Sand and Col. Moss spoke.']],
  ['initials of a person', 'J. Smith and A. B. Moss.', ['s|J. Smith and A. B. Moss.']],
  ['etc. before a small letter', 'Birds, fish, etc. are sold.', ['s|Birds, fish, etc. are sold.']],
  ['etc. before a capital', 'Birds, fish, etc. Customs act.', ['s|Birds, fish, etc.', 's|Customs act.']],
  ['etc. in brackets', 'Birds (fish, etc.) are sold.', ['s|Birds (fish, etc.) are sold.']],
  ['a month', 'Since Dec. 2019 and 5 Mar. 2020.', ['s|Since Dec. 2019 and 5 Mar. 2020.']],
  ['a small start', 'we have a law. it is old.', ['s|we have a law.', 's|it is old.']],
  ['quotation marks', 'He said “no.” Then he left.', ['s|He said “no.”', 's|Then he left.']],
  ['a question quoted', '“Why?” he asked.', ['s|“Why?” he asked.']],
  ['brackets', 'We did. (See 4.) Then not.', ['s|We did.', 's|(See 4.)', 's|Then not.']],
  ['an ellipsis in the sentence', 'Funds... are low… Yes.', ['s|Funds... are low…', 's|Yes.']],
  ['several marks', 'Really?! Yes.', ['s|Really?!', 's|Yes.']],
  ['no white space', 'See www.cites.org.Then go.', ['s|See www.cites.org.Then go.']],
  ['other scripts', '我们有法律。没有。', ['s|我们有法律。', 's|没有。']],
  ['an emoji start', 'Good. 👍 Yes.', ['s|Good.', 's|👍 Yes.']],
  ['a single line end', 'customs\nofficers and\nPolice', ['s|customs\nofficers and\nPolice']],
  ['a single line end after a full stop', 'We did.\nThen not.', ['s|We did.', 's|Then not.']],
  ['a blank line', 'a law exists\n \nand is old', ['h|a law exists', 's|and is old']],
  ['a colon and items', 'We need:\n- Cars\n– boats', ['h|We need:', 'i|- Cars', 'i|– boats']],
  ['a lead-in after a sentence', 'Yes. We did this:\n• train', ['s|Yes.', 'h|We did this:', 'i|• train']],
  ['a short line before items', 'Challenges\n\n* funds\n* staff', ['h|Challenges', 'i|* funds', 'i|* staff']],
  ['a colon line before text', 'Achievements:\nWe trained 40.', ['h|Achievements:', 's|We trained 40.']],
  ['item numbers', '1. Cars\n2) Boats\n(3) Dogs', ['i|1. Cars', 'i|2) Boats', 'i|(3) Dogs']],
  ['item letters', 'a) Cars\n(b) Boats\nc. Dogs', ['i|a) Cars', 'i|(b) Boats', 'i|c. Dogs']],
  ['small Roman items', 'i. Cars\nii. Boats\niv) Dogs', ['i|i. Cars', 'i|ii. Boats', 'i|iv) Dogs']],
  ['an o bullet', 'o Cars\no\tBoats', ['i|o Cars', 'i|o\tBoats']],
  ['an item of two sentences', '- Cars came. They help.\n- Dogs', ['i|- Cars came.', 's|They help.', 'i|- Dogs']],
  ['bullets in one line', '• Cars came. • Dogs.', ['i|• Cars came.', 'i|• Dogs.']],
  ['an inline enumeration', 'We a) train; b) equip; c. Pay.', ['s|We a) train; b) equip; c. Pay.']],
  ['inline numbers', 'We ask: 1. Cars. 2. Dogs.', ['s|We ask: 1. Cars.', 's|2. Dogs.']],
  ['a reference wrapped', 'under Art.\n5. Then not', ['s|under Art.\n5.', 's|Then not']],
  ['a negative number in a new line', 'at\n-5 degrees', ['s|at\n-5 degrees']],
  ['a year in a new line', 'since\n2019. Then more', ['s|since\n2019.', 's|Then more']],
  [
    'p.m.',
    'At 5 p.m. the shift ends. At 6 p.m. Customs close.',
    ['s|At 5 p.m. the shift ends.', 's|At 6 p.m.', 's|Customs close.'],
  ],
]

describe('segments', () => {
  it.each(cases)('%s', (_, text, expected) => expect(shown(text)).toEqual(expected))

  const units = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
    fc
      .array(
        fc.constantFrom(
          '.',
          '…',
          '!',
          ' ',
          '\n',
          '\t',
          '-',
          '•',
          '1',
          ')',
          '(',
          'a',
          'A',
          'e.g.',
          '"',
          ':',
          '👍',
          '\ud83d',
          '\udc4d',
          '。',
        ),
      )
      .map((parts) => parts.join('')),
  )

  it('cover any text without gap, overlap or empty segment, and split no surrogate pair', () => {
    fc.assert(
      fc.property(units, (text) => {
        const pieces = cut(text)
        expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        let at = 0
        for (const { start, end } of pieces) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          const split = /[\ud800-\udbff]$/.test(text.slice(0, end)) && /^[\udc00-\udfff]/.test(text.slice(end))
          expect(split).toBe(false)
          at = end
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('keep the first cut where a text is cut behind a blank line and both parts are cut alone', () => {
    const word = fc.constantFrom('We', 'train', 'No.', '5', 'e.g.', 'law.', '- x', '\n', 'A.')
    const part = fc.array(word, { minLength: 1 }).map((words) => `x${words.join(' ')}x`)
    fc.assert(
      fc.property(part, part, (first, second) => {
        const shift = first.length + 2
        const both = cut(`${first}\n\n${second}`)
        const ends = [...cut(first).map(({ end }) => end), ...cut(second).map(({ end }) => end + shift)]
        ends[cut(first).length - 1] = shift
        expect(both.map(({ end }) => end)).toEqual(ends)
      }),
    )
  })

  it.each([
    ['no white space', 'a'.repeat(1_000_000), 1],
    ['dots', '.'.repeat(1_000_000), 1],
    ['dots with letters', 'a.'.repeat(500_000), 1],
    ['dots with spaces', '. '.repeat(500_000), 1],
    ['combining marks', `e${'\u0301'.repeat(100_000)}. ${'\u0301'.repeat(100_000)}`, 1],
    ['closing brackets', `a.${')'.repeat(1_000_000)}`, 1],
    ['line ends', `a${'\n'.repeat(1_000_000)}b`, 2],
    ['spaces', `aa. ${' '.repeat(1_000_000)}B`, 2],
    ['item numbers', '1.\n'.repeat(100_000), 100_000],
    ['digits before a dot', `${'1'.repeat(1_000_000)}. A`, 2],
  ])('stay linear on a million units: %s', (_, text, count) => expect(cut(text)).toHaveLength(count))
})
