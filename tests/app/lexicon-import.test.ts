import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importLexicon } from '../../src/app/lexicon-import.ts'
import { parseYaml } from '../../src/io/yaml.ts'
import { lexiconSchema } from '../../src/lexicon/schema.ts'
import { codebookSchema, codesOf } from '../../src/model/codebook.ts'
import { testFolder } from '../io/folder.ts'

const dictionary = 'politics:\n  foreign affairs: [embass*, foreign minister, no]\neconomy: [trade deficit]\n'

const fileWith = (name: string, content: string | Uint8Array): string => {
  const path = join(testFolder(), name)
  writeFileSync(path, content)
  return path
}

test('a dictionary becomes a lexicon that can be read, and a codebook with its codes', async () => {
  const file = fileWith('topics.yml', dictionary)
  const [out, codebook] = [`${file}.lexicon.yaml`, `${file}.codebook.yaml`]
  const { format, rules, written } = await importLexicon(file, { out, codebook })
  expect([format, rules, written]).toEqual(['quanteda-yaml', 4, [out, codebook]])
  const { value: lexicon } = parseYaml(readFileSync(out, 'utf8'), lexiconSchema, out)
  expect(lexicon.codes['politics.foreign-affairs']!.rules).toEqual(['embass*', 'foreign minister', 'no'])
  const { value: book } = parseYaml(readFileSync(codebook, 'utf8'), codebookSchema, codebook)
  expect(codesOf(book).map(({ id, label }) => [id, label])).toEqual([
    ['politics.foreign-affairs', 'foreign affairs'],
    ['economy', 'economy'],
  ])
})

test('nothing is written unless a file is named, and no file is overwritten', async () => {
  const file = fileWith('topics.yml', dictionary)
  expect((await importLexicon(file)).written).toEqual([])
  const codebook = `${file}.codebook.yaml`
  await expect(importLexicon(file, { out: file, codebook })).rejects.toThrow(/is there already/)
  expect(existsSync(codebook)).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe(dictionary)
})

test('the format is told by the file or by name, and an unknown one is refused', async () => {
  expect((await importLexicon(fileWith('topics.txt', dictionary), { format: 'quanteda-yaml' })).rules).toBe(4)
  await expect(importLexicon(fileWith('topics.yml', dictionary), { format: 'quanteda' })).rejects.toThrow(
    /`quanteda` is no format; expected one of .*did you mean `quanteda-yaml`/,
  )
})

test('the encoding is UTF-8 unless another is named', async () => {
  const file = fileWith('topics.yml', Buffer.from('villes: [h\xf4tel]\n', 'latin1'))
  await expect(importLexicon(file)).rejects.toThrow(/encoding/)
  expect((await importLexicon(file, { encoding: 'windows-1252' })).yaml).toContain('- hôtel')
})

test('a file that is no dictionary gives one error with its place', async () => {
  const file = fileWith('topics.yml', 'a: [b\nc: d]: e\n- f\n')
  await expect(importLexicon(file)).rejects.toThrow(/topics\.yml:\d+:\d+ the file cannot be read as YAML/)
})
