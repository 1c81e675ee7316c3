import { describe, expect, test } from 'vitest'
import { jsonl } from '../../src/formats/jsonl.ts'
import { toLine } from '../../src/formats/ndjson.ts'
import { readAllRows, rulesOf, stopOf } from './reading.ts'

const read = (text: string, options = {}, size?: number) =>
  readAllRows(jsonl, text, { file: 'a.jsonl', ...options }, size)

describe('rows', () => {
  test('records come back as written, U+2028 and CRLF included, in any chunks', async () => {
    const records = [
      { id: 'a', text: 'x\u2028y\u2029\r\nz 😀' },
      { id: 'b', text: '' },
      { id: 'c', text: '=1+1\0' },
    ]
    const text = records.map(toLine).join('')
    for (const size of [1, 7, 1000]) {
      const { header, rows, lines } = await read(text, {}, size)
      expect(header).toEqual(['id', 'text'])
      expect(rows).toEqual(records.map((record) => [record.id, record.text]))
      expect(lines).toEqual([1, 2, 3])
    }
    expect((await read(text.replaceAll('\n', '\r\n\r\n'))).lines).toEqual([1, 3, 5])
  })

  test('numbers become text, null and missing fields empty cells', async () => {
    expect((await read('{"id":7,"n":0.5}\n{"id":null}\n')).rows).toEqual([
      ['7', '0.5'],
      ['', ''],
    ])
  })

  test('fields that nobody asks for may hold anything', async () => {
    const { header, rows } = await read('{"id":"a","codes":["x"]}\n{"id":"b","more":{}}\n', { wanted: ['id'] })
    expect(header).toEqual(['id', 'codes'])
    expect(rows).toEqual([
      ['a', ''],
      ['b', ''],
    ])
  })
})

describe('problems', () => {
  test('all bad lines and values are listed with their lines', async () => {
    const stop = await stopOf(
      read('{"id":"a","n":1}\n[1]\n{"id":\n{"id":["x"],"n":12345678901234567890}\n{"id":true}\n{"id":"b","late":""}'),
    )
    expect(rulesOf(stop.findings)).toEqual([
      'jsonl/object 2',
      'jsonl/object 3',
      'jsonl/value 4',
      'jsonl/value 4',
      'jsonl/value 5',
      'jsonl/late-field 6',
    ])
    expect(stop.exitCode).toBe(1)
  })

  test('a dangerous field is refused and pollutes nothing', async () => {
    const stop = await stopOf(read('{"id":"a","__proto__":{"polluted":1}}\n'))
    expect(stop.findings[0]!.rule).toBe('input/forbidden-header')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('an empty file cannot be read, a file of bad lines has errors', async () => {
    expect((await stopOf(read('\n'))).exitCode).toBe(2)
    expect((await stopOf(read('hello\n'))).exitCode).toBe(1)
  })
})
