import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { columns, counted } from '../../src/cli/columns.ts'
import { runProgram } from '../../src/cli/program.ts'
import { commuting, wish, wishLexicon } from '../app/commuting.ts'
import { casesFolder } from '../cases/run-case.ts'

/** Runs a command line in this process; gives its exit code and what it printed. */
const run = async (...words: readonly string[]) => {
  const printed = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.out += String(text)
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.err += String(text)
    return true
  })
  try {
    return { code: await runProgram(words), ...printed }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}
const pipeline = join(casesFolder, 'commuting', 'pipeline.yaml')

test('`lexicon test` prints a table of the lexicons and ends well without a failed example', async () => {
  const { code, out } = await run('lexicon', 'test', pipeline)
  expect(code).toBe(0)
  expect(out).toMatch(/lexicon +codes +rules +examples +failed +rules with hits +hits +do not count/)
  expect(out).toMatch(/0 errors, 1 warning, \d+ notes/)
})

test('`lexicon test` fails with an example, and shows no more than was asked for', async () => {
  const { pipeline: spoilt } = commuting({ [wish]: wishLexicon({ busExample: 'Fewer buses.' }) })
  const { code, out } = await run('lexicon', 'test', spoilt)
  expect(code).toBe(1)
  expect(out).toContain('Examples that are read otherwise than their author did (1 error, lexicon/example)')
  const only = await run('lexicon', 'test', spoilt, '--only', 'commuting/trouble')
  expect([only.code, only.out.includes('lexicon/example')]).toEqual([1, false])
})

test('`lexicon explain` ends with the codes', async () => {
  const { code, out } = await run('lexicon', 'explain', pipeline, 'The bus is late, there are no traffic jams.')
  expect(code).toBe(0)
  expect(out).toMatch(/Result: trouble\.late \(car, trouble\)\n$/)
  expect(out).toContain('does not count: denied (negated), because of “')
})

test('`lexicon diff` needs a pipeline, and says when nothing differs', async () => {
  const { code, err } = await run('lexicon', 'diff', '.', '.')
  expect([code, err]).toEqual([2, expect.stringContaining('--on')])
  const same = await run('lexicon', 'diff', '.', '.', '--on', pipeline)
  expect([same.code, same.out]).toEqual([0, expect.stringContaining('No difference')])
})

test('`lexicon diff` prints shares, respondents, answers and quotes', async () => {
  const { folder, pipeline: study } = commuting()
  const { pipeline: other } = commuting({ [wish]: wishLexicon({ buses: '["[more|night] buses"]' }) })
  const { code, out } = await run(
    'lexicon',
    'diff',
    '.',
    join(other, '..', wish),
    '--on',
    join(folder, 'pipeline.yaml'),
  )
  expect([code, study]).toEqual([0, join(folder, 'pipeline.yaml')])
  expect(out).toMatch(/wish\.cheaper +\d+ +[\d.]+ % +0 +0\.0 % +−[\d.]+ +0 +\d+ +\+0 −\d+/)
  expect(out).toMatch(/− R03\/wish {2}“Halve the fares”/)
  expect(out).toMatch(/In all: \d+ codings with A, \d+ with B/)
})

test('`lexicon loo` prints what rests on one rule, and refuses a wrong number of rows', async () => {
  const { code, out } = await run('lexicon', 'loo', pipeline, '--code', 'trouble', '--top', '2')
  expect(code).toBe(0)
  expect(out).toContain('Without one rule')
  expect(out).toContain('Without one wording')
  expect((await run('lexicon', 'loo', pipeline, '--top', 'all')).code).toBe(2)
})

test('every tool prints JSON', async () => {
  for (const words of [
    ['test', pipeline],
    ['explain', pipeline, 'More buses!'],
    ['diff', '.', '.', '--on', pipeline],
    ['loo', pipeline],
  ]) {
    const { code, out, err } = await run('lexicon', ...words, '--json')
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toBeTypeOf('object')
  }
})

test('columns are as wide as their widest cell, numbers flush right', () => {
  expect(
    columns(
      ['code', 'n', ''],
      [
        ['a.long', 7, 'x'],
        ['b', 12, undefined],
      ],
    ),
  ).toEqual(['  code     n', '  a.long   7  x', '  b       12'])
  expect([counted(1, 'rule'), counted(2, 'rule')]).toEqual(['1 rule', '2 rules'])
})
