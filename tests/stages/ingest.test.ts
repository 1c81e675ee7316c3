import { describe, expect, test } from 'vitest'
import { csv } from '../../src/formats/csv.ts'
import type { Answer } from '../../src/model/answer.ts'
import type { Finding } from '../../src/model/finding.ts'
import { type InputOptions, inputSchema } from '../../src/pipeline/schema.ts'
import { type IngestSettings, ingest, wantedColumns } from '../../src/stages/ingest.ts'
import { chunks, rulesOf, stopOf } from '../formats/reading.ts'

const file = 'a.csv'
const wide = (more: object = {}): InputOptions => inputSchema.parse({ file, respondent: 'id', ...more })
const long = (more: object = {}): InputOptions =>
  inputSchema.parse({ file, layout: 'long', respondent: 'id', question: 'q', text: 't', ...more })

const run = async (
  text: string,
  options: InputOptions,
  questions: readonly string[],
  settings: Partial<IngestSettings> = {},
): Promise<{ batches: (readonly Answer[])[]; notes: Finding[] }> => {
  const notes: Finding[] = []
  const batches: (readonly Answer[])[] = []
  const records = await csv.read(chunks(text), { file, delimiter: ',' })
  const report = (note: Finding) => notes.push(note)
  for await (const batch of ingest(records, options, questions, { file, report, ...settings })) batches.push(batch)
  return { batches, notes }
}
const brief = (answers: readonly Answer[]) => answers.map((answer) => `${answer.id} ${answer.text}`)

describe('wide', () => {
  test('every respondent has an answer to every question, in the questionnaire’s order, blank ones too', async () => {
    const { batches } = await run(
      'q2,id,region,Q one\nx,R1,asia,\n,R2,,y\n',
      wide({ attributes: ['region'], columns: { q1: 'Q one' } }),
      ['q1', 'q2'],
    )
    expect(batches.flat()).toEqual([
      { id: 'R1/q1', respondent: 'R1', question: 'q1', attributes: { region: 'asia' }, text: '' },
      { id: 'R1/q2', respondent: 'R1', question: 'q2', attributes: { region: 'asia' }, text: 'x' },
      { id: 'R2/q1', respondent: 'R2', question: 'q1', attributes: { region: '' }, text: 'y' },
      { id: 'R2/q2', respondent: 'R2', question: 'q2', attributes: { region: '' }, text: '' },
    ])
  })

  test('batches hold whole respondents and together everything', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `R${n},${'x'.repeat(10)},y\n`).join('')
    const { batches } = await run(`id,q1,q2\n${rows}`, wide(), ['q1', 'q2'], { batchSize: 50 })
    expect(batches).toHaveLength(6)
    for (const batch of batches) expect(batch).toHaveLength(10)
    expect(new Set(batches.flat().map((answer) => answer.id)).size).toBe(60)
  })

  test('repairs are made, counted and placed', async () => {
    const { batches, notes } = await run('id,q1\nR1,"a\r\nb\0"\nR2,"c\rd"\nR3,"e\r\nf"\n', wide(), ['q1'])
    expect(batches.flat().map((answer) => answer.text)).toEqual(['a\nb\ufffd', 'c\nd', 'e\nf'])
    expect(notes.map((note) => note.message)).toEqual([
      'line ends CRLF written as LF: 2, first in R1/q1 (line 2), R3/q1 (line 6)',
      'line ends CR written as LF: 1, first in R2/q1 (line 4)',
      'control characters replaced by U+FFFD: 1, first in R1/q1 (line 2)',
    ])
    expect(notes.every((note) => note.level === 'note' && note.rule === 'ingest/repaired')).toBe(true)
  })

  test('columns that nobody asked for are noted', async () => {
    const { notes } = await run('id,q1,extra\nR1,x,y\n', wide(), ['q1'])
    expect(notes[0]).toMatchObject({
      level: 'note',
      rule: 'ingest/unused-columns',
      message: 'one column is not used: `extra`',
    })
  })

  test('missing columns are listed together, with the nearest name and the reader’s own errors', async () => {
    const stop = await stopOf(run('ids,regoin,q1\nR1\n', wide({ attributes: ['region'] }), ['q1', 'q2']))
    expect(rulesOf(stop.findings)).toEqual([
      'ingest/missing-column 1',
      'ingest/missing-column 1',
      'ingest/missing-column 1',
      'csv/cells 2',
    ])
    expect(stop.findings[1]!.message).toContain('`region` (an attribute); did you mean `regoin`?')
    expect(stop.findings[2]!.message).toContain('`q2` (a question). The file has `ids`, `regoin`, `q1`')
    expect(stop.exitCode).toBe(1)
  })

  test('respondents that come twice or have no id are errors that name both lines', async () => {
    const stop = await stopOf(run('id,q1\nR1,x\n ,y\nR2,z\nR1,w\n', wide(), ['q1']))
    expect(rulesOf(stop.findings)).toEqual(['ingest/blank-respondent 3', 'ingest/duplicate 5'])
    expect(stop.findings[1]!.message).toContain('`R1` was given already in line 2')
  })

  test('a file without rows is an error, one without words a warning', async () => {
    expect(rulesOf((await stopOf(run('id,q1\n', wide(), ['q1']))).findings)).toEqual(['ingest/no-rows'])
    expect((await run('id,q1\nR1, \n', wide(), ['q1'])).notes[0]).toMatchObject({
      level: 'warning',
      rule: 'ingest/no-words',
    })
  })

  test('a column stated for an unknown question is an error', async () => {
    const stop = await stopOf(run('id,q1\nR1,x\n', wide({ columns: { q11: 'q1' } }), ['q1']))
    expect(stop.findings[0]!.message).toContain('`q11`, which is not in the questionnaire; did you mean `q1`?')
  })
})

