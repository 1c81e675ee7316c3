import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english, reader } from './reading.ts'

const { hits, inspect } = reader({
  codes: { training: ['{train} NEAR/4 [officer*|ranger*]'], staff: ['[ranger*|police]', 'police officer*'] },
  context: english,
})
const word = fc.constantFrom(
  'We',
  'should',
  'train',
  'no',
  'rangers',
  'police',
  'officers',
  'in',
  'other countries',
  ',',
  '.',
  ';',
)
const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '))

describe('inspect', () => {
  test('gives the hits of tag, in their order', () => {
    fc.assert(
      fc.property(text, (each) => {
        const plain = inspect(each).hits.map(({ parts: _, ...hit }) => hit)
        expect(plain).toEqual(hits(each))
      }),
    )
  })

  test('gives the words that were matched: the first begins the hit, the last ends it', () => {
    fc.assert(
      fc.property(text, (each) => {
        for (const { parts, start, end } of inspect(each).hits) {
          expect(Math.min(...parts.map((part) => part.start))).toBe(start)
          expect(Math.max(...parts.map((part) => part.end))).toBe(end)
        }
      }),
    )
    const [hit] = inspect('Train all our rangers.').hits
    expect(hit!.parts).toEqual([
      { start: 0, end: 5 },
      { start: 14, end: 21 },
    ])
  })

  test('gives the triggers of all sentences, also of those without a hit', () => {
    const said = 'Nothing of this should happen. We have no zebra.'
    const { triggers } = inspect(said)
    expect(triggers.map((each) => [each.class, said.slice(each.start, each.end)])).toEqual(
      expect.arrayContaining([
        ['proposed', 'should'],
        ['negated', 'have no'],
      ]),
    )
    const last = triggers.find((each) => each.class === 'negated')!
    expect(said.slice(last.reach.start, last.reach.end)).toBe('zebra')
  })

  test('every context of a hit is a trigger whose reach meets it', () => {
    fc.assert(
      fc.property(text, (each) => {
        const { hits: found, triggers } = inspect(each)
        for (const { context, start, end } of found)
          for (const one of context)
            expect(
              triggers.some(
                (trigger) =>
                  trigger.class === one.class &&
                  trigger.start === one.start &&
                  trigger.reach.start < end &&
                  start < trigger.reach.end,
              ),
            ).toBe(true)
      }),
    )
  })
})
