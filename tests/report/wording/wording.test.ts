import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCellId } from '../../../src/model/cell-id.ts'
import { notApplicable, notClassifiable } from '../../../src/model/label.ts'
import type { BaseKind } from '../../../src/model/study.ts'
import type { Table } from '../../../src/model/table.ts'
import { familyProse } from '../../../src/report/wording/family-prose.ts'
import { countOfWord, countWord } from '../../../src/report/wording/number-words.ts'
import { type Paragraph, paragraphText } from '../../../src/report/wording/prose.ts'
import { questionProse } from '../../../src/report/wording/question-prose.ts'
import { respondentsProse } from '../../../src/report/wording/respondents-prose.ts'
import { percent } from '../../../src/statistics/rounding.ts'
import type { ClassCount } from '../../../src/tables/class-count.ts'
import type { ThemeCount } from '../../../src/tables/theme-count.ts'
import { littleStudy } from '../../tables/little-study.ts'
import { scotland, unReport } from '../policies.ts'

const study = littleStudy()

const classesOf = (
  counts: Readonly<Record<string, number>>,
  base: number,
  baseKind: BaseKind = 'all',
): readonly ClassCount[] =>
  Object.entries(counts).map(([name, respondents]) => ({
    question: 'law',
    class: name,
    respondents,
    base,
    baseKind,
    percent: percent(respondents, base),
    ask: 0,
    decided: 0,
    kinds: [],
  }))

const themesOf = (counts: readonly number[], base: number, baseKind: BaseKind = 'all'): readonly ThemeCount[] =>
  counts.map((respondents, index) => ({
    code: { ...study.codes[0]!, id: `need.${index}`, label: `Theme ${String.fromCharCode(65 + index)}` },
    respondents,
    answers: respondents,
    mentions: respondents,
    base,
    baseKind,
    percent: percent(respondents, base),
  }))

const law = (counts: Readonly<Record<string, number>>, base: number, bands = unReport): string =>
  paragraphText(questionProse(study, 'law', classesOf(counts, base), { bands, figure: 'II' }))

describe('a closed question', () => {
  test('is worded as the published report does it', () => {
    expect(law({ yes: 50, no: 21, [notClassifiable]: 1, [notApplicable]: 5 }, 77)).toBe(
      'Most respondents (50 respondents, or 65 per cent) answered “yes” to question law (see figure II). Many respondents (21 respondents, or 27 per cent) answered “no”. Five respondents (6 per cent) gave no answer or had no data, and the answer of one respondent (1 per cent) could not be classified.',
    )
    expect(law({ yes: 41, no: 22, [notClassifiable]: 0, [notApplicable]: 14 }, 77)).toBe(
      'More than half of the respondents (41 respondents, or 53 per cent) answered “yes” to question law (see figure II). Many respondents (22 respondents, or 29 per cent) answered “no”. A total of 14 respondents (18 per cent) gave no answer or had no data.',
    )
  })

  test('has other words under another policy', () => {
    expect(law({ yes: 50, no: 27 }, 77, scotland)).toBe(
      'The majority of the respondents (50 respondents, or 65 per cent) answered “yes” to question law (see figure II). Less than half of the respondents (27 respondents, or 35 per cent) answered “no”.',
    )
  })

  test('gives the number where a word would say too much, and no number for nobody', () => {
    expect(law({ yes: 2, no: 0 }, 77)).toBe(
      'Two respondents (3 per cent) answered “yes” to question law (see figure II). No respondents answered “no”.',
    )
    expect(law({ yes: 0, no: 0 }, 0)).toBe('Nobody was counted for question law.')
  })

  test('is told in the words of the questionnaire where it has some', () => {
    const own = littleStudy({
      questions: new Map([['law', { ...study.questions.get('law')!, says: { yes: 'considered it an offence.' } }]]),
    })
    const prose = questionProse(own, 'law', classesOf({ yes: 7, no: 3 }, 10), { bands: unReport, figure: 'II' })
    expect(paragraphText(prose)).toBe(
      'Most respondents (seven respondents, or 70 per cent) considered it an offence (see figure II). Many respondents (three respondents, or 30 per cent) answered “no”.',
    )
  })

  test('names the base where not all are counted', () => {
    const prose = questionProse(study, 'law', classesOf({ yes: 7, no: 3 }, 10, 'asked'), {
      bands: unReport,
      figure: undefined,
    })
    expect(paragraphText(prose)).toContain('Most of the respondents who were asked (seven respondents, or 70 per cent)')
  })
})

