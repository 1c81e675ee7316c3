import { describe, expect, it } from 'vitest'
import { contextFileSchema } from '../../src/lexicon/schema.ts'
import type { ContextClass } from '../../src/model/tag.ts'
import { english, reader } from './reading.ts'

const lexicon = {
  codes: {
    training: ['training'],
    corruption: ['corruption'],
    coordination: ['coordination'],
    penalties: ['penalties'],
    framework: ['legal framework'],
    equipment: ['equipment'],
  },
}
const { hits } = reader({ ...lexicon, context: english })

/** Classes around the first hit of a code, as the words of their triggers. */
const contextOf = (text: string, code: string): Record<string, string[]> => {
  const hit = hits(text).find(({ rule }) => rule.code === code)
  if (!hit) throw new Error(`no hit of ${code} in: ${text}`)
  const found: Record<string, string[]> = {}
  for (const { class: name, quote } of hit.context) found[name] = [...(found[name] ?? []), quote]
  return found
}

const precedence: readonly ContextClass[] = [
  'others',
  'proposed',
  'lacking',
  'negated',
  'planned',
  'past',
  'hypothetical',
  'done',
]
/** The one word that a reader would say: the strongest class, or `stated`. */
const statusOf = (text: string, code: string): string =>
  precedence.find((name) => name in contextOf(text, code)) ?? 'stated'

type Vector = readonly [id: string, text: string, code: string, status: ContextClass | 'stated', deviation?: string]

const vectors: readonly Vector[] = [
  ['X1', 'Lack of training of customs officers.', 'training', 'lacking'],
  ['X2', 'A lack of or limited training opportunities for law enforcement authorities.', 'training', 'lacking'],
  ['X3', 'Training of customs officers was carried out in 2023.', 'training', 'done'],
  ['X4', 'The training of customs officers and other staff has been strengthened.', 'training', 'done'],
  ['X5', 'Training should be strengthened.', 'training', 'proposed'],
  ['X6', 'States should strengthen training for prosecutors.', 'training', 'proposed'],
  ['X7', 'There is a need for increased sharing of best practices and training.', 'training', 'proposed'],
  ['X8', 'There is no lack of training.', 'training', 'stated'],
  ['X9', 'Not only training but also coordination has improved.', 'training', 'stated'],
  ['X10', 'The Government plans to introduce training for rangers.', 'training', 'planned'],
  ['X11', 'The respondent previously organized training.', 'training', 'past'],
  ['X12', 'Without prejudice to training obligations, seizures continued.', 'training', 'stated'],
  ['X13', 'Non-governmental organizations provide training.', 'training', 'stated'],
  ['X14', 'Political will and training exist.', 'training', 'stated'],
  ['X15', 'Training isn’t available in rural areas.', 'training', 'lacking'],
  ['X16', 'No training was provided, but coordination was established between agencies.', 'training', 'negated'],
  ['X17', 'No training was provided, but coordination was established between agencies.', 'coordination', 'done'],
  ['X18', 'There is no evidence that corruption facilitates wildlife trafficking.', 'corruption', 'negated'],
  ['X19', 'Corruption does not facilitate trafficking.', 'corruption', 'negated'],
  ['X20', 'In other countries, corruption at the border is common.', 'corruption', 'others'],
  ['X21', 'Corruption facilitates trafficking in other countries.', 'corruption', 'others'],
  ['X22', 'If corruption is detected, cases are referred to the prosecutor.', 'corruption', 'hypothetical'],
  ['X23', 'Corruption cannot be ruled out.', 'corruption', 'stated'],
  ['X24', 'We have trained officers, although corruption is reported in other countries.', 'corruption', 'others'],
  ['X25', 'Coordination between agencies is limited.', 'coordination', 'lacking'],
  ['X26', 'Coordination remains a challenge. Training was conducted.', 'coordination', 'lacking'],
  ['X27', 'Coordination remains a challenge. Training was conducted.', 'training', 'done'],
  ['X28', 'Training is not adequate; coordination is in place.', 'coordination', 'done'],
  ['X29', 'Penalties that do not act as a deterrent.', 'penalties', 'lacking'],
  ['X30', 'The implementation of the international legal framework should be improved.', 'framework', 'proposed'],
]

describe('the words around a hit', () => {
  for (const [id, text, code, status, deviation] of vectors)
    it(`${id}: ${code} is ${status}${deviation ? ` (we differ: ${deviation})` : ''} in "${text}"`, () =>
      expect(statusOf(text, code)).toBe(status))

  it('has offsets into the answer', () => {
    const text = 'There is no evidence that corruption facilitates wildlife trafficking.'
    const [hit] = hits(text)
    expect([hit!.start, hit!.end]).toEqual([26, 36])
    for (const { start, end, quote } of hit!.context) expect(text.slice(start, end)).toBe(quote)
  })

  it('keeps every class, not only the strongest', () => {
    expect(Object.keys(contextOf('Training was not conducted.', 'training'))).toContain('negated')
  })
})

type Row = readonly [
  name: string,
  text: string,
  code: string,
  has: readonly ContextClass[],
  hasNot: readonly ContextClass[],
]

