import { expect, test } from 'vitest'
import { auditText } from '../../../src/audit/audit-text.ts'
import { factsOfTable } from '../../../src/audit/fact.ts'
import { paragraphText } from '../../../src/report/wording/prose.ts'
import { littleLayers, reportOf } from '../little-report.ts'
import { unReport } from '../policies.ts'

test('the program’s own audit of texts finds nothing wrong in its own paragraphs', () => {
  const { content } = reportOf(littleLayers())
  const { respondents, questions, families } = content.parts
  const texts = [...questions, ...families, ...respondents].map(({ paragraph }) => ({
    text: paragraphText(paragraph),
    line: 1,
  }))
  const facts = content.tables
    .filter(({ id }) => id === 'themes' || id === 'closed')
    .flatMap(({ columns, rows }) =>
      factsOfTable({
        header: columns,
        rows: rows.map((cells) => ({ cells: cells.map((cell) => String(cell ?? '')), where: { file: 'x' } })),
      }),
    )
  const { findings, statements } = auditText(texts, facts, { file: 'x', policy: unReport })
  expect(statements.length).toBeGreaterThan(3)
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
})
