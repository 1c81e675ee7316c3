import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeDecisions, parseJournal } from '../../src/formats/journal.ts'
import type { JournalLine } from '../../src/model/decision.ts'
import type { Tag } from '../../src/model/tag.ts'
import { type DecisionIndex, decisionsByAnswer, unmatched } from '../../src/stages/decided.ts'
import { review } from '../../src/stages/review.ts'
import { sha256 } from '../../src/text/hash.ts'

const text = '👍 Officers were trained; dogs help.'
const answer = (id: string, words = text) => ({ id, respondent: 'R1', question: 'q1', attributes: {}, text: words })
const tag = (code: string, words: string, more: Partial<Tag> = {}): Tag => {
  const start = text.indexOf(words)
  const place = { start, end: start + words.length, quote: words }
  return { answer: 'R1/q1', code, ...place, lexicon: 'lex', rule: words, context: [], ...more }
}
const codes = new Map(['training', 'dogs', 'law', 'money'].map((code) => [code, { label: code.toUpperCase() }]))

type Journals = Readonly<Record<string, readonly object[]>>
const read = (journals: Journals): readonly JournalLine[] =>
  Object.entries(journals).flatMap(([reviewer, records]) => {
    const lines = records.map((record) => `${JSON.stringify({ answer: 'R1/q1', ...record })}\n`)
    const { lines: read, findings } = parseJournal(lines.join(''), `decisions/${reviewer}.ndjson`)
    expect(findings).toEqual([])
    return read
  })
const index = (journals: Journals): DecisionIndex => decisionsByAnswer(activeDecisions(read(journals)))

const tags = [tag('dogs', 'dogs'), tag('training', 'trained'), tag('training', 'Officers')]
const run = (journals: Journals, hits: readonly Tag[] = tags, answers = [answer('R1/q1')]) => {
  const { codings, findings, rulings } = review({ answers, tags: hits, decisions: index(journals) }, { codes })
  return {
    codings,
    findings,
    status: Object.fromEntries(codings.map(({ code, status }) => [code, status])),
    words: Object.fromEntries(codings.map(({ code, spans }) => [code, spans.map(({ quote }) => quote).join('|')])),
    rules: findings.map(({ rule, level, where }) => `${level} ${rule} ${where?.file ?? ''}:${where?.line ?? ''}`),
    outcomes: rulings.map(({ outcome }) => outcome),
  }
}

describe('review without decisions', () => {
  it('suggests a coding an answer and code, in the codebook’s order, with the evidence in order', () => {
    const { codings, findings } = run({})
    expect(findings).toEqual([])
    expect(codings).toHaveLength(2)
    expect(codings[0]).toEqual({
      id: 'R1/q1=training',
      respondent: 'R1',
      question: 'q1',
      code: 'training',
      label: 'TRAINING',
      status: 'suggested',
      spans: [
        { start: 3, end: 11, quote: 'Officers', lexicon: 'lex', rule: 'Officers', context: [] },
        { start: 17, end: 24, quote: 'trained', lexicon: 'lex', rule: 'trained', context: [] },
      ],
      by: [],
    })
  })

  it('merges hits on the same words and leaves out suppressed ones', () => {
    const suppressed = tag('law', 'help', { suppressed: { by: 'context', because: 'negated' } })
    const hits = [tag('dogs', 'dogs', { rule: 'b' }), tag('dogs', 'dogs', { rule: 'a' }), suppressed]
    expect(run({}, hits).codings.map(({ code, spans }) => [code, spans.map(({ rule }) => rule)])).toEqual([
      ['dogs', ['a']],
    ])
  })
})

