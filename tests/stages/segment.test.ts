import { describe, expect, it } from 'vitest'
import { segment } from '../../src/stages/segment.ts'

const answer = (id: string, text: string) => ({ id, respondent: 'R1', question: 'q1', attributes: {}, text })

describe('segment', () => {
  it('gives each answer its segments with addresses, in the order of the answers', () => {
    expect(segment([answer('R1/q2', 'Yes. But:\n- funds'), answer('R1/q1', ''), answer('R2/q1', 'No')])).toEqual([
      { id: 'R1/q2#0-5', answer: 'R1/q2', start: 0, end: 5, kind: 'sentence' },
      { id: 'R1/q2#5-10', answer: 'R1/q2', start: 5, end: 10, kind: 'heading' },
      { id: 'R1/q2#10-17', answer: 'R1/q2', start: 10, end: 17, kind: 'item' },
      { id: 'R2/q1#0-2', answer: 'R2/q1', start: 0, end: 2, kind: 'sentence' },
    ])
  })
})
