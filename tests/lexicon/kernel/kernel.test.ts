import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFinds, createKernel, type Phrase } from '../../../src/lexicon/kernel/kernel.ts'
import { hashUnits } from '../../../src/lexicon/kernel/perfect-hash.ts'
import { foldWords, wordsOf } from '../../../src/text/fold.ts'
import { inOrder, kernelFinds, naiveFinds } from './oracle.ts'

/** Words with one 32-bit hash: units 13 apart are rotated 65 bits apart, that is by one. */
const collide = (first: number, last: number): string =>
  String.fromCharCode(first) + 'x'.repeat(12) + String.fromCharCode(last)
const twin = [collide(0x62, 0x61), collide(0x63, 0x63), collide(0x61, 0x67)] as const

const vocabulary = [
  'a',
  'ab',
  'abc',
  'bca',
  'train',
  'training',
  "d'ivoire",
  "don't",
  'ﬁne',
  'straße',
  'é',
  'ça',
  ...twin,
]
const globs = ['a*', '*a', 'a*c', 'ab?', '?b*', 'train*', 'tra*ing', '*', 'c*', `${twin[1].slice(0, 5)}*`]
const separators = [' ', '-', ', ', '; ', ' – ', '\u00a0', '. ', '\n', '👮', ' (', '--', '']
const spelled = (word: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    word,
    word.toUpperCase(),
    word.normalize('NFD'),
    `${word}'s`,
    word.replaceAll("'", '’'),
    word.replace(/^(.)/u, '$1\u00ad'),
    word.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    word.replace('fi', 'ﬁ'),
    `${word}\u0301`,
    `𝐚${word}`,
  )

const texts = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...vocabulary).chain(spelled) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom('\ud800', '\udc00', '\u0000', "'", '’', '\u0301', '👨‍👩‍👧') },
    ),
    { maxLength: 14 },
  )
  .chain((words) =>
    fc
      .array(fc.constantFrom(...separators), { minLength: words.length, maxLength: words.length })
      .map((gaps) => words.map((word, index) => word + gaps[index]!).join('')),
  )

const slots = fc.uniqueArray(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...vocabulary.map((word) => foldWords(word)[0]!)) },
    { weight: 1, arbitrary: fc.constantFrom(...globs) },
  ),
  { minLength: 1, maxLength: 3 },
)
const phrases: fc.Arbitrary<Phrase[]> = fc.array(
  fc.record({ slots: fc.array(slots, { minLength: 1, maxLength: 4 }), output: fc.integer({ min: 0, max: 5 }) }),
  { minLength: 1, maxLength: 12 },
)
const breaks = fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 3 }).map((places) => places.sort((a, b) => a - b))