describe('each act', () => {
  it('accept', () => {
    const { codings, status } = run({ anna: [{ act: 'accept', code: 'dogs', note: 'sure' }] })
    expect(status).toEqual({ training: 'suggested', dogs: 'accepted' })
    expect(codings[1]).toMatchObject({ by: ['anna'], note: 'sure' })
  })

  it('reject keeps the coding, not counted', () =>
    expect(run({ anna: [{ act: 'reject', code: 'dogs' }] }).status).toEqual({
      training: 'suggested',
      dogs: 'rejected',
    }))

  it('recode moves the evidence to the new code', () => {
    const { status, words } = run({ anna: [{ act: 'recode', code: 'training', to: 'law' }] })
    expect(status).toEqual({ training: 'replaced', dogs: 'suggested', law: 'recoded' })
    expect(words.law).toBe('Officers|trained')
  })

  it('recode to a code that is there merges the evidence', () => {
    const { status, words } = run({ anna: [{ act: 'recode', code: 'training', to: 'dogs' }] })
    expect(status).toEqual({ training: 'replaced', dogs: 'recoded' })
    expect(words.dogs).toBe('Officers|trained|dogs')
  })

  it('add with words counted in code points, behind an emoji', () => {
    const span = { start: 2, end: 10, quote: 'Officers' }
    const { codings, status } = run({ anna: [{ act: 'add', code: 'law', span }] })
    expect(status.law).toBe('added')
    expect(codings.find(({ code }) => code === 'law')?.spans).toEqual([
      { start: 3, end: 11, quote: 'Officers', lexicon: 'person', rule: 'anna', context: [] },
    ])
  })

  it('add with words counted in UTF-16', () => {
    const span = { start: 3, end: 11, unit: 'utf16', quote: 'Officers' }
    expect(run({ anna: [{ act: 'add', code: 'law', span }] }).words.law).toBe('Officers')
  })

  it('add without words takes the whole answer', () =>
    expect(run({ anna: [{ act: 'add', code: 'law' }] }).words.law).toBe(text))

  it('add of a suggested code accepts it', () =>
    expect(run({ anna: [{ act: 'add', code: 'dogs' }] }).status.dogs).toBe('accepted'))

  it('none and unsure change nothing, and unsure is counted', () => {
    const { codings, rules, outcomes } = run({ anna: [{ act: 'none' }, { act: 'unsure', code: 'dogs' }] })
    expect(codings).toEqual(run({}).codings)
    expect(rules).toEqual(['note review/unsure decisions/anna.ndjson:2'])
    expect(outcomes).toEqual(['noted', 'noted'])
  })

  it('undo gives the start again', () => {
    const undone = run({
      anna: [
        { act: 'reject', code: 'dogs' },
        { act: 'undo', to: 1 },
      ],
    })
    expect(undone).toEqual(run({}))
  })
})

describe('a decision on a code that no rule suggests any more', () => {
  it.each([
    [{ act: 'accept', code: 'law' }, { law: 'added' }, 'applied'],
    [{ act: 'reject', code: 'law' }, {}, 'moot'],
    [{ act: 'recode', code: 'law', to: 'money' }, { money: 'recoded' }, 'applied'],
  ])('%j', (decision, status, outcome) => {
    const result = run({ anna: [decision] }, [])
    expect(result.status).toEqual(status)
    expect(result.outcomes).toEqual([outcome])
    expect(result.rules).toEqual(['note review/not-suggested decisions/anna.ndjson:1'])
  })
})

describe('a stale decision', () => {
  it.each([
    ['by hash', { textHash: sha256('other') }],
    ['by quote', { span: { start: 2, end: 10, quote: 'officers' } }],
    ['by a span behind the end', { span: { start: 2, end: 99, quote: 'Officers' } }],
    ['by an offset inside an emoji', { span: { start: 1, end: 11, unit: 'utf16', quote: 'x' } }],
  ])('%s is not applied and reported', (_, more) => {
    const { codings, rules, outcomes } = run({ anna: [{ act: 'reject', code: 'dogs', ...more }] })
    expect(codings).toEqual(run({}).codings)
    expect(rules).toEqual(['warning review/stale-decision decisions/anna.ndjson:1'])
    expect(outcomes).toEqual(['stale'])
  })

  it('says what the words were and are', () => {
    const span = { start: 2, end: 10, quote: 'Rangers!' }
    const { findings } = run({ anna: [{ act: 'reject', code: 'dogs', span }] })
    expect(findings[0]?.message).toMatch(/anna.*`Rangers!`.*`Officers`/)
  })

  it('applies where hash and words fit', () => {
    const span = { start: 2, end: 10, quote: 'Officers' }
    const decision = { act: 'reject', code: 'dogs', textHash: sha256(text), span }
    expect(run({ anna: [decision] }).status.dogs).toBe('rejected')
  })

  it('is reported for an answer that the study does not have', () => {
    const decisions = index({ anna: [{ act: 'none' }, { act: 'accept', code: 'dogs', answer: 'R9/q1' }] })
    const findings = unmatched(decisions, new Set(['R1/q1']))
    expect(findings.map(({ rule, where }) => `${rule}:${where?.line}`)).toEqual(['review/stale-decision:2'])
    expect(findings[0]?.message).toContain('`R9/q1`')
  })

  it('goes quiet when the reviewer has decided again', () => {
    const first = { act: 'reject', code: 'dogs', textHash: sha256('other') }
    const { status, rules, outcomes } = run({ anna: [first, { act: 'accept', code: 'dogs' }] })
    expect(status.dogs).toBe('accepted')
    expect(rules).toEqual([])
    expect(outcomes).toEqual(['superseded', 'applied'])
  })
})

