import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { below, readAll, readBytes, readText, writeWhole } from '../../src/io/files.ts'
import { fingerprint } from '../../src/io/fingerprint.ts'
import { openSource } from '../../src/io/source.ts'
import { displayPath, findRoot, lexiconPath } from '../../src/io/workspace.ts'
import { Stop } from '../../src/model/finding.ts'
import { stopOf } from '../formats/reading.ts'
import { namesIn, testFolder } from './folder.ts'

describe('reading', () => {
  test('a missing file or a folder is named in plain words', async () => {
    const folder = testFolder()
    const missing = await stopOf(readBytes(join(folder, 'a.csv'), 'data/a.csv'))
    expect(missing.message).toContain('`data/a.csv` cannot be read: there is no such file')
    expect(missing.exitCode).toBe(2)
    expect((await stopOf(readText(folder, 'data'))).message).toContain('`data` cannot be read: it is a folder')
    for (const path of [folder, join(folder, 'x')]) expect((await stopOf(fingerprint(path))).exitCode).toBe(2)
  })

  test('many files come back in the order asked for, and all errors at once', async () => {
    const delays = [5, 0, 3, 1]
    const read = async (path: string): Promise<string> => {
      await new Promise((resolve) => setTimeout(resolve, delays[Number(path)]))
      return `<${path}>`
    }
    expect(await readAll(['0', '1', '2', '3'], read, 2)).toEqual(['<0>', '<1>', '<2>', '<3>'])
    const fail = async (path: string): Promise<never> => {
      throw new Stop([{ level: 'error', rule: 'r', message: path }], path === '1' ? 2 : 1)
    }
    const stop = await stopOf(readAll(['0', '1'], fail))
    expect([stop.findings.map((finding) => finding.message), stop.exitCode]).toEqual([['0', '1'], 2])
  })

  test('a fingerprint is the SHA-256 of the bytes', async () => {
    const path = join(testFolder(), 'a')
    writeFileSync(path, 'abc')
    expect(await fingerprint(path)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test('answers are opened by the ending of the file’s name', async () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'a.csv'), 'id;q1\nR1;x\n')
    writeFileSync(join(folder, 'a.jsonl'), '{"id":"R1","q1":"x"}\n')
    for (const name of ['a.csv', 'a.jsonl']) {
      const { header, rows } = await openSource(join(folder, name), { file: name })
      expect(header).toEqual(['id', 'q1'])
      for await (const row of rows) expect(row.cells).toEqual(['R1', 'x'])
    }
    mkdirSync(join(folder, 'b.csv'))
    for (const name of ['none.csv', 'b.csv', 'a.doc', 'none.xlsx'])
      expect((await stopOf(openSource(join(folder, name)))).exitCode, name).toBe(2)
  })
})

describe('writing', () => {
  test('a whole file replaces the old one and leaves nothing beside it', async () => {
    const folder = testFolder()
    await writeWhole(join(folder, 'sub', 'a.txt'), 'one')
    await writeWhole(join(folder, 'sub', 'a.txt'), 'two')
    expect(readFileSync(join(folder, 'sub', 'a.txt'), 'utf8')).toBe('two')
    expect((await stopOf(writeWhole(join(folder, 'sub'), 'x'))).exitCode).toBe(2)
    expect(namesIn(folder)).toEqual(['sub'])
    expect(namesIn(join(folder, 'sub'))).toEqual(['a.txt'])
  })

  test('a path may not leave its root', async () => {
    const folder = testFolder()
    expect(below(folder, 'a/../b')).toBe(join(folder, 'b'))
    expect(below(folder, '..b')).toBe(join(folder, '..b'))
    for (const path of ['..', '../x', '/etc/passwd', `../${'x'}`, '.', '', 'a\0'])
      expect((await stopOf(() => below(folder, path))).exitCode, path).toBe(2)
  })
})

describe('workspace', () => {
  test('the root is the nearest folder above with lexicons or a package', async () => {
    const folder = testFolder()
    for (const path of ['p/lexicons', 'p/pipelines/deep', 'q/pipelines'])
      mkdirSync(join(folder, path), { recursive: true })
    writeFileSync(join(folder, 'q', 'package.json'), '{}')
    expect(await findRoot(join(folder, 'p/pipelines/deep/a.yaml'))).toBe(join(folder, 'p'))
    expect(await findRoot(join(folder, 'q/pipelines/a.yaml'))).toBe(join(folder, 'q'))
    expect(displayPath(folder, join(folder, 'p', 'lexicons'))).toBe('p/lexicons')
  })

  test('a lexicon id leads below `lexicons/` and nowhere else', async () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'lexicons'))
    expect(await lexiconPath(folder, 'wildlife/species')).toBe(join(folder, 'lexicons', 'wildlife', 'species.yaml'))
    writeFileSync(join(folder, 'secret.yaml'), '')
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'lexicons', 'link.yaml'))
    for (const id of ['../secret', '/etc/passwd', 'a/../../b', 'a\\b', '', 'a//b', 'C:x', '.hidden', 'link'])
      expect((await stopOf(lexiconPath(folder, id))).exitCode, id).toBe(2)
  })
})
