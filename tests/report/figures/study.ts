import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { codebookSchema, codesOf } from '../../../src/model/codebook.ts'
import { questionnaireSchema } from '../../../src/model/questionnaire.ts'
import type { Study } from '../../../src/model/study.ts'
import type { Table } from '../../../src/model/table.ts'
import { percent } from '../../../src/statistics/rounding.ts'

const yaml = (file: string): unknown => parse(readFileSync(`data/wildlife/${file}.yaml`, 'utf8'))

/** The questions and codes of the sample study. */
export const sample = (): Study => ({
  name: 'wildlife',
  title: 'Wildlife',
  questions: new Map(Object.entries(questionnaireSchema.parse(yaml('questionnaire')).questions)),
  codes: codesOf(codebookSchema.parse(yaml('codebook'))),
  by: ['region'],
  base: 'all',
  minimumBase: 10,
})

const base = 77
const general = ['not_applicable', 'not_classifiable']

/** Counts of the published report: figure, question, then a count for each class of the question and the two general ones. */
export const published: readonly (readonly [string, string, readonly number[]])[] = [
  ['II', 'q1', [41, 22, 9, 5]],
  ['III', 'q6a', [71, 2, 4, 0]],
  ['IV', 'q6b', [50, 21, 5, 1]],
  ['V', 'q7a', [67, 6, 4, 0]],
  ['VI', 'q7b', [25, 17, 13, 5, 3, 1, 10, 0]],
  ['VII', 'q8a', [49, 16, 10, 2]],
  ['VIII', 'q8b', [52, 14, 9, 2]],
  ['IX', 'q9', [38, 23, 14, 2]],
  ['X', 'q10', [29, 26, 17, 5]],
  ['XI', 'q3', [44, 6, 13, 14]],
]

const regions = {
  africa: 16,
  asia_pacific: 16,
  eastern_europe: 15,
  latin_america_caribbean: 11,
  western_europe_other: 18,
}

/** Tables as they would be if the counts were those of the published report; themes have made-up counts. */
export const publishedTables = (): readonly Table[] => {
  const { questions, codes } = sample()
  const table = (id: string, columns: string[], rows: Table['rows']): Table => ({
    id,
    title: id,
    note: '',
    columns,
    rows,
  })
  return [
    table(
      'themes',
      ['family', 'code', 'label', 'respondents', 'base', 'percent'],
      codes.map((code, index) => [code.family, code.id, code.label, index % 40, base, percent(index % 40, base)]),
    ),
    table(
      'respondents-by-region',
      ['region', 'respondents', 'base', 'percent'],
      Object.entries(regions).map(([region, count]) => [region, count, base, percent(count, base)]),
    ),
    table(
      'closed',
      ['question', 'class', 'respondents', 'base', 'percent'],
      [...questions].flatMap(([id, { classes }]) =>
        [...(classes ?? []), ...general].flatMap((name, index) => {
          const count = published.find(([, question]) => question === id)?.[2][index]
          return classes === undefined || count === undefined ? [] : [[id, name, count, base, percent(count, base)]]
        }),
      ),
    ),
  ]
}