describe('an unknown code', () => {
  it('is an error that names the nearest code', () => {
    const { findings, rules, status } = run({ anna: [{ act: 'add', code: 'trainin' }] })
    expect(rules).toEqual(['error review/unknown-code decisions/anna.ndjson:1'])
    expect(findings[0]?.message).toContain('did you mean `training`')
    expect(status).toEqual(run({}).status)
  })

  it('as target of a recode leaves the old code as it was', () => {
    const { rules, status } = run({ anna: [{ act: 'recode', code: 'dogs', to: 'xyz' }] })
    expect(rules).toEqual(['error review/unknown-code decisions/anna.ndjson:1'])
    expect(status.dogs).toBe('suggested')
  })

  it('is left to the classify stage where it is a class of the question', () => {
    const decisions = index({ anna: [{ act: 'add', code: 'yes' }] })
    const options = { codes, classes: new Map([['q1', new Set(['yes', 'no'])]]) }
    expect(review({ answers: [answer('R1/q1')], tags: [], decisions }, options)).toEqual({
      codings: [],
      findings: [],
      rulings: [],
    })
  })
})

describe('several decisions on one code', () => {
  const yes = { act: 'accept', code: 'dogs' }
  const no = { act: 'reject', code: 'dogs' }

  it('of one reviewer the latest wins', () => {
    expect(run({ anna: [no, yes] }).status.dogs).toBe('accepted')
    expect(run({ anna: [yes, no] }).status.dogs).toBe('rejected')
  })

  it('reviewers who agree win together', () => {
    const { codings } = run({ bo: [yes], anna: [{ act: 'add', code: 'dogs' }] })
    expect(codings[1]).toMatchObject({ status: 'accepted', by: ['anna', 'bo'] })
  })

  it('reviewers who differ leave the suggestion, with a warning', () => {
    const { status, rules, findings, outcomes } = run({ bo: [yes], anna: [no] })
    expect(status.dogs).toBe('suggested')
    expect(rules).toEqual(['warning review/conflict decisions/anna.ndjson:1'])
    expect(findings[0]?.message).toMatch(/anna says `reject`.*bo says `accept`/)
    expect(outcomes).toEqual(['conflict', 'conflict'])
  })

  it('reviewers who differ on what no rule suggests add nothing', () => {
    const { status } = run({ bo: [{ act: 'add', code: 'law' }], anna: [{ act: 'reject', code: 'law' }] })
    expect(status).toEqual(run({}).status)
  })

  it('adjudication wins, whoever wrote it', () => {
    const { status, outcomes, rules } = run({ bo: [yes], anna: [no], adjudication: [{ ...no, by: 'bo' }] })
    expect(status.dogs).toBe('rejected')
    expect(outcomes.sort()).toEqual(['applied', 'applied', 'overruled'])
    expect(rules).toEqual([])
  })
})

describe('recodes among other decisions', () => {
  const move = (code: string, to: string) => ({ act: 'recode', code, to })

  it('carry evidence along a chain', () => {
    const { status, words, rules } = run({ anna: [move('dogs', 'law'), move('law', 'money')] })
    expect(status).toEqual({ training: 'suggested', dogs: 'replaced', law: 'replaced', money: 'recoded' })
    expect(words.money).toBe('dogs')
    expect(rules).toEqual([])
  })

  it('end in a ring without going on for ever', () => {
    const { status } = run({ anna: [move('dogs', 'training'), move('training', 'dogs')] })
    expect(status).toEqual({ training: 'replaced', dogs: 'recoded' })
  })

  it('go back when the reviewer accepts the old code after all', () => {
    const { status } = run({ anna: [move('dogs', 'law'), { act: 'accept', code: 'dogs' }] })
    expect(status).toEqual({ training: 'suggested', dogs: 'accepted' })
  })

  it('do not arrive where reviewers differ on the old code', () => {
    const { status, rules } = run({ anna: [move('dogs', 'law')], bo: [{ act: 'accept', code: 'dogs' }] })
    expect(status).toEqual({ training: 'suggested', dogs: 'suggested' })
    expect(rules).toEqual(['warning review/conflict decisions/anna.ndjson:1'])
  })

  it('leave the old code in place where reviewers differ on the new one', () => {
    const { status, rules } = run({ anna: [move('dogs', 'law')], bo: [{ act: 'reject', code: 'law' }] })
    expect(status).toEqual({ training: 'suggested', dogs: 'suggested' })
    expect(rules).toEqual(['warning review/conflict decisions/anna.ndjson:1'])
  })
})

describe('adjudication', () => {
  it('on the target keeps a recode from taking place', () => {
    const { status, outcomes } = run({
      anna: [{ act: 'recode', code: 'dogs', to: 'law' }],
      adjudication: [{ act: 'reject', code: 'law' }],
    })
    expect(status).toEqual({ training: 'suggested', dogs: 'suggested' })
    expect(outcomes).toEqual(['moot', 'overruled'])
  })
})

