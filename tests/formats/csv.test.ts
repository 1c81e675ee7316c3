import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv, tsv } from '../../src/formats/csv.ts'
import { toCsv } from '../../src/formats/csv-write.ts'
import type { Finding } from '../../src/model/finding.ts'
import { readAllRows, rulesOf, stopOf } from './reading.ts'

const read = (text: string | Uint8Array, options = {}, size?: number) => readAllRows(csv, text, options, size)

describe('records', () => {
  test('mixed line ends end a record each, and inside quotes they stay', async () => {
    const { rows, lines } = await read('id,a\r\n1,x\n2,y\r3,"p\r\nq\n\nr"\r\n\n4,z')
    expect(rows).toEqual([
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'p\r\nq\n\nr'],
      ['4', 'z'],
    ])
    expect(lines).toEqual([2, 3, 4, 9])
  })

  test('any mix of texts survives writing and reading, whatever the chunks', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\r', '\n', '\r\n', ';', '\t', ' ', 'é', '😀', '\u2028', '=', '\ufeff', '0'),
      maxLength: 8,
    })
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const header = (rows[0] ?? ['x']).map((_, column) => `c${column}`)
        const result = await read(toCsv(header, rows), { delimiter: ',' }, size)
        expect(result.header).toEqual(header)
        expect(result.rows).toEqual(rows)
      }),
      { numRuns: 150 },
    )
  })

  test('the line of a record is right after any mix of line ends', async () => {
    const end = fc.constantFrom('\n', '\r\n', '\r')
    const record = fc.tuple(fc.array(end, { maxLength: 3 }), end, fc.array(end, { maxLength: 2 }))
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 5 }), async (parts) => {
        let text = 'id,a\n'
        const expected: number[] = []
        for (const [inside, after, blank] of parts) {
          expected.push(1 + (text.match(/\r\n?|\n/g)?.length ?? 0))
          // Letters keep a CR of one piece and an LF of the next from joining.
          text += `r,"${inside.map((one) => `x${one}`).join('')}x"${after}`
          if (after !== '\r') text += blank.includes('\r') ? '' : blank.join('')
        }
        expect((await read(text, { delimiter: ',' }, 3)).lines).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  test('blank lines are skipped and counted', async () => {
    const notes: Finding[] = []
    const { rows } = await read('id,a\n\n1,x\n\n', { report: (note: Finding) => notes.push(note) })
    expect(rows).toEqual([['1', 'x']])
    expect(notes[0]?.message).toBe('2 blank lines skipped')
  })

  test('a header alone has no rows', async () => {
    expect((await read('id,a\n')).rows).toEqual([])
    expect((await read('id,a')).header).toEqual(['id', 'a'])
  })

  test('an empty file cannot be read', async () => {
    for (const text of ['', '\n\n', '\ufeff']) expect((await stopOf(read(text))).exitCode).toBe(2)
  })

  test('a long file is streamed: rows come before its end is asked for', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('id,a\n')
      for (;;) {
        asked++
        yield Buffer.from('1,x\n'.repeat(1000))
      }
    }
    const { rows } = await csv.read(endless(), { file: 'a.csv' })
    let count = 0
    for await (const _ of rows) if (++count === 50_000) break
    expect(asked).toBeLessThan(80)
  })
})

describe('problems', () => {
  test('an unclosed quote names the line where the record begins', async () => {
    const stop = await stopOf(read('id,a\n1,"x\ny"\n2,"open\n3,z\n4,z\n'))
    expect(rulesOf(stop.findings)).toEqual(['csv/unclosed-quote 4'])
    expect(stop.exitCode).toBe(1)
  })

  test('a quote in the middle of a cell names its record', async () => {
    expect(rulesOf((await stopOf(read('id,a\n1,x\n2,a "b" c\n'))).findings)).toEqual(['csv/stray-quote 3'])
    expect(rulesOf((await stopOf(read('id,a\n1,x\n2,"a" b\n3,"x"\n'))).findings)).toEqual(['csv/stray-quote 3'])
  })

  test('rows of another length are all listed', async () => {
    const stop = await stopOf(read('id,a\n1,x,EXTRA\n2\n3,y\n4,"p\nq",r\n'))
    expect(rulesOf(stop.findings)).toEqual(['csv/cells 2', 'csv/cells 3', 'csv/cells 5'])
    expect(stop.findings[0]!.message).toContain('`1` has 3 cells, the header 2')
  })

  test('more than 50 problems are counted, not listed', async () => {
    const { findings } = await stopOf(read(`id,a\n${'1\n'.repeat(123)}`))
    expect(findings).toHaveLength(51)
    expect(findings[50]!.message).toContain('73 more problems')
  })

  test('headers: repeated, blank and dangerous names are refused together with bad rows', async () => {
    const { findings } = await stopOf(read('id,a,a,,__proto__,constructor,prototype\n1\n'))
    expect(findings.map((finding) => finding.rule)).toEqual([
      'input/duplicate-header',
      'input/blank-header',
      'input/forbidden-header',
      'input/forbidden-header',
      'input/forbidden-header',
      'csv/cells',
    ])
    expect(findings[0]!.message).toContain('columns 2 and 3 are both called `a`')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('a cell of more than a million characters cannot be read', async () => {
    const stop = await stopOf(read(`id,a\n1,x\n2,${'x'.repeat(1_000_001)}\n`, { delimiter: ',' }))
    expect(stop.exitCode).toBe(2)
    expect(rulesOf(stop.findings)).toEqual(['input/cell-size 3'])
    expect((await read(`id,a\n1,${'x'.repeat(1_000_000)}\n`, { delimiter: ',' })).rows).toHaveLength(1)
  })

  test('more than ten thousand columns cannot be read', async () => {
    const stop = await stopOf(read(`${Array.from({ length: 10_001 }, (_, n) => `c${n}`).join(',')}\n`))
    expect([stop.exitCode, stop.findings[0]!.rule]).toEqual([2, 'input/columns'])
  })
})

describe('delimiter', () => {
  test('is decided where only one splits the first records alike', async () => {
    expect((await read('id;a\n1;x, y\n')).header).toEqual(['id', 'a'])
    expect((await read('id\ta\n1\tx\n')).header).toEqual(['id', 'a'])
    expect((await read('id;a,b;c\n1;x;y\n')).header).toEqual(['id', 'a,b', 'c'])
    expect((await read('id,"a;b"\n1,x\n')).header).toEqual(['id', 'a;b'])
    expect((await readAllRows(tsv, 'id\ta,b\n1\tx\n')).header).toEqual(['id', 'a,b'])
  })

  test('is asked for where several would do', async () => {
    const stop = await stopOf(read('id;a,b\n1;x,y\n'))
    expect(stop.findings[0]!.message).toContain('`,` or `;`')
  })
})
