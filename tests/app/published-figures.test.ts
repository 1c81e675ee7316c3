import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseJournal } from '../../src/formats/journal.ts'
import { report2024 } from '../audit/report-2024.ts'
import { runInto } from '../cases/run-case.ts'

/** What the report calls the classes of the questionnaire. */
const classOf: Readonly<Record<string, string>> = {
  'not applicable': 'not_applicable',
  'not classifiable': 'not_classifiable',
  'no (framework sufficient)': 'no',
  'positive view': 'positive',
  'existing legal frameworks sufficient': 'existing_sufficient',
  'no answer or no specific opinion': 'not_applicable',
  'not conclusive, not classifiable': 'not_classifiable',
}
const questionOf = (number: string): string => `q${number.replace(/[()]/g, '')}`

describe('the sample with its reviewer’s decisions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  const out = join(folder, 'out')
  beforeAll(async () => {
    await runInto('pipelines/wildlife.yaml', out)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const rowsOf = (table: string): readonly (readonly string[])[] =>
    readFileSync(join(out, 'tables', table), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','))

  test.each(report2024.filter(({ question }) => question !== null))(
    'has the counts of figure $figure of the published report',
    ({ question, rows }) => {
      const counts = new Map(
        rowsOf('closed.csv')
          .filter(([name]) => name === questionOf(question!))
          .map(([, name, respondents]) => [name, Number(respondents)]),
      )
      expect(rows.map(([label]) => [label, counts.get(classOf[label] ?? label)])).toEqual(
        rows.map(([label, count]) => [label, count]),
      )
    },
  )

  test('has the respondents by region of figure I, and the one that the report leaves out', () => {
    const counts = rowsOf('respondents-by-region.csv').map((row) => row.map((cell) => cell.replaceAll('"', '')))
    const numbers = counts.slice(1).map((row) => Number(row[1]))
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(77)
    expect([...numbers].sort((a, b) => a - b)).toEqual([1, 11, 15, 16, 16, 18])
  })

  test('leaves no closed answer to a person', () => {
    expect(rowsOf('closed.csv').map((row) => row[6])).toEqual([
      'ask',
      ...rowsOf('closed.csv')
        .slice(1)
        .map(() => '0'),
    ])
  })

  test('rests on nine decisions, each with its reason', () => {
    const file = 'data/wildlife/decisions/reviewer-1.ndjson'
    const { lines, findings } = parseJournal(readFileSync(file), file)
    expect(findings).toEqual([])
    expect(lines.length).toBe(9)
    expect(lines.filter(({ note, span }) => !note || !span)).toEqual([])
  })
})