describe('chunks', () => {
  it('of answers give together what all answers give at once', () => {
    const answers = [answer('R1/q1'), answer('R2/q1')]
    const decisions = index({
      anna: [
        { act: 'reject', code: 'dogs' },
        { act: 'unsure' },
        { act: 'add', code: 'law', answer: 'R2/q1' },
        { act: 'unsure', answer: 'R2/q1' },
      ],
    })
    const whole = review({ answers, tags, decisions }, { codes })
    const parts = answers.map((one) =>
      review({ answers: [one], tags: tags.filter((hit) => hit.answer === one.id), decisions }, { codes }),
    )
    expect(parts.flatMap(({ codings }) => codings)).toEqual(whole.codings)
    expect(parts.flatMap(({ findings }) => findings)).toEqual(whole.findings)
    expect(parts.flatMap(({ rulings }) => rulings)).toEqual(whole.rulings)
  })
})

describe('laws of review', () => {
  const code = fc.constantFrom('training', 'dogs', 'law', 'nonsense')
  const span = fc.constantFrom(undefined, { start: 2, end: 10, quote: 'Officers' }, { start: 0, end: 1, quote: 'gone' })
  const act = fc.constantFrom('accept', 'reject', 'recode', 'add', 'none', 'unsure', 'undo')
  const place = fc.constantFrom('R1/q1', 'R1/q1', 'R1/q1', 'R9/q9')
  const entry = fc.record({ act, code, target: code, span, answer: place, back: fc.nat() })
  /** A journal: an undo takes back some earlier line, so that none opens it. */
  const journal = fc.array(entry).map((entries) =>
    entries.map(({ target, back, ...rest }, position): object => {
      if (rest.act === 'undo') return position === 0 ? { act: 'none' } : { act: 'undo', to: 1 + (back % position) }
      return rest.act === 'recode' ? { ...rest, to: target } : rest
    }),
  )
  const journals = fc.record({ anna: journal, bo: journal, adjudication: journal }, { requiredKeys: ['anna'] })
  const toJournals = (all: { anna: object[]; bo?: object[]; adjudication?: object[] }): Journals => ({
    bo: [],
    adjudication: [],
    ...all,
  })

  it('no decision is dropped: each has exactly one outcome, is on a missing answer, or was undone', () => {
    fc.assert(
      fc.property(journals.map(toJournals), (all) => {
        const lines = read(all)
        const active = activeDecisions(lines)
        const taken = lines.filter((line) => !active.includes(line) && line.act !== 'undo')
        for (const { file, seq } of taken)
          expect(lines.some((line) => line.act === 'undo' && line.file === file && line.to === seq)).toBe(true)
        const decisions = decisionsByAnswer(active)
        const { rulings, findings } = review({ answers: [answer('R1/q1')], tags, decisions }, { codes })
        const missing = unmatched(decisions, new Set(['R1/q1']))
        expect(rulings.length + missing.length).toBe(active.length)
        expect(new Set(rulings.map((ruling) => ruling.decision)).size).toBe(rulings.length)
        const reported = (rule: string, line: JournalLine): boolean =>
          findings.some((finding) => finding.rule === rule && finding.message.includes(line.by))
        for (const { decision: line, outcome } of rulings) {
          if (outcome === 'stale') expect(reported('review/stale-decision', line)).toBe(true)
          if (outcome === 'conflict') expect(reported('review/conflict', line)).toBe(true)
          if (outcome === 'moot') expect(reported('review/not-suggested', line)).toBe(true)
          if (outcome === 'unknown') expect(reported('review/unknown-code', line)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('the order of journals and tags makes no difference', () => {
    fc.assert(
      fc.property(journals.map(toJournals), (all) => {
        const lines = activeDecisions(read(all))
        const once = review({ answers: [answer('R1/q1')], tags, decisions: decisionsByAnswer(lines) }, { codes })
        const turned = decisionsByAnswer([...lines].reverse())
        const again = review({ answers: [answer('R1/q1')], tags: [...tags].reverse(), decisions: turned }, { codes })
        expect(again).toEqual(once)
      }),
    )
  })

  it('every suggestion stays as a coding, and evidence is the answer’s own words', () => {
    fc.assert(
      fc.property(journals.map(toJournals), (all) => {
        const { codings } = run(all)
        expect(codings.map(({ code }) => code)).toEqual(expect.arrayContaining(['training', 'dogs']))
        for (const { spans } of codings) {
          expect(spans.length).toBeGreaterThan(0)
          for (const { start, end, quote } of spans) expect(text.slice(start, end)).toBe(quote)
        }
      }),
    )
  })
})
