import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addEvidence } from '../../src/report/add-evidence.ts'
import { createEvidence, mergeEvidence } from '../../src/report/evidence.ts'
import type { Layers } from '../../src/tables/layers.ts'
import { answer, coding, label } from '../tables/little-study.ts'

const chunk = (first: number, people: number): Layers => {
  const answers = Array.from({ length: people }, (_, index) => answer(`R${first + index}`, 'needs', 'We train police.'))
  return {
    answers,
    labels: answers.map((own) => label(own, own.respondent.endsWith('3') ? 'no' : 'yes')),
    codings: answers.flatMap((own, index) => [
      coding(own, 'need.training', ['train']),
      coding(own, 'body.police', ['police'], index % 2 === 0 ? 'rejected' : 'accepted'),
    ]),
  }
}

test('the first items are kept in the order of the answers, all are counted', () => {
  const evidence = addEvidence(addEvidence(createEvidence({ cap: 3 }), chunk(1, 2)), chunk(3, 4))
  const training = evidence.codes.get('need.training')!
  expect(training.total).toBe(6)
  expect(training.items.map(({ respondent }) => respondent)).toEqual(['R1', 'R2', 'R3'])
  expect(evidence.classes.get('needs')!.get('yes')).toMatchObject({ total: 5 })
  expect(evidence.notCounted.get('body.police')).toBe(3)
  expect(evidence.codes.get('body.police')!.total).toBe(3)
})

test('items come in the order of the answers, whatever the order of codings', () => {
  const { answers, labels, codings } = chunk(1, 5)
  const forward = addEvidence(createEvidence(), { answers, labels, codings })
  const backward = addEvidence(createEvidence(), {
    answers,
    labels: labels.toReversed(),
    codings: codings.toReversed(),
  })
  expect(backward).toEqual(forward)
})

test('chunks merged in order give the same as one fold, also through a worker', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 6 }), fc.integer({ min: 1, max: 6 }), (sizes, cap) => {
      const chunks = sizes.map((size, index) => chunk(index * 10, size))
      const fold = chunks.reduce(addEvidence, createEvidence({ cap }))
      const merged = chunks
        .map((layers) => structuredClone(addEvidence(createEvidence({ cap }), layers)))
        .reduce(mergeEvidence, createEvidence({ cap }))
      expect(merged).toEqual(fold)
      for (const { items } of fold.codes.values()) expect(items.length).toBeLessThanOrEqual(cap)
    }),
    { numRuns: 40 },
  )
})

test('a coding without words shows the beginning of its answer', () => {
  const own = answer('R1', 'needs', 'Nothing to add.')
  const evidence = addEvidence(createEvidence(), {
    answers: [own],
    labels: [],
    codings: [coding(own, 'body.police', [], 'added')],
  })
  expect(evidence.codes.get('body.police')!.items[0]).toMatchObject({
    status: 'added',
    by: ['reviewer-1'],
    passages: [{ text: 'Nothing to add.', marks: [] }],
    why: [],
  })
})