describe('a family', () => {
  test('lists its themes by frequency, those of one word in one sentence', () => {
    const prose = familyProse(themesOf([5, 0, 40, 20, 30, 1, 2], 77), { bands: unReport, figure: 'XII' })
    expect(paragraphText(prose)).toBe(
      'More than half of the respondents mentioned “Theme C” (40 respondents, or 52 per cent) (see figure XII). Many respondents mentioned “Theme E” (30 respondents, or 39 per cent) and “Theme D” (20, or 26 per cent). Some respondents mentioned “Theme A” (five respondents, or 6 per cent). Fewer than three respondents each mentioned “Theme G” (two respondents, or 3 per cent) and “Theme F” (one, or 1 per cent). No respondents mentioned “Theme B”.',
    )
  })

  test('that nobody named is said in one sentence', () => {
    const prose = familyProse(themesOf([0, 0, 0], 9), { bands: unReport, figure: 'V' })
    expect(paragraphText(prose)).toBe('No respondents mentioned “Theme A”; “Theme B”; and “Theme C” (see figure V).')
  })
})

test('numbers below ten are words, from ten on figures', () => {
  expect([0, 1, 9, 10, 1234].map(countWord)).toEqual(['no', 'one', 'nine', '10', '1\u202f234'])
  for (let count = 0; count < 12_000; count += 7) expect(countOfWord(countWord(count))).toBe(count)
  expect(countOfWord('many')).toBeUndefined()
})

/** What a run's words say, as a number. */
const numberOf = (text: string): number | undefined => (text === 'None' ? 0 : countOfWord(text))

const laws = (paragraph: Paragraph, cellValue: (cell: string) => number | undefined): void => {
  for (const sentence of paragraph) {
    const text = sentence.map((run) => run.text).join('')
    // No sentence begins with a figure, and each is one: a capital first, a full stop last.
    expect(text).toMatch(/^\p{Lu}/u)
    expect(text).toMatch(/\.$/)
    // Every number is the one of its cell; figures stand nowhere else, but in names of figures.
    for (const { text: words, value, cell } of sentence)
      if (value !== undefined) {
        expect(numberOf(words)).toBe(value)
        expect(cellValue(cell!)).toBe(value)
      } else if (cell === undefined) expect(words).not.toMatch(/\d/)
  }
}

const base = fc.integer({ min: 0, max: 400 })
const policy = fc.constantFrom(unReport, scotland)
const kind = fc.constantFrom<BaseKind>('all', 'asked', 'answered')

test('whatever the counts of classes are, every number equals its cell and no sentence begins with a figure', () => {
  fc.assert(
    fc.property(
      fc.array(base, { minLength: 4, maxLength: 4 }),
      kind,
      policy,
      ([yes, no, unclear, none], baseKind, bands) => {
        const all = yes! + no! + unclear! + none!
        const counts = classesOf(
          { yes: yes!, no: no!, [notClassifiable]: unclear!, [notApplicable]: none! },
          all,
          baseKind,
        )
        const paragraph = questionProse(study, 'law', counts, { bands, figure: 'II' })
        laws(paragraph, (cell) => {
          const { keys, column } = parseCellId(cell)!
          const count = counts.find(({ question, class: name }) => question === keys[0] && name === keys[1])!
          return (column === 'percent' ? count.percent : count.respondents) ?? undefined
        })
      },
    ),
  )
})

test('whatever the counts of themes are, all are named once, most frequent first, each with its own numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), kind, policy, (own, baseKind, bands) => {
      const counts = themesOf(own, 60, baseKind)
      const paragraph = familyProse(counts, { bands, figure: 'XII' })
      laws(paragraph, (cell) => {
        const { keys, column } = parseCellId(cell)!
        const count = counts.find(({ code }) => code.id === keys[0])!
        return (column === 'percent' ? count.percent : count.respondents) ?? undefined
      })
      const named = paragraph
        .flat()
        .flatMap(({ text, value }) => (value === undefined && text.startsWith('“') ? [text] : []))
      const byFrequency = counts.toSorted((a, b) => b.respondents - a.respondents).map(({ code }) => `“${code.label}”`)
      expect(named).toEqual(byFrequency)
    }),
  )
})

test('whatever the regions are, every number equals its cell', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 15 }), (own) => {
      const all = own.reduce((sum, count) => sum + count, 0)
      const rows: Table['rows'] = own.map((count, index) => [
        index === 3 ? '' : `r_${'abcdefghijklmno'[index]}`,
        count,
        all,
        percent(count, all),
      ])
      const table: Table = {
        id: 'respondents-by-region',
        title: '',
        note: '',
        columns: ['region', 'respondents', 'base', 'percent'],
        rows,
      }
      laws(respondentsProse(table, 'region', { figure: 'I' }), (cell) => {
        const { keys, column } = parseCellId(cell)!
        return rows.find(([value]) => value === keys[0])![table.columns.indexOf(column)] as number
      })
    }),
  )
})
