import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { xlsx } from '../../src/formats/xlsx.ts'
import { readAllRows, rulesOf, stopOf } from './reading.ts'

type Data = Parameters<typeof writeExcelFile>[0]
const read = (bytes: Uint8Array, options = {}) => readAllRows(xlsx, bytes, { file: 'a.xlsx', ...options })
const workbook = (data: unknown, sheet = 'Answers'): Promise<Buffer> =>
  writeExcelFile(data as Data, { sheet } as never).toBuffer()

/** A ZIP archive of the given parts; `size` may lie about a part's length. */
const zip = (parts: readonly { name: string; data: Buffer; size?: number; flags?: number }[]): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const { name, data, size = data.length, flags = 0 } of parts) {
    const packed = deflateRawSync(data)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, title]))
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}

const xml = (body: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
const handmade = (sheet: string): Buffer =>
  zip([
    {
      name: '[Content_Types].xml',
      data: xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    },
    {
      name: 'xl/workbook.xml',
      data: xml(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Été" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: xml(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
      ),
    },
  ])

describe('cells', () => {
  test('texts come back untouched, other values in a form that depends on no locale', async () => {
    const date = (at: string) => ({ value: new Date(at), type: Date, format: 'yyyy-mm-dd hh:mm:ss' })
    const { header, rows, records } = await read(
      await workbook([
        ['id', 'a', 'b', 'c'],
        ['007', '  x \n y ', '=1+1', 'e\u0301 👨🏻‍🚒 \u2028'],
        [7, 0.1, true, false],
        [null, null, null, null],
        [1e21, date('2023-04-14T00:00:00Z'), date('2023-04-14T10:20:30Z'), 'TRUE'],
      ]),
    )
    expect(header).toEqual(['id', 'a', 'b', 'c'])
    expect(rows).toEqual([
      ['007', '  x \n y ', '=1+1', 'e\u0301 👨🏻‍🚒 \u2028'],
      ['7', '0.1', 'true', 'false'],
      ['1e+21', '2023-04-14', '2023-04-14T10:20:30', 'TRUE'],
    ])
    expect(records.place(5, 2)).toEqual({ file: 'a.xlsx', cell: 'Answers!C5' })
    expect(records.place(5, 27).cell).toBe('Answers!AB5')
  })

  test('the header is the first row that is not empty', async () => {
    const { header, lines } = await read(await workbook([[null], [null], ['id', 'a'], ['1', 'x']]))
    expect([header, lines]).toEqual([['id', 'a'], [4]])
  })

  test('a sheet is chosen by name', async () => {
    const bytes = await writeExcelFile([
      { data: [['one']], sheet: 'First' },
      { data: [['two']], sheet: 'Second' },
    ] as never).toBuffer()
    expect((await read(bytes, { sheet: 'Second' })).header).toEqual(['two'])
    expect((await read(bytes)).header).toEqual(['one'])
    const stop = await stopOf(read(bytes, { sheet: 'Third' }))
    expect(stop.findings[0]!.message).toContain('has `First`, `Second`')
  })
})

describe('problems', () => {
  test('headers and stray cells are all named by sheet and cell', async () => {
    const stop = await stopOf(
      read(
        await workbook([
          ['id', 'a', 'a', null, 'b'],
          ['1', 'x', 'y', 'z', 'q', 'stray'],
          ['2', 'x', 'y'],
        ]),
      ),
    )
    expect(rulesOf(stop.findings)).toEqual([
      'input/duplicate-header Answers!C1',
      'input/blank-header Answers!D1',
      'xlsx/no-header Answers!F2',
    ])
  })

  test('a formula that failed is no empty answer', async () => {
    const row = (n: number, cells: string): string => `<row r="${n}">${cells}</row>`
    const bytes = handmade(
      row(1, '<c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>a</t></is></c>') +
        row(2, '<c r="A2" t="inlineStr"><is><t>1</t></is></c><c r="B2" t="e"><f>-we</f><v>#NAME?</v></c>') +
        row(3, '<c r="A3" t="inlineStr"><is><t>2</t></is></c><c r="B3" t="inlineStr"><is><t>#N/A</t></is></c>'),
    )
    const stop = await stopOf(read(bytes))
    expect(rulesOf(stop.findings)).toEqual(['xlsx/failed-formula Été!B2'])
    expect(stop.findings[0]!.message).toContain('`#NAME?`')
  })

  test('an empty sheet, an empty file and other files cannot be read', async () => {
    const others = [
      Buffer.alloc(0),
      Buffer.from('id,a\n1,x\n'),
      Buffer.from('d0cf11e0a1b11ae100', 'hex'),
      Buffer.from('PK'),
    ]
    for (const bytes of [...others, await workbook([[null]]), (await workbook([['id']])).subarray(0, 500)])
      expect((await stopOf(read(bytes))).exitCode).toBe(2)
  })
})

describe('hostile archives', () => {
  const refuse = async (bytes: Buffer): Promise<string> => {
    const stop = await stopOf(read(bytes))
    expect([stop.exitCode, stop.findings[0]!.rule]).toEqual([2, 'xlsx/archive'])
    return stop.findings[0]!.message
  }
  const data = xml('<a/>')

  test('declared sizes, ratios and numbers are capped before anything is unpacked', async () => {
    expect(await refuse(zip([{ name: 'xl/a.xml', data, size: 60_000_000 }]))).toContain('60000000 bytes unpacked')
    expect(await refuse(zip([{ name: 'xl/a.xml', data, size: 20_000_000 }]))).toContain('more than 100 times')
    expect(await refuse(zip(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}`, data }))))).toContain(
      '10001 parts',
    )
  })

  test('a directory that lies is found out while unpacking', async () => {
    await refuse(zip([{ name: 'xl/a.xml', data: Buffer.alloc(200_000, 65), size: 1000 }]))
  })

  test('escaping names, twins, encryption, DOCTYPE and hidden encodings are refused', async () => {
    for (const name of ['../a.xml', '/a.xml', 'C:/a.xml']) await refuse(zip([{ name, data }]))
    expect(
      await refuse(
        zip([
          { name: 'a.xml', data },
          { name: 'a.xml', data },
        ]),
      ),
    ).toContain('two parts')
    expect(await refuse(zip([{ name: 'a.xml', data, flags: 1 }]))).toContain('encrypted')
    expect(await refuse(zip([{ name: 'a.xml', data: xml('<!DOCTYPE a []><a/>') }]))).toContain('DOCTYPE')
    expect(await refuse(zip([{ name: 'a.xml', data: Buffer.from('\ufeff<a/>', 'utf16le') }]))).toContain('not UTF-8')
  })
})
