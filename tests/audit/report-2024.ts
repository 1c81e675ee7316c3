import type { Figure } from '../../src/audit/figure.ts'
import { type FiguresFile, figuresFileSchema, figuresOf } from '../../src/audit/figures-file.ts'
import type { RespondentList } from '../../src/audit/respondents.ts'

type Row = readonly [label: string, count: number | null, percent: number | string | null]

/** A figure of a test, on 77 respondents. */
export const figure = (
  name: string,
  question: string | null,
  rows: readonly Row[],
  more: Record<string, unknown> = {},
) => ({ figure: name, question, base: 77, rows, ...more })

/** Figures as the program has them; the place of each part is its path. */
export const figuresFrom = (figures: readonly unknown[]): readonly Figure[] =>
  figuresOf(figuresFileSchema.parse({ figures }) as FiguresFile, (path) => ({ file: path.join('.') }))

const none = 'not applicable'
const unclear = 'not classifiable'

/**
 * Counts and percentages printed in the Secretariat's report on 77 replies (Commission on Crime Prevention and Criminal
 * Justice, thirty-third session, 2024).
 */
export const report2024 = [
  figure('I', null, [
    ['Africa', 16, null],
    ['Asia and the Pacific', 16, null],
    ['Eastern Europe', 15, null],
    ['Latin America and the Caribbean', 11, null],
    ['Western European and other States', 18, null],
  ]),
  figure('II', '1', [
    ['yes', 41, 53],
    ['no', 22, 29],
    [none, 9, 12],
    [unclear, 5, 6],
  ]),
  figure('III', '6(a)', [
    ['yes', 71, 92],
    ['no', 2, 3],
    [none, 4, 5],
  ]),
  figure(
    'IV',
    '6(b)',
    [
      ['yes', 50, 65],
      ['no', 21, 27],
      [none, 5, 6],
      [unclear, 1, null],
    ],
    { depends_on: { question: '6(a)', answer: 'yes' } },
  ),
  figure('V', '7(a)', [
    ['yes', 67, 87],
    ['no', 6, 8],
    [none, 4, 5],
  ]),
  figure(
    'VI',
    '7(b)',
    [
      ['criminal', 25, 32],
      ['criminal+administrative', 17, 22],
      ['civil+criminal+administrative', 13, 17],
      ['administrative', 5, 7],
      ['civil', 3, 4],
      ['civil+administrative', 1, 1],
      [none, 10, 13],
    ],
    { depends_on: { question: '7(a)', answer: 'yes' } },
  ),
  figure('VII', '8(a)', [
    ['yes', 49, 64],
    ['no', 16, 21],
    [none, 10, 13],
    [unclear, 2, 3],
  ]),
  figure('VIII', '8(b)', [
    ['yes', 52, 67],
    ['no', 14, 18],
    [none, 9, 12],
    [unclear, 2, 3],
  ]),
  figure('IX', '9', [
    ['yes', 38, 49],
    ['no', 23, 30],
    [none, 14, 18],
    [unclear, 2, 3],
  ]),
  figure('X', '10', [
    ['yes', 29, 38],
    ['no', 26, 34],
    [none, 17, 22],
    [unclear, 5, 6],
  ]),
  figure('XI', '3', [
    ['positive view', 44, 56],
    ['existing legal frameworks sufficient', 6, 8],
    ['no answer or no specific opinion', 13, 17],
    ['not conclusive, not classifiable', 14, 18],
  ]),
]

/** The respondents that the report lists: how many of each group replied in which wave; the names do not matter. */
export const respondents2024: RespondentList = {
  file: 'respondents.csv',
  columns: ['respondent', 'un_group', 'wave'],
  rows: (
    [
      ['Africa', 13, 3, 0],
      ['Asia-Pacific', 9, 4, 2],
      ['Eastern Europe', 13, 1, 1],
      ['GRULAC', 8, 3, 0],
      ['WEOG', 17, 2, 0],
      ['', 1, 0, 0],
    ] as const
  ).flatMap(([group, ...waves]) =>
    waves.flatMap((count, wave) =>
      Array.from({ length: count }, (_, index) => [`${group || 'Union'} ${wave} ${index}`, group, String(wave + 1)]),
    ),
  ),
}
