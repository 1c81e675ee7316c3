import type { Place } from '../model/finding.ts'
import { type PrintedPercent, parsePercent } from '../statistics/fit.ts'
import type { Figure } from './figure.ts'

/** One cell that a text may speak of: a count with its base and percentage. */
export interface Fact {
  /** What is counted, such as `question q6a: yes` or a theme's label. */
  readonly name: string
  /** How a text may refer to the table: `figureii`, `question6a`; none where it belongs to no question. */
  readonly keys: readonly string[]
  readonly count: number
  readonly base: number
  readonly percent: PrintedPercent | null
  readonly where: Place
}

/** What a text and a table agree on in a reference: `Figure II`, `question 6 (a)` and `q6a` become `figureii`, `question6a`. */
export const referenceKey = (kind: 'figure' | 'question', name: string): string =>
  `${kind}${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^q(?=\d)/, '')}`

/** The facts of published figures. */
export const factsOfFigures = (figures: readonly Figure[]): readonly Fact[] =>
  figures.flatMap(({ name, question, base, rows }) =>
    rows.flatMap(({ label, count, printed, where }) =>
      count === null
        ? []
        : [
            {
              name: `figure ${name}, ${label}`,
              keys: [referenceKey('figure', name), ...(question === null ? [] : [referenceKey('question', question)])],
              count,
              base,
              percent: printed,
              where,
            },
          ],
    ),
  )

/** A table of an output folder, as read. */
export interface ReadTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly where: Place }[]
}

/** The facts of a table with the columns `respondents` and `base`; rows without whole numbers in them have none. */
export const factsOfTable = ({ header, rows }: ReadTable): readonly Fact[] => {
  const at = (name: string): number => header.indexOf(name)
  return rows.flatMap(({ cells, where }) => {
    const cell = (name: string): string => cells[at(name)] ?? ''
    const [count, base] = [cell('respondents'), cell('base')]
    if (!/^\d+$/.test(count) || !/^\d+$/.test(base)) return []
    const [question, name] = [cell('question'), cell('label') || cell('class') || cell('code')]
    return [
      {
        name: question === '' ? name : `question ${question}, ${name}`,
        keys: question === '' ? [] : [referenceKey('question', question)],
        count: Number(count),
        base: Number(base),
        percent: parsePercent(cell('percent')) ?? null,
        where,
      },
    ]
  })
}
