import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedQuestionSchema } from '../../src/closed/schema.ts'
import { type Sign, weigh } from '../../src/closed/weigh.ts'

const one = closedQuestionSchema.parse({ examples: [{ text: '', class: 'yes' }] })
const first = { ...one, combine: 'first' as const }
const flags = { ...one, combine: 'flags' as const, flags: ['civil', 'criminal', 'administrative'] }
const kinds = ['criminal', 'criminal+administrative', 'civil', 'administrative+civil']

const sign = (says: string, strength: Sign['strength'] = 'normal', sentence = 0): Sign => ({
  says,
  strength,
  sentence,
  reason: { rule: says, start: 0, end: 1, quote: 'x' },
})
const verdict = (question: typeof one, ...signs: readonly Sign[]) => {
  const { class: name, kind, sure } = weigh(question, question === flags ? kinds : ['yes', 'no'], signs)
  return `${name}${kind ? ` (${kind})` : ''}${sure ? '' : ' ask'}`
}

describe('weigh', () => {
  it('asks where nothing was found', () => expect(verdict(one)).toBe('not_classifiable ask'))

  it('lets the strongest signs decide', () =>
    expect(verdict(one, sign('yes', 'decisive'), sign('no', 'strong'), sign('unclear'))).toBe('yes'))

  it('asks where signs of one strength contradict each other', () =>
    expect(verdict(one, sign('yes'), sign('no'))).toBe('not_classifiable ask'))

  it('is sure of an answer that says itself that it does not decide', () =>
    expect(verdict(one, sign('yes'), sign('unclear'))).toBe('not_classifiable'))

  it('lets missing data give way to a class, not to a hint', () => {
    expect(verdict(one, sign('no_data'), sign('yes'))).toBe('yes')
    expect(verdict(one, sign('no_data'), sign('yes', 'weak'))).toBe('not_applicable (no_data)')
  })

  it('keeps the class but asks where a restriction should be read', () =>
    expect(verdict(one, sign('yes', 'decisive'), sign('check'))).toBe('yes ask'))

  it('lets hints give way to words that point elsewhere', () => {
    expect(verdict(one, sign('refers'), sign('yes', 'weak'))).toBe('not_classifiable ask')
    expect(verdict(one, sign('refers'), sign('yes'))).toBe('yes')
  })

  it('with `first`, takes the first sentence that has one of the strongest signs', () => {
    expect(verdict(first, sign('yes', 'normal', 1), sign('no', 'normal', 2))).toBe('yes')
    expect(verdict(first, sign('yes', 'normal', 0), sign('no', 'strong', 2))).toBe('no')
    expect(verdict(first, sign('yes', 'normal', 1), sign('no', 'normal', 1))).toBe('not_classifiable ask')
  })

  it('with `flags`, joins what is named and what is described, in the order of the classes', () => {
    expect(verdict(flags, sign('administrative'), sign('criminal', 'decisive'))).toBe('criminal+administrative')
    expect(verdict(flags, sign('civil'), sign('administrative'))).toBe('administrative+civil')
    expect(verdict(flags, sign('criminal'), sign('civil', 'weak'))).toBe('criminal')
  })

  it('with `flags`, asks where no class has these parts', () =>
    expect(verdict(flags, sign('civil'), sign('criminal'))).toBe('not_classifiable ask'))

  it('does not depend on the order of the signs', () => {
    const says = fc.constantFrom('yes', 'no', 'no_data', 'unclear', 'check', 'refers')
    const strength = fc.constantFrom('weak', 'normal', 'strong', 'decisive' as const)
    const any = fc
      .record({ says, strength, sentence: fc.nat(3) })
      .map((each) => sign(each.says, each.strength as Sign['strength'], each.sentence))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (signs) => {
        for (const question of [one, first])
          expect(verdict(question, ...signs)).toBe(verdict(question, ...[...signs].reverse()))
      }),
      { numRuns: 300 },
    )
  })
})