describe('the kernel', () => {
  it('finds span for span what a naive search finds', () => {
    fc.assert(
      fc.property(phrases, fc.array(fc.tuple(texts, breaks), { minLength: 1, maxLength: 4 }), (list, readings) => {
        const kernel = createKernel(list, [])
        for (const [text, cuts] of readings)
          expect(inOrder(kernelFinds(kernel, text, cuts))).toEqual(naiveFinds(text, cuts, list))
      }),
      { numRuns: 300 },
    )
  })

  it('does so where half of the words share their hash with others', () => {
    const words = ['zz', 'zzz', ...twin, collide(0x66, 0x69), collide(0x67, 0x6b)]
    const entry = fc.constantFrom(...words, 'zz*', 'bx*', '*g')
    const few: fc.Arbitrary<Phrase[]> = fc.array(
      fc.record({
        slots: fc.array(fc.uniqueArray(entry, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
        output: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    const reading = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(few, reading, (list, text) => {
        expect(inOrder(kernelFinds(createKernel(list, []), text))).toEqual(naiveFinds(text, [], list))
      }),
      { numRuns: 500 },
    )
  })

  it('reports by first word, then by length, each find once', () => {
    fc.assert(
      fc.property(phrases, texts, (list, text) => {
        const places = kernelFinds(createKernel(list, []), text).map(([, start, end]) => [start, end] as const)
        const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(places).toEqual(sorted)
      }),
      { numRuns: 100 },
    )
  })

  it('reads the same words as the plain reading does', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const kernel = createKernel([{ slots: [['*']], output: 0 }], [])
        kernel.read(text, [])
        const { count, starts, ends, gaps } = kernel.tokens
        const read = Array.from({ length: count }, (_, token) => [starts[token], ends[token], gaps[token]])
        expect(read).toEqual(wordsOf(text).map(({ start, end, gap }) => [start, end, gap]))
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on the order of the phrases, nor on what it read before', () => {
    fc.assert(
      fc.property(phrases, texts, texts, (list, before, text) => {
        const kernel = createKernel([...list].reverse(), [])
        kernelFinds(kernel, before)
        expect(inOrder(kernelFinds(kernel, text))).toEqual(inOrder(kernelFinds(createKernel(list, []), text)))
      }),
      { numRuns: 100 },
    )
  })

  it('finds in two texts with a break between what it finds in each', () => {
    fc.assert(
      fc.property(phrases, texts, texts, (list, one, two) => {
        const kernel = createKernel(list, [])
        const start = one.length + 1
        const apart = [
          ...kernelFinds(kernel, one),
          ...kernelFinds(kernel, two).map(([output, from, to]) => [output, from + start, to + start]),
        ]
        expect(kernelFinds(kernel, `${one}\n${two}`, [start])).toEqual(apart)
      }),
      { numRuns: 100 },
    )
  })

  it('tells words with one hash apart, whether both, one or none are in the lexicon', () => {
    const [one, two, three] = twin
    expect(hashUnits(one)).toBe(hashUnits(two))
    expect(hashUnits(one)).toBe(hashUnits(three))
    const text = `${one} ${two} ${three}`
    const found = (...words: string[]): string[] =>
      kernelFinds(
        createKernel(
          words.map((word, output) => ({ slots: [[word]], output })),
          [],
        ),
        text,
      ).map(([output, start, end]) => `${words[output]}=${text.slice(start, end)}`)
    expect(found(one)).toEqual([`${one}=${one}`])
    expect(found(one, two)).toEqual([`${one}=${one}`, `${two}=${two}`])
    expect(found(two, one, three)).toEqual([`${one}=${one}`, `${two}=${two}`, `${three}=${three}`])
  })

  it('finds a wildcard in a word whose hash is that of a word no term begins with', () => {
    const [one, two] = twin
    const list = [
      { slots: [['a'], [one]], output: 0 },
      { slots: [[`${two.slice(0, 4)}*`]], output: 1 },
    ]
    expect(kernelFinds(createKernel(list, []), two)).toEqual([[1, 0, two.length]])
  })

  it('finds no longer phrase behind a word that only has the hash of its first', () => {
    const [one, two] = twin
    const list = [
      { slots: [[one]], output: 0 },
      { slots: [[one], ['train']], output: 1 },
      { slots: [['train'], [one]], output: 2 },
      { slots: [['train'], [one], ['train']], output: 3 },
    ]
    expect(kernelFinds(createKernel(list, []), `${two} train ${two} train`)).toEqual([])
    expect(kernelFinds(createKernel([...list, { slots: [['zz*']], output: 4 }], []), `${two} train`)).toEqual([])
  })

  it('finds a shorter phrase where a longer one is broken off by a word of the same hash', () => {
    const [one, two] = twin
    const list = [
      { slots: [['train']], output: 0 },
      { slots: [['train'], [one]], output: 1 },
    ]
    expect(kernelFinds(createKernel(list, []), `train ${two}`)).toEqual([[0, 0, 5]])
  })
})

describe('the triggers of the kernel', () => {
  it('are the longest at each place, from left to right, without sharing words, inside the range', () => {
    const triggers: Phrase[] = [
      { slots: [['no']], output: 0 },
      { slots: [['no'], ['lack'], ['of']], output: 1 },
      { slots: [['no'], ['lack'], ['of']], output: 2 },
      { slots: [['lack'], ['of']], output: 3 },
    ]
    const kernel = createKernel([], triggers)
    kernel.read('no lack of no lack', [])
    const shown = (from: number, to: number): number[][] => {
      const finds = createFinds()
      kernel.scanTriggers(from, to, finds)
      return Array.from({ length: finds.count }, (_, place) => [...finds.data.slice(3 * place, 3 * place + 3)])
    }
    expect(shown(0, 5)).toEqual([
      [1, 0, 3],
      [2, 0, 3],
      [0, 3, 4],
    ])
    expect(shown(0, 2)).toEqual([[0, 0, 1]])
    expect(shown(1, 3)).toEqual([[3, 1, 3]])
  })
})
