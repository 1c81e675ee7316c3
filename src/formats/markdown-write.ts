import type { Cell, Table } from '../model/table.ts'

/** A table as GitHub-flavoured Markdown: numbers to the right, and no cell can end its row or start markup. */
export const toMarkdown = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string => {
  const isNumber = columns.map((_, index) => rows.some((row) => typeof row[index] === 'number'))
  const rule = isNumber.map((right) => (right ? '---:' : '---'))
  return [columns.map(cellText), rule, ...rows.map((row) => row.map(cellText))].map(line).join('')
}

/** A text in which nothing is markup. Line ends become blanks. */
export const markdownText = (text: string): string =>
  text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/[\\`*[\]<>|#~$&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )

const cellText = (cell: Cell): string => (cell === null ? '' : markdownText(String(cell)))
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
