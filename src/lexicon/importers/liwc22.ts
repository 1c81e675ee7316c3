import { parse } from 'csv-parse/sync'
import { buildLexicon } from './build.ts'
import { type ForeignCategory, type ForeignTerm, type Importer, type Report, reporter } from './imported.ts'
import { termOf } from './term.ts'

/** LIWC-22: a table with the terms in the first column and a column for each category. */
export const liwc22: Importer = {
  id: 'liwc22',
  title: 'LIWC-22 dictionary',
  endings: ['.dicx'],
  fits: (text) => /^\ufeff?"?(?:DicTerm|Entry)"?\s*,/i.test(text),
  read: ({ name, text }) => {
    const { report, findings } = reporter(name)
    const categories = categoriesOf(rowsOf(text, report), report)
    return buildLexicon({ title: 'LIWC-22 dictionary', categories, findings }, name)
  },
}

interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

const rowsOf = (text: string, report: Report): Row[] => {
  try {
    const records = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (error) {
    report('error', 'csv', `the table cannot be read: ${(error as Error).message}`)
    return []
  }
}

const categoriesOf = ([header, ...rows]: readonly Row[], report: Report): ForeignCategory[] => {
  const names = (header?.cells ?? []).slice(1).map((cell) => cell.trim())
  const terms: ForeignTerm[][] = names.map(() => [])
  for (const { cells, line } of rows) {
    const term = termOf(cells[0] ?? '', { question: 'sign' }, report, line)
    if (cells.length > names.length + 1)
      report('warning', 'cells', `the row of \`${cells[0]}\` has more cells than the header; they are left out`, line)
    if (!term) continue
    names.forEach((name, column) => {
      const mark = (cells[column + 1] ?? '').trim()
      if (mark === '' || mark === '0') return
      const weight = Number(mark)
      if (/^x$/i.test(mark)) terms[column]!.push(term)
      else if (!Number.isNaN(weight)) terms[column]!.push({ ...term, weight })
      else
        report(
          'warning',
          'mark',
          `\`${mark}\` in column \`${name}\` is neither \`X\` nor a number, and is left out`,
          line,
        )
    })
  }
  return names.map((name, column) => ({ path: [name], terms: terms[column]! }))
}
