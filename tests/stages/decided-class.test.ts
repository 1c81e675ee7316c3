import { describe, expect, it } from 'vitest'
import type { JournalLine } from '../../src/model/decision.ts'
import { decisionsByAnswer } from '../../src/stages/decided.ts'
import { decidedClass } from '../../src/stages/decided-class.ts'
import { sha256 } from '../../src/text/hash.ts'

const answer = { id: 'R1/q1', respondent: 'R1', question: 'q1', attributes: {}, text: 'Yes, mostly.' }
const classes = new Set(['yes', 'no', 'partly', 'not_applicable', 'not_classifiable'])
const line = (by: string, seq: number, more: Partial<JournalLine>): JournalLine => ({
  v: 1,
  answer: 'R1/q1',
  act: 'add',
  by,
  seq,
  file: `decisions/${by}.ndjson`,
  line: seq,
  ...more,
})
const decided = (...lines: readonly JournalLine[]) => {
  const { findings, ...rest } = decidedClass(answer, decisionsByAnswer(lines).get('R1/q1') ?? [], classes)
  return { ...rest, rules: findings.map(({ rule }) => rule) }
}

describe('decidedClass', () => {
  it('is open where nobody decided', () => expect(decided()).toEqual({ class: undefined, by: [], rules: [] }))

  it('takes what `add` and `accept` name, and the target of `recode`', () => {
    expect(decided(line('anna', 1, { code: 'partly' })).class).toBe('partly')
    expect(decided(line('anna', 1, { act: 'accept', code: 'yes' })).class).toBe('yes')
    expect(decided(line('anna', 1, { act: 'recode', code: 'yes', to: 'no' }))).toEqual({
      class: 'no',
      by: ['anna'],
      rules: [],
    })
  })

  it('takes the latest of one reviewer, and adjudication before all', () => {
    const anna = [line('anna', 1, { code: 'yes' }), line('anna', 2, { code: 'no' })]
    expect(decided(...anna).class).toBe('no')
    expect(decided(...anna, line('adjudication', 1, { code: 'partly' })).class).toBe('partly')
  })

  it('takes none where reviewers differ', () => {
    const result = decided(line('anna', 1, { code: 'yes' }), line('bo', 1, { code: 'no' }))
    expect(result).toEqual({ class: undefined, by: [], rules: ['review/conflict'] })
  })

  it('takes none that is stale, a mere rejection, or no class', () => {
    expect(decided(line('anna', 1, { code: 'yes', textHash: sha256('No.') })).rules).toEqual(['review/stale-decision'])
    expect(decided(line('anna', 1, { act: 'reject', code: 'yes' })).rules).toEqual(['review/class-rejected'])
    expect(decided(line('anna', 1, { act: 'recode', code: 'yes', to: 'maybe' })).rules).toEqual([
      'review/unknown-class',
    ])
    expect(decided(line('anna', 1, { code: 'practice.training' })).rules).toEqual([])
  })
})
