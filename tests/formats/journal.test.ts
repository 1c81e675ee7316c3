import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeDecisions, parseJournal } from '../../src/formats/journal.ts'
import { sha256 } from '../../src/text/hash.ts'

const file = 'decisions/anna.ndjson'
const accept = { answer: 'R1/q1', act: 'accept', code: 'a' }
const write = (...records: object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')
const rules = (content: string | Uint8Array): string[] =>
  parseJournal(content, file).findings.map(({ rule, where }) => `${rule}:${where?.line}`)

describe('parseJournal', () => {
  it('reads hand-written lines, filling in reviewer, running number and place', () => {
    const { lines, findings } = parseJournal(`\uFEFF${write(accept)}\r\n${JSON.stringify(accept)}\r\n`, file)
    expect(findings).toEqual([])
    expect(lines.map(({ by, seq, line, file, v }) => ({ by, seq, line, file, v }))).toEqual([
      { by: 'anna', seq: 1, line: 1, file, v: 1 },
      { by: 'anna', seq: 3, line: 3, file, v: 1 },
    ])
  })

  it('keeps fields that it does not know and the reviewer that a line names', () => {
    const { lines } = parseJournal(write({ ...accept, by: 'Bo', mode: 'focus', ms: 1200 }), file)
    expect(lines[0]).toMatchObject({ by: 'Bo', mode: 'focus', ms: 1200 })
  })

  it('counts offsets in code points where a span states no unit', () => {
    const { lines } = parseJournal(write({ ...accept, span: { start: 0, end: 2, quote: 'ab' } }), file)
    expect(lines[0]?.span?.unit).toBe('cp')
  })

  it.each([
    ['without line end', `${write(accept)}{"answer":"R1/q1","act":"rej`],
    ['without line end though whole', `${write(accept)}${JSON.stringify(accept)}`],
    ['with a line end but no JSON', `${write(accept)}{"answer":\n`],
  ])('cuts off a torn tail %s and reports it', (_, content) => {
    expect(parseJournal(content, file).lines).toHaveLength(1)
    expect(rules(content)).toEqual(['journal/torn-tail:2'])
    expect(parseJournal(content, file).findings[0]?.level).toBe('warning')
  })

  it('cuts off a tail torn inside a character', () => {
    const bytes = new TextEncoder().encode(`${write(accept)}{"note":"é`)
    expect(rules(bytes.subarray(0, -1))).toEqual(['journal/torn-tail:2'])
  })

  it('loses nothing but the torn line wherever a write was cut', () => {
    const whole = new TextEncoder().encode(write(accept, { ...accept, note: 'né 👍' }, accept))
    const ends = [...whole.keys()].filter((index) => whole[index] === 10)
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        const { lines, findings } = parseJournal(whole.subarray(0, length), file)
        expect(lines).toHaveLength(ends.filter((end) => end < length).length)
        expect(findings.every(({ rule }) => rule === 'journal/torn-tail')).toBe(true)
      }),
    )
  })

  it('names the line of bytes that are no UTF-8', () => {
    const head = new TextEncoder().encode(write(accept))
    expect(rules(new Uint8Array([...head, 0xff, 10, ...head]))).toContain('journal/encoding:2')
  })

  it.each([
    ['bad JSON before the end', `{"answer"\n${write(accept)}`, 'journal/json:1'],
    ['an unknown act', write({ ...accept, act: 'agree' }), 'journal/schema:1'],
    ['a newer version', write({ ...accept, v: 2 }), 'journal/schema:1'],
    ['a line that is no object', `7\n${write(accept)}`, 'journal/schema:1'],
    ['an accept without code', write({ answer: 'R1/q1', act: 'accept' }), 'journal/missing-field:1'],
    ['a recode without target', write({ ...accept, act: 'recode' }), 'journal/missing-field:1'],
    ['an undo without target', write(accept, { answer: 'R1/q1', act: 'undo' }), 'journal/missing-field:2'],
    ['an undo of an unknown line', write(accept, { answer: 'R1/q1', act: 'undo', to: 7 }), 'journal/undo:2'],
    ['a number twice', write({ ...accept, seq: 4 }, { ...accept, seq: 4 }), 'journal/seq:2'],
    ['numbers downwards', write({ ...accept, seq: 4 }, { ...accept, seq: 3 }), 'journal/seq:2'],
  ])('finds %s', (_, content, expected) => {
    expect(rules(content)).toEqual([expected])
    expect(parseJournal(content, file).findings[0]?.level).toBe('error')
  })

  it('accepts a chain of hashes over the bytes of each line before, without its line end', () => {
    const first = JSON.stringify({ ...accept, prev: '', note: 'é' })
    const second = JSON.stringify({ ...accept, prev: sha256(first) })
    expect(rules(`${first}\n${second}\n`)).toEqual([])
    expect(rules(`${first}\r\n\r\n${second}\r\n`)).toEqual([])
  })

  it('names the line where the chain breaks, and keeps the decision', () => {
    const first = JSON.stringify(accept)
    const content = `${first}\n${JSON.stringify({ ...accept, prev: sha256(`${first}\n`) })}\n`
    expect(rules(content)).toEqual(['journal/broken-chain:2'])
    expect(parseJournal(content, file).lines).toHaveLength(2)
    expect(rules(write({ ...accept, prev: 'abc' }))).toEqual(['journal/broken-chain:1'])
  })
})

describe('activeDecisions', () => {
  const undo = (to: number) => ({ answer: 'R1/q1', act: 'undo', to })
  const left = (...records: object[]): number[] =>
    activeDecisions(parseJournal(write(...records), file).lines).map(({ seq }) => seq)

  it('drops what was undone', () => expect(left(accept, accept, undo(1))).toEqual([2]))
  it('brings back what an undone undo took', () => expect(left(accept, undo(1), undo(2))).toEqual([1]))
  it('undoes within one journal only', () => {
    const other = parseJournal(write(accept), 'decisions/bo.ndjson').lines
    expect(activeDecisions([...other, ...parseJournal(write(accept, undo(1)), file).lines])).toEqual(other)
  })
  it('leaves nothing where everything was undone', () => {
    fc.assert(
      fc.property(fc.nat(20), (count) => {
        const lines = Array.from({ length: count }, () => accept)
        expect(left(...lines, ...lines.map((_, index) => undo(index + 1)))).toEqual([])
      }),
    )
  })
})
