import { type Finding, type Place, Stop } from '../model/finding.ts'
import { parsePercent } from '../statistics/fit.ts'
import { groupBy } from '../statistics/group-by.ts'
import type { Figure, FigureRow } from './figure.ts'

/** Columns of a table of figures, one row a class; the last four may be left out. */
export const figureColumns = [
  'figure',
  'label',
  'count',
  'percent',
  'base',
  'question',
  'choice',
  'depends_question',
  'depends_answer',
] as const
type Column = (typeof figureColumns)[number]
const needed: readonly Column[] = ['figure', 'label', 'count', 'percent', 'base']

/** A row of the table with its place. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly where: Place
}

/** The figures of a table; all that is wrong with it comes as one `Stop` (exit code 1). */
export const figuresOfTable = (
  header: readonly string[],
  rows: readonly TableRow[],
  file: string,
): readonly Figure[] => {
  const findings: Finding[] = []
  const error = (message: string, where: Place): void => {
    findings.push({ level: 'error', rule: 'audit/table', message, where })
  }
  const missing = needed.filter((name) => !header.includes(name))
  if (missing.length > 0) {
    error(
      `the table lacks the columns ${missing.map((name) => `\`${name}\``).join(', ')}; expected ${figureColumns.join(', ')}`,
      { file, line: 1 },
    )
    throw new Stop(findings, 1)
  }
  const records = rows.map(({ cells, where }) => {
    const cell = (name: Column): string => cells[header.indexOf(name)]?.trim() ?? ''
    return { cell, where, row: rowOf(cell, where, error) }
  })
  const figures = [...groupBy(records, ({ cell }) => cell('figure'))].map(([name, own]) => {
    const { cell, where } = own[0]!
    for (const column of ['base', 'question', 'choice', 'depends_question', 'depends_answer'] as const)
      for (const other of own)
        if (other.cell(column) !== cell(column))
          error(
            `figure \`${name}\` has ${column} \`${cell(column)}\` in its first row and \`${other.cell(column)}\` here; expected the same in all`,
            other.where,
          )
    return figureOf(
      name,
      cell,
      own.map(({ row }) => row),
      where,
      error,
    )
  })
  if (figures.length === 0) error('the table has no rows; expected one for each class of a figure', { file, line: 1 })
  if (findings.length > 0) throw new Stop(findings, 1)
  return figures
}

type Cells = (name: Column) => string
type Report = (message: string, where: Place) => void

const figureOf = (name: string, cell: Cells, rows: readonly FigureRow[], where: Place, error: Report): Figure => {
  const base = whole(cell('base'))
  if (base === undefined || base === 0) error(`expected a base of at least 1, found \`${cell('base')}\``, where)
  const choice = cell('choice') || 'single'
  if (choice !== 'single' && choice !== 'multiple')
    error(`expected \`single\` or \`multiple\`, found \`${choice}\``, where)
  const [question, answer] = [cell('depends_question'), cell('depends_answer')]
  return {
    name,
    question: cell('question') || null,
    base: base ?? 1,
    choice: choice === 'multiple' ? 'multiple' : 'single',
    follows: question === '' ? null : { question, answer },
    rows,
    where,
  }
}

const rowOf = (cell: Cells, where: Place, error: Report): FigureRow => {
  const [count, percent] = [cell('count'), cell('percent')]
  const printed = percent === '' ? null : parsePercent(percent)
  if (count !== '' && whole(count) === undefined) error(`expected a count, found \`${count}\``, where)
  if (printed === undefined) error(`expected a percentage from 0 to 100, found \`${percent}\``, where)
  return { label: cell('label'), count: count === '' ? null : (whole(count) ?? null), printed: printed ?? null, where }
}

const whole = (text: string): number | undefined => (/^\d{1,12}$/.test(text) ? Number(text) : undefined)
