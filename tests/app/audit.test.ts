import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditFigureFile } from '../../src/app/audit-figures.ts'
import { auditTextFile } from '../../src/app/audit-text.ts'
import { audit } from '../../src/cli/commands/audit.ts'
import type { Stop } from '../../src/model/finding.ts'
import { report2024, respondents2024 } from '../audit/report-2024.ts'
import { testFolder } from '../io/folder.ts'

const folderWith = (files: Readonly<Record<string, string>>) => {
  const folder = testFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return (name: string): string => join(folder, name)
}
const figures = JSON.stringify({ note: 'as printed', figures: report2024 }, null, 1)
const respondents = [respondents2024.columns, ...respondents2024.rows].map((cells) => cells.join(',')).join('\n')
const closed = 'question,class,respondents,base,percent\nq1,yes,41,77,53\nq1,no,22,77,29\n'
const stopOf = (work: Promise<unknown>): Promise<Stop> =>
  work.then(
    () => {
      throw new Error('no stop')
    },
    (error: Stop) => error,
  )

/** Runs the command; gives what it printed and its exit code. */
const run = async (file: string | undefined, options: Record<string, string | boolean> = {}) => {
  const lines: string[] = []
  const print = {
    line: (text = '') => lines.push(text),
    json: (value: unknown) => lines.push(JSON.stringify(value)),
    findings: () => {},
    progress: () => {},
    strong: (text: string) => text,
    faint: (text: string) => text,
  }
  return { code: await audit.run({ arguments: [file], options, print }), text: lines.join('\n') }
}

test('the findings in a JSON file name its lines', async () => {
  const at = folderWith({ 'figures.json': figures, 'respondents.csv': respondents })
  const { checks } = await auditFigureFile(at('figures.json'), { respondents: at('respondents.csv') })
  const found = checks.flatMap(({ findings }) => findings)
  expect(found.filter(({ level }) => level === 'error')).toHaveLength(8)
  const lines = figures.split('\n')
  const wrong = found.find(({ rule, message }) => rule === 'audit/percentage' && message.includes('`44`'))!
  expect(lines[wrong.where!.line! - 1]).toContain('positive view')
})

test('a table of figures is checked like a JSON file', async () => {
  const at = folderWith({ 'f.csv': 'figure,label,count,percent,base\nXI,positive view,44,56,77\nXI,other,33,43,77\n' })
  const { checks } = await auditFigureFile(at('f.csv'))
  expect(checks.flatMap(({ findings }) => findings).map(({ rule, where }) => [rule, where?.line])).toEqual([
    ['audit/percentage', 2],
    ['audit/percent-sum', 2],
  ])
})

test('files that are wrong are refused with the place and what was expected', async () => {
  const at = folderWith({
    'f.json': '{"figures": [{"figure": "I", "base": 0, "rows": [["a", 1, "many"]], "bass": 3}]}',
    'g.json': '{"figures": [',
  })
  const stop = await stopOf(auditFigureFile(at('f.json')))
  expect(stop.exitCode).toBe(1)
  expect(stop.findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('at least 1'),
    expect.stringContaining('a percentage from 0 to 100, found `many`'),
    expect.stringContaining('unknown key `bass`'),
  ])
  expect((await stopOf(auditFigureFile(at('g.json')))).exitCode).toBe(1)
  expect((await stopOf(auditFigureFile(at('none.json')))).exitCode).toBe(2)
  expect((await stopOf(auditFigureFile(at('f.json'), { rule: 'round' }))).findings[0]!.message).toContain('`half-up`')
})

test('a text is held against an output folder, or against figures', async () => {
  const text =
    'More than half of the respondents (41 respondents, or 53 per cent) did; 22 respondents (30 per cent) did not.'
  const at = folderWith({ 'out/tables/closed.csv': closed, 'a.md': text, 'figures.json': figures })
  for (const options of [{ tables: at('out') }, { tables: at('out/tables') }, { figures: at('figures.json') }]) {
    const { findings } = await auditTextFile(at('a.md'), options)
    expect(findings.map(({ rule, where }) => [rule, where?.line])).toEqual([['text/percent', 1]])
  }
})

test('policies are found by name or path', async () => {
  const bands =
    'title: Own\nversion: 7\nbands:\n  - {word: few, from: 0, below: 50}\n  - {word: lots, from: 50, to: 100}\n'
  const at = folderWith({ 'closed.csv': closed, 'a.md': 'Few respondents (41) did.', 'own.yaml': bands })
  const findingsOf = async (name?: string) =>
    (await auditTextFile(at('a.md'), { tables: at('.'), bands: name })).findings.map(({ message }) => message)
  expect(await findingsOf(at('own.yaml'))).toEqual([expect.stringContaining('expected `lots`')])
  expect(await findingsOf()).toEqual([expect.stringContaining('expected `more than half`')])
  expect(await findingsOf('education-scotland')).toEqual([expect.stringContaining('expected `the majority`')])
  for (const name of ['none', '../un-report']) {
    const stop = await stopOf(auditTextFile(at('a.md'), { tables: at('.'), bands: name }))
    expect([stop.exitCode, stop.findings[0]!.rule]).toEqual([2, 'audit/bands'])
  }
})

test('a text without tables is not checked, and a folder without tables is named', async () => {
  const at = folderWith({ 'a.md': 'text' })
  expect((await stopOf(auditTextFile(at('a.md'), {}))).findings[0]!.message).toContain('--tables DIR')
  expect((await stopOf(auditTextFile(at('a.md'), { tables: at('.') }))).findings[0]!.message).toContain('themes.csv')
})

test('the command shows scoreboard and findings, and exits with 1 where something is inconsistent', async () => {
  const at = folderWith({
    'figures.json': figures,
    'respondents.csv': respondents,
    'a.md': '41 respondents (53 per cent) did.',
  })
  const found = await run(at('figures.json'), { respondents: at('respondents.csv') })
  expect(found.code).toBe(1)
  expect(found.text).toContain('half-up               37 of 40   II III IV V VII IX X')
  expect(found.text).toContain('held against half-up: 3 exceptions')
  expect(found.text).toContain('8 inconsistent, 5 doubtful, 6 notes')
  const fine = await run(undefined, { text: at('a.md'), tables: at('.') }).catch((error: Stop) => error.exitCode)
  expect(fine).toBe(2)
  const json = JSON.parse((await run(at('figures.json'), { text: at('a.md'), json: true })).text)
  expect([json.figures.figures, json.text.statements.length, json.text.findings]).toEqual([11, 1, []])
  await expect(run(undefined)).rejects.toMatchObject({ exitCode: 2 })
})

test('a report without inconsistencies exits with 0', async () => {
  const at = folderWith({
    'tables/closed.csv': closed,
    'a.md': 'More than half of the respondents (41 respondents, or 53 per cent) did.',
  })
  expect(await run(undefined, { text: at('a.md'), tables: at('.') })).toMatchObject({ code: 0 })
})
