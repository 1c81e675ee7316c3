import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { caseNames, casesFolder, copyCase, filesIn, runInto } from '../cases/run-case.ts'
import { patience, verbatim } from '../cli/verbatim.ts'
import { testFolder } from '../io/folder.ts'

/** An output folder without the one value that may differ between two runs. */
const timeless = (folder: string): ReadonlyMap<string, string> => {
  const files = new Map([...filesIn(folder)].map(([name, bytes]) => [name, bytes.toString('latin1')]))
  const { time, ...manifest } = JSON.parse(files.get('manifest.json')!) as Record<string, unknown>
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  return files.set('manifest.json', JSON.stringify(manifest))
}

/** A copy of the commuting study with so many respondents that they make several chunks, and with some decisions. */
const crowded = (folder: string): string => {
  const pipeline = copyCase('commuting', join(folder, 'study'))
  const study = dirname(pipeline)
  const [header, ...rows] = readFileSync(join(study, 'answers.csv'), 'utf8').split(/\r?\n(?=id|R\d\d,)/)
  const long = rows.map((row) => row.replace(',,,,,', `,,,,"${'over the hill, '.repeat(1200)}",`))
  const copies = Array.from({ length: 80 }, (_, copy) =>
    long.map((row) => `${row.trimEnd().replace(/^R/, `C${copy}-`)}\n`),
  )
  writeFileSync(join(study, 'answers.csv'), `${header!.trimEnd()}\n${copies.flat().join('')}`)
  mkdirSync(join(study, 'journals'))
  const decisions = [3, 40, 79].flatMap((copy) => [
    { answer: `C${copy}-01/trouble`, act: 'reject', code: 'trouble.traffic' },
    { answer: `C${copy}-06/wish`, act: 'add', code: 'wish.cycle-path' },
    { answer: `C${copy}-77/wish`, act: 'add', code: 'wish.cycle-path' },
  ])
  writeFileSync(join(study, 'journals', 'anna.ndjson'), decisions.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return pipeline
}

describe('two runs on the same input differ in the time of the manifest alone', () => {
  test.each(caseNames)(
    '%s',
    async (name) => {
      const folder = testFolder()
      const pipeline = join(casesFolder, name, 'pipeline.yaml')
      await runInto(pipeline, join(folder, 'a'))
      await runInto(pipeline, join(folder, 'b'), { time: '2031-12-31T23:59:59.999Z' })
      expect(filesIn(join(folder, 'a'))).not.toEqual(filesIn(join(folder, 'b')))
      expect(timeless(join(folder, 'a'))).toEqual(timeless(join(folder, 'b')))
    },
    patience,
  )
})

test(
  'the number of workers changes nothing',
  async () => {
    const folder = testFolder()
    const pipeline = crowded(folder)
    const decisions = join(dirname(pipeline), 'journals')
    const outputs: ReadonlyMap<string, string>[] = []
    for (const workers of [1, 2]) {
      const out = join(folder, `out${workers}`)
      const words = ['run', pipeline, '--decisions', decisions, '--out', out, '--workers', `${workers}`, '--quiet']
      expect(await verbatim(words)).toEqual({ code: 0, stdout: '', stderr: '' })
      outputs.push(timeless(out))
    }
    const [one, two] = outputs
    // Five chunks at least, more than two workers take at once, or there would be no order to keep.
    expect(one!.get('answers.ndjson')!.length).toBeGreaterThan(1_500_000)
    expect(one!.get('codings.ndjson')).toContain('"rejected"')
    for (const [name, content] of one!) expect(two!.get(name) === content, name).toBe(true)
    expect(two!.size).toBe(one!.size)
  },
  patience,
)

test.each([
  ['commuting', 'findings.ndjson'],
  ['library', 'report.docx'],
])(
  'neither time zone nor language nor folder change anything (%s)',
  async (name, file) => {
    const folder = testFolder()
    const pipeline = copyCase(name, join(folder, 'study'))
    const here = join(folder, 'a')
    const there = join(folder, 'b')
    const [first, second] = await Promise.all([
      verbatim(['run', 'pipeline.yaml', '--out', here], {
        cwd: dirname(pipeline),
        env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      }),
      verbatim(['run', pipeline, '--out', there], {
        cwd: casesFolder,
        env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
      }),
    ])
    expect([first.code, second.code]).toEqual([0, 0])
    expect(timeless(here)).toEqual(timeless(there))
    // Findings name files as seen from the study; a document would like to hold a date.
    expect(timeless(here).get(file)).not.toBe('')
  },
  patience,
)
