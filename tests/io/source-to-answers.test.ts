import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { openSource } from '../../src/io/source.ts'
import type { Answer } from '../../src/model/answer.ts'
import { inputSchema } from '../../src/pipeline/schema.ts'
import { ingest, wantedColumns } from '../../src/stages/ingest.ts'
import { stopOf } from '../formats/reading.ts'
import { testFolder } from './folder.ts'

const answersOf = async (path: string): Promise<readonly Answer[]> => {
  const options = inputSchema.parse({ file: path, respondent: 'id', attributes: ['region'] })
  const questions = ['q1', 'q2']
  const records = await openSource(path, { wanted: wantedColumns(options, questions), file: 'answers' })
  const answers: Answer[] = []
  for await (const batch of ingest(records, options, questions, { file: 'answers' })) answers.push(...batch)
  return answers
}

const rows = [
  ['id', 'region', 'q1', 'q2'],
  ['R1', 'asia', 'two\nlines, “quoted”', ''],
  ['R2', 'africa', '', ' =1+1 '],
]

test('the same answers come from every format', async () => {
  const folder = testFolder()
  const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join('\t')
  const [header, ...body] = rows as [string[], ...string[][]]
  const objects = body.map((cells) => Object.fromEntries(cells.map((cell, column) => [header[column]!, cell])))
  writeFileSync(join(folder, 'a.tsv'), rows.map((cells) => `${quoted(cells)}\r\n`).join(''))
  writeFileSync(join(folder, 'a.csv'), Buffer.from(`\ufeff${rows.map(quoted).join('\r')}`, 'utf16le'))
  writeFileSync(join(folder, 'a.ndjson'), objects.map((one) => `${JSON.stringify({ ...one, x: [] })}\n`).join(''))
  await writeExcelFile(rows as never).toFile(join(folder, 'a.xlsx'))
  const expected = await answersOf(join(folder, 'a.tsv'))
  expect(expected.map((answer) => answer.text)).toEqual(['two\nlines, “quoted”', '', '', ' =1+1 '])
  for (const name of ['a.csv', 'a.ndjson', 'a.xlsx'])
    expect(await answersOf(join(folder, name)), name).toEqual(expected)
})

test('a workbook’s errors name sheet and cell', async () => {
  const path = join(testFolder(), 'a.xlsx')
  await writeExcelFile([...rows, ['R1', 'asia', 'x', 'y'], [null, null, 'x']] as never, { sheet: 'S' } as never).toFile(
    path,
  )
  const stop = await stopOf(answersOf(path))
  expect(stop.findings.map((finding) => finding.where?.cell)).toEqual(['S!A4', 'S!A5'])
  expect(stop.findings[0]!.message).toContain('in cell S!A2')
})
