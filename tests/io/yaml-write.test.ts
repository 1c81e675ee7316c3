import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseYaml } from '../../src/io/yaml.ts'
import { parsePlainYaml, toYaml } from '../../src/io/yaml-write.ts'

const key = fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/).filter((name) => name !== 'constructor' && name !== 'prototype')
const text = fc.string({ unit: 'grapheme', maxLength: 40 })

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(
      fc.dictionary(key, fc.oneof(text, fc.array(text), fc.integer(), fc.boolean()), { minKeys: 1 }),
      (value) => {
        expect(parseYaml(toYaml(value), z.any(), 'x.yaml').value).toEqual(value)
      },
    ),
  )
})

test('a text stays on its line, however long, and the same list twice is written twice', () => {
  const rule = '[a|b] NEAR/5 '.repeat(30)
  const list = [rule]
  expect(toYaml({ one: list, two: list })).toBe(`one:\n  - "${rule}"\ntwo:\n  - "${rule}"\n`)
})

test('another program’s YAML keeps every word as it is written', () => {
  expect(parsePlainYaml('no: [yes, 1.0, null, ~]', 'x.yml')).toEqual({ no: ['yes', '1.0', 'null', '~'] })
})

test('broken YAML is an error with line and column', () => {
  expect(() => parsePlainYaml('a: b\nc: [d\n', 'x.yml')).toThrow(/x\.yml:\d:\d+ the file cannot be read as YAML/)
})