const rows: readonly Row[] = [
  [
    '"no" reaches over a list with commas',
    'There is no training, coordination or equipment.',
    'equipment',
    ['negated'],
    [],
  ],
  ['"no" does not reach over "but"', 'No training but equipment exists.', 'equipment', [], ['negated']],
  ['"no" does not reach over a semicolon', 'No training; equipment exists.', 'equipment', [], ['negated']],
  ['"no" does not reach over a colon', 'There is no answer: training exists.', 'training', [], ['negated']],
  ['"no" does not reach into the next sentence', 'No. Training exists.', 'training', [], ['negated']],
  ['"no" does not reach backwards', 'Training exists, no doubt is left.', 'training', [], ['negated']],
  ['"not" between commas ends at the next', 'Officers, not guards, received training.', 'training', [], ['negated']],
  ['"instead of" between commas too', 'They buy, instead of equipment, more training.', 'training', [], ['negated']],
  [
    '"not" without a comma before it does not',
    'They do not have equipment, coordination or training.',
    'training',
    ['negated'],
    [],
  ],
  [
    '"no" between commas does not',
    'At the border, no equipment, no coordination, training or vehicles exist.',
    'training',
    ['negated'],
    [],
  ],
  ['a shortened "not"', 'They don’t receive training.', 'training', ['negated'], []],
  ['"not only" is no negation', 'Not only training exists.', 'training', [], ['negated']],
  ['"no lack of" is neither', 'We have no lack of training.', 'training', [], ['negated', 'lacking']],
  ['"no shortage of" is neither', 'There is no shortage of equipment.', 'equipment', [], ['negated', 'lacking']],
  ['"no longer lack" is neither', 'Officers no longer lack equipment.', 'equipment', [], ['lacking', 'past']],
  ['a company is not limited', 'The limited company offers training.', 'training', [], ['lacking']],
  ['the month of May is no possibility', 'In May training took place.', 'training', [], ['hypothetical']],
  ['political will is no future', 'Political will for training exists.', 'training', [], ['planned']],
  ['lack behind the hit', 'Training of officers remains insufficient.', 'training', ['lacking'], []],
  ['a plan behind the hit', 'Training is under consideration.', 'training', ['planned'], []],
  ['a proposal behind the hit', 'More training would be useful.', 'training', ['proposed'], []],
  ['a past behind the hit', 'Corruption used to be a problem.', 'corruption', ['past'], []],
  ['of others, behind the hit', 'Corruption is common elsewhere.', 'corruption', ['others'], []],
  [
    'of others, not beyond a terminator',
    'Training exists, whereas other countries have none.',
    'training',
    [],
    ['others'],
  ],
  [
    'triggers in a quoted title say nothing',
    'The plan “No Corruption Without Training” covers equipment.',
    'equipment',
    [],
    ['negated'],
  ],
  ['a quoted word is no title', 'There is “no” training.', 'training', ['negated'], []],
  ['a list below its head', 'Challenges include: training; coordination; and equipment.', 'equipment', ['lacking'], []],
  ['items below a heading', 'The main challenges:\n- training\n- equipment', 'equipment', ['lacking'], []],
  [
    'items stop at the next heading',
    'The main challenges:\n- training\n\nAchievements:\n- equipment',
    'equipment',
    [],
    ['lacking'],
  ],
  [
    'items below a heading that proposes',
    'Recommendations include:\n- training\n- equipment',
    'training',
    ['proposed'],
    [],
  ],
  [
    'the next trigger of a class takes over',
    'Limited training and insufficient equipment.',
    'equipment',
    ['lacking'],
    [],
  ],
]

describe('a class of context', () => {
  for (const [name, text, code, has, hasNot] of rows)
    it(`${name}: "${text.replaceAll('\n', ' / ')}"`, () => {
      const found = Object.keys(contextOf(text, code))
      for (const each of has) expect(found).toContain(each)
      for (const each of hasNot) expect(found).not.toContain(each)
    })

  it('ends at the next comma where its trigger opens an aside', () => {
    const context = contextFileSchema.parse({
      title: 'aside',
      version: 1,
      classes: {
        negated: {
          before: [
            { words: 12, aside: true, triggers: ['not'] },
            { words: 12, triggers: ['no'] },
          ],
        },
      },
      terminators: ['but'],
    })
    const asides = reader({ codes: { c: ['training', 'guards'] }, context })
    const negated = (text: string): string[] =>
      asides.hits(text).flatMap((hit) => (hit.context.length > 0 ? [text.slice(hit.start, hit.end)] : []))
    expect(negated('Officers, not guards, received training')).toEqual(['guards'])
    expect(negated('They had not guards, training or arms')).toEqual(['guards', 'training'])
    expect(negated('At the border, no guards, training or arms')).toEqual(['guards', 'training'])
  })

  it('takes a hit away where the rule excludes it, and says by which words', () => {
    const { hits } = reader({ codes: { c: [{ rule: 'training', veto: ['negated'] }] }, context: english })
    expect(hits('There was no training.').map(({ suppressed }) => suppressed)).toEqual([
      { by: 'context', because: 'negated: There was no' },
    ])
  })

  it('takes a hit away where the rule needs it and it is missing', () => {
    const { hits, codes } = reader({ codes: { c: [{ rule: 'training', need: ['done'] }] }, context: english })
    expect(codes('Training was carried out.')).toEqual(['c'])
    expect(hits('Training.').map(({ suppressed }) => suppressed)).toEqual([{ by: 'context', because: 'needs done' }])
  })

  it('is not made by the words of the rule itself', () => {
    const { codes } = reader({ codes: { c: [{ rule: 'no ~3 training', veto: ['negated'] }] }, context: english })
    expect(codes('There is no formal training.')).toEqual(['c'])
  })

  it('does not count what only repeats the question', () => {
    const questionText = 'What training of customs officers has been carried out in your country?'
    const { hits } = reader({ ...lexicon, context: english, questionText })
    const answer = 'Training of customs officers has been carried out in your country. Training of rangers began.'
    expect(hits(answer).map(({ suppressed }) => suppressed?.because)).toEqual(['repeats the question', undefined])
  })
})
