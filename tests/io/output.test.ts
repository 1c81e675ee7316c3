import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openOutput } from '../../src/io/output.ts'
import { stopOf } from '../formats/reading.ts'
import { namesIn, testFolder } from './folder.ts'

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')

/** A process number that no process has. */
const dead = 2 ** 22 + 1

describe('an output folder', () => {
  test('appears whole, with all its files, only when committed', async () => {
    const folder = testFolder()
    const target = join(folder, 'output', 'wildlife')
    const output = await openOutput(target)
    const layer = await output.stream('answers.ndjson')
    for (let n = 0; n < 20_000; n++) await layer.write(`{"n":${n},"text":"${'é'.repeat(20)}"}\n`)
    await output.write('tables/themes.csv', 'a,b\n')
    await output.write('manifest.json', '{}')
    expect(existsSync(target)).toBe(false)
    await output.commit()
    expect(namesIn(target)).toEqual(['answers.ndjson', 'manifest.json', 'tables'])
    expect(read(target, 'answers.ndjson').split('\n')).toHaveLength(20_001)
    expect(read(target, 'answers.ndjson').split('\n')[19_999]).toContain('"n":19999,')
    expect(namesIn(join(folder, 'output'))).toEqual(['wildlife'])
  })

  test('replaces the one of the run before, files that are no more included', async () => {
    const target = join(testFolder(), 'out')
    const first = await openOutput(target)
    await first.write('manifest.json', '1')
    await first.write('gone.csv', 'x')
    await first.commit()
    const second = await openOutput(target)
    await second.write('manifest.json', '2')
    expect(read(target, 'manifest.json')).toBe('1')
    await second.commit()
    expect(namesIn(target)).toEqual(['manifest.json'])
    expect(read(target, 'manifest.json')).toBe('2')
  })

  test('leaves the old one and nothing else after an abort', async () => {
    const folder = testFolder()
    const target = join(folder, 'out')
    const first = await openOutput(target)
    await first.write('manifest.json', '1')
    await first.commit()
    const second = await openOutput(target)
    const open = await second.stream('open.ndjson')
    await open.write('half')
    await second.abort()
    await second.abort()
    expect(namesIn(folder)).toEqual(['out'])
    expect(read(target, 'manifest.json')).toBe('1')
    await expect(second.write('late', '')).rejects.toThrow()
  })

  test('is cleared of what killed runs left behind, and of nothing that a running one needs', async () => {
    const folder = testFolder()
    const running = await openOutput(join(folder, 'out'))
    for (const name of [`.out.partial-${dead}-0`, `.out.old-${dead}-1`, `.other.partial-${dead}-0`])
      mkdirSync(join(folder, name))
    writeFileSync(join(folder, `.out.old-${dead}-1`, 'manifest.json'), 'saved')
    const output = await openOutput(join(folder, 'out'))
    // The kill came between the two renames, so the old folder is the only one: it is back.
    expect(read(folder, 'out', 'manifest.json')).toBe('saved')
    await output.write('manifest.json', 'new')
    await output.commit()
    await running.write('manifest.json', 'last')
    await running.commit()
    expect(read(folder, 'out', 'manifest.json')).toBe('last')
    expect(namesIn(folder)).toEqual([`.other.partial-${dead}-0`, 'out'])
  })

  test('never replaces a folder or file that is not its own', async () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'thesis.docx'), 'x')
    const stop = await stopOf(openOutput(folder, { name: 'mine' }))
    expect([stop.exitCode, stop.findings[0]!.rule]).toEqual([2, 'output/foreign'])
    expect((await stopOf(openOutput(join(folder, 'thesis.docx')))).exitCode).toBe(2)
    expect((await stopOf(openOutput(join(folder, 'thesis.docx', 'out')))).exitCode).toBe(2)
    expect(namesIn(folder)).toEqual(['thesis.docx'])
    mkdirSync(join(folder, 'empty'))
    const output = await openOutput(join(folder, 'empty'))
    await expect(output.commit()).rejects.toThrow('manifest.json')
    await output.abort()
  })

  test('takes no name that leads out, is no name elsewhere, or is taken', async () => {
    const folder = testFolder()
    const output = await openOutput(join(folder, 'out'))
    await output.write('é.csv', '')
    const bad = [
      '../x',
      '/x',
      'a/../../x',
      'a\\b',
      'CON',
      'nul.csv',
      'a:b',
      'a.',
      ' a',
      '',
      'a//b',
      'x'.repeat(300),
      '.x',
      'É.csv',
      'e\u0301.csv',
      'a\0b',
    ]
    for (const name of bad) expect((await stopOf(output.write(name, ''))).exitCode, name).toBe(2)
    await output.abort()
    expect(namesIn(folder)).toEqual([])
  })
})