describe('long', () => {
  test('only the rows present become answers', async () => {
    const { batches } = await run('id,q,t\nR1,q2,x\nR1,q1,\nR2,q1,y\n', long(), ['q1', 'q2'])
    expect(brief(batches.flat())).toEqual(['R1/q2 x', 'R1/q1 ', 'R2/q1 y'])
  })

  test('one question for all rows needs no column', async () => {
    const { batches } = await run('id,t\nR1,x\nR2,y\n', long({ question: undefined, only: 'q1' }), ['q1', 'q2'])
    expect(brief(batches.flat())).toEqual(['R1/q1 x', 'R2/q1 y'])
  })

  test('scattered rows of a respondent are gathered on request', async () => {
    const text = 'id,q,t\nR1,q1,a\nR2,q1,b\nR1,q2,c\n'
    const { batches } = await run(text, long(), ['q1', 'q2'], { gather: true, batchSize: 1 })
    expect(batches.map(brief)).toEqual([['R1/q1 a', 'R1/q2 c'], ['R2/q1 b']])
    expect(brief((await run(text, long(), ['q1', 'q2'])).batches.flat())).toEqual(['R1/q1 a', 'R2/q1 b', 'R1/q2 c'])
  })

  test('unknown questions, twins and changing attributes are errors', async () => {
    const stop = await stopOf(
      run(
        'id,q,t,region\nR1,q1,a,x\nR1,q3,b,x\nR2,q3,b,x\nR1,q1,c,x\nR1,q2,d,y\n,q2,e,x\n',
        long({ attributes: ['region'] }),
        ['q1', 'q2'],
      ),
    )
    expect(rulesOf(stop.findings)).toEqual([
      'ingest/unknown-question 3',
      'ingest/duplicate 5',
      'ingest/attributes-differ 6',
      'ingest/blank-respondent 7',
    ])
    expect(stop.findings[1]!.message).toContain('`R1/q1` was given already in line 2')
  })
})

test('the wanted columns are those that answers are made of', () => {
  expect(wantedColumns(wide({ attributes: ['region'], columns: { q1: 'One' } }), ['q1', 'q2'])).toEqual([
    'id',
    'region',
    'One',
    'q2',
  ])
  expect(wantedColumns(long({ question: undefined, only: 'q1' }), ['q1'])).toEqual(['id', 't'])
})
