import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Segment } from '../../src/model/segment.ts'
import { type Mark, passagesOf } from '../../src/report/passage.ts'
import { quote } from '../../src/report/quote.ts'

const hit = (text: string, words: string): Mark => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  kind: 'hit',
})
const sentences = (text: string): readonly Segment[] =>
  [...text.matchAll(/[^.]+\.\s*/g)].map(({ 0: words, index }) => ({
    id: `a#${index}-${index + words.length}`,
    answer: 'a',
    start: index,
    end: index + words.length,
    kind: 'sentence',
  }))

test('a passage is the sentence that the words stand in', () => {
  const text = 'First one. The police train. Last one.'
  const [passage, ...others] = passagesOf(text, [hit(text, 'police')], sentences(text))
  expect(others).toEqual([])
  expect(passage).toEqual({
    text: 'The police train.',
    marks: [{ start: 4, end: 10, kind: 'hit' }],
    cutBefore: true,
    cutAfter: true,
  })
})

test('neighbouring sentences are one passage, distant ones two', () => {
  const text = 'One a. Two b. Three. Four c.'
  const marks = ['a', 'b', 'c'].map((words) => hit(text, ` ${words}`))
  expect(passagesOf(text, marks, sentences(text)).map((passage) => passage.text)).toEqual(['One a. Two b.', 'Four c.'])
})

test('without marks the beginning is shown, and of long text not all', () => {
  expect(passagesOf('  Short. ', [])).toEqual([{ text: 'Short.', marks: [], cutBefore: false, cutAfter: false }])
  const long = `${'word '.repeat(300)}HERE ${'word '.repeat(300)}`
  const [passage] = passagesOf(long, [hit(long, 'HERE')])
  expect(passage!.text.length).toBeLessThan(500)
  expect(passage).toMatchObject({ cutBefore: true, cutAfter: true })
  expect(passagesOf(long, [])[0]!.text.length).toBeLessThan(500)
})

test('marks point at the same words in the passage as in the answer', () => {
  const words = fc.array(fc.constantFrom('a', 'bb. ', ' ', '😀', '\n', 'ccc ', 'x'.repeat(300)), { maxLength: 30 })
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), fc.boolean(), (parts, from, length, whole) => {
      const text = parts.join('')
      const points = [...text]
      const start = points.slice(0, from % (points.length + 1)).join('').length
      const mark = {
        start,
        end: start + [...text.slice(start)].slice(0, (length % 9) + 1).join('').length,
        kind: 'hit' as const,
      }
      if (mark.end === mark.start || text.slice(mark.start, mark.end).trim() !== text.slice(mark.start, mark.end))
        return
      const [passage] = passagesOf(text, [mark], whole ? [] : sentences(text))
      expect(passage!.text.slice(passage!.marks[0]!.start, passage!.marks[0]!.end)).toBe(
        text.slice(mark.start, mark.end),
      )
      expect(text).toContain(passage!.text)
      expect(passage!.text).not.toMatch(/\p{Surrogate}/u)
    }),
  )
})

test('overlapping marks are shown once, evidence before context, and no word is lost', () => {
  const text = 'should train all officers'
  const marks: readonly Mark[] = [
    { start: 0, end: 12, kind: 'context' },
    { start: 7, end: 16, kind: 'hit' },
    { start: 13, end: 25, kind: 'hit' },
  ]
  expect(quote({ text, marks, cutBefore: false, cutAfter: true }).html).toBe(
    '<blockquote><bdi><mark class="context">should </mark><mark>train all officers</mark> …</bdi></blockquote>',
  )
})

test('a quote without its tags is the passage', () => {
  const mark = fc.record({
    start: fc.nat(20),
    end: fc.nat(20),
    kind: fc.constantFrom('hit' as const, 'context' as const),
  })
  fc.assert(
    fc.property(
      fc.string({ minLength: 20, maxLength: 20, unit: fc.constantFrom('a', ' ', 'é') }),
      fc.array(mark),
      (text, marks) => {
        const markup = quote({ text, marks, cutBefore: false, cutAfter: false }).html
        expect(markup.replace(/<[^>]*>/g, '')).toBe(text)
      },
    ),
  )
})
