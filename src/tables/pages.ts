import { markdownText, toMarkdown } from '../formats/markdown-write.ts'
import type { SheetRows } from '../formats/xlsx-write.ts'
import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { enoughTogether } from '../statistics/cooccurrence.ts'
import { countingContract } from './contract.ts'
import { cooccurrenceId } from './cooccurrence.ts'
import { withoutSmallBases } from './small-base.ts'

/** All tables as one page of Markdown, each with its note, after how everything is counted. */
export const tablesPage = (study: Study, tables: readonly Table[]): string =>
  [
    `# ${markdownText(study.title)}\n`,
    '## How this is counted\n',
    countingContract(study)
      .map(([term, text]) => `- **${term}.** ${text}\n`)
      .join(''),
    ...tables
      .map(frequentPairs)
      .flatMap((table) => [
        `## ${markdownText(table.title)}\n`,
        toMarkdown(withoutSmallBases(table, study.minimumBase)),
        `${table.note}${study.minimumBase > 0 ? ` No percentage is shown over a base below ${study.minimumBase}.` : ''} File: \`tables/${table.id}.csv\`.\n`,
      ]),
  ].join('\n')

/** Most pairs of themes are met by nobody: a page shows those that were met often enough to say something. */
const frequentPairs = (table: Table): Table => {
  if (table.id !== cooccurrenceId) return table
  const respondents = table.columns.indexOf('respondents')
  const rows = table.rows.filter((row) => (row[respondents] as number) >= enoughTogether)
  const left = table.rows.length - rows.length
  return left === 0 ? table : { ...table, rows, note: `${table.note} Left out here are ${left} such pairs.` }
}

/** All tables as sheets, the notes first: how everything is counted, then what each table is. */
export const tableSheets = (study: Study, tables: readonly Table[]): readonly SheetRows[] => [
  {
    name: 'notes',
    columns: ['about', 'note'],
    rows: [
      ['Study', study.title],
      ...countingContract(study).map(([term, text]) => [term, text]),
      ...tables.map(({ id, title, note }) => [id, `${title}. ${note}`]),
    ],
  },
  ...tables.map(({ id, columns, rows }) => ({ name: id, columns, rows })),
]
