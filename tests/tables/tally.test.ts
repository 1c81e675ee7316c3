import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../../src/model/answer.ts'
import { type CodingStatus, codingStatuses } from '../../src/model/coding.ts'
import { addToTally } from '../../src/tables/add-to-tally.ts'
import { makeTables } from '../../src/tables/index.ts'
import type { Layers } from '../../src/tables/layers.ts'
import { createTally, mergeTallies, type Tally } from '../../src/tables/tally.ts'
import { answer, coding, label, littleStudy } from './little-study.ts'

const study = littleStudy({ base: 'answered', by: ['region', 'size'] })

interface Person {
  readonly region: string
  readonly texts: readonly string[]
  readonly classes: readonly string[]
  readonly codes: readonly (readonly [code: string, question: number, status: CodingStatus, spans: number])[]
}

const respondent: fc.Arbitrary<Person> = fc.record({
  region: fc.constantFrom('north', 'south', '__proto__', ''),
  texts: fc.array(fc.constantFrom('', 'Yes.', 'police'), { minLength: 4, maxLength: 4 }),
  classes: fc.array(fc.constantFrom('yes', 'no', 'not_applicable', 'constructor'), { minLength: 2, maxLength: 2 }),
  codes: fc.array(
    fc.tuple(
      fc.constantFrom('need.training', 'body.police', '__proto__'),
      fc.nat({ max: 3 }),
      fc.constantFrom(...codingStatuses),
      fc.nat({ max: 2 }),
    ),
    { maxLength: 4 },
  ),
})

const layersOf = (people: readonly Person[], first: number): Layers => {
  const parts = people.map(({ region, texts, classes, codes }, index) => {
    const questions = [...study.questions.keys()]
    const answers: readonly Answer[] = questions.map((question, at) =>
      answer(`R${first + index}`, question, texts[at]!, region),
    )
    return {
      answers,
      labels: classes.map((name, at) => label(answers[at]!, name, texts[at] === '' ? { kind: 'skipped' } : {})),
      codings: codes.map(([code, at, status, spans]) => coding(answers[at]!, code, Array(spans).fill('p'), status)),
    }
  })
  return {
    answers: parts.flatMap(({ answers }) => answers),
    labels: parts.flatMap(({ labels }) => labels),
    codings: parts.flatMap(({ codings }) => codings),
  }
}

const chunks = fc
  .array(fc.array(respondent, { maxLength: 4 }), { maxLength: 5 })
  .map((groups) => groups.map((people, index) => layersOf(people, index * 10)))

const whole = (parts: readonly Layers[]): Tally =>
  addToTally(createTally(study), {
    answers: parts.flatMap(({ answers }) => answers),
    labels: parts.flatMap(({ labels }) => labels),
    codings: parts.flatMap(({ codings }) => codings),
  })

test('counting chunk by chunk, on several workers or at once gives the same tally', () => {
  fc.assert(
    fc.property(chunks, (parts) => {
      const once = whole(parts)
      expect(parts.reduce(addToTally, createTally(study))).toEqual(once)
      const single = parts.map((part) => structuredClone(addToTally(structuredClone(createTally(study)), part)))
      expect(single.reduce(mergeTallies, createTally(study))).toEqual(once)
      expect(single.reduceRight((sum, next) => mergeTallies(next, sum), createTally(study))).toEqual(once)
    }),
    { numRuns: 60 },
  )
})

test('tables do not depend on the order in which workers finish', () => {
  fc.assert(
    fc.property(chunks, (parts) => {
      const forward = parts.map((part) => addToTally(createTally(study), part))
      const tables = (tallies: readonly Tally[]) =>
        JSON.stringify(makeTables(study, tallies.reduce(mergeTallies, createTally(study))))
      expect(tables(forward.toReversed())).toBe(tables(forward))
    }),
    { numRuns: 60 },
  )
})

test('adding and merging leave their arguments as they were', () => {
  const a = whole([])
  const layers = layersOf(
    [{ region: 'x', texts: ['a', '', '', 'b'], classes: ['yes', 'no'], codes: [['body.police', 2, 'added', 1]] }],
    0,
  )
  const b = addToTally(a, layers)
  const before = structuredClone([a, b])
  addToTally(b, layersOf([{ region: 'x', texts: ['a', '', '', 'b'], classes: ['yes', 'no'], codes: [] }], 1))
  mergeTallies(a, b)
  mergeTallies(b, a).whole.reach[0]!.asked = 99
  expect([a, b]).toEqual(before)
})

test('a tally is no larger for more respondents', () => {
  const person = { region: 'x', texts: ['a', 'b', 'c', 'd'], classes: ['yes', 'no'], codes: [] }
  const size = (tally: Tally) =>
    JSON.stringify(tally, (_, value) => (value instanceof Map ? [...value] : value)).replace(/\d+/g, '0').length
  const few = addToTally(createTally(study), layersOf(Array(10).fill(person), 0))
  const many = addToTally(few, layersOf(Array(500).fill(person), 10))
  expect(many.whole.respondents).toBe(510)
  expect(size(many)).toBe(size(few))
})

test('shares of no theme pass 100 per cent of those who answered', () => {
  fc.assert(
    fc.property(chunks, (parts) => {
      for (const row of makeTables(study, whole(parts))[0]!.rows) expect(row[3]).toBeLessThanOrEqual(row[4] as number)
    }),
    { numRuns: 30 },
  )
})
