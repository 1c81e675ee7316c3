import { strFromU8, unzipSync } from 'fflate'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { toMarkdown } from '../../src/formats/markdown-write.ts'
import { toParquet } from '../../src/formats/parquet-write.ts'
import { sheetNames, toXlsx } from '../../src/formats/xlsx-write.ts'
import type { Table } from '../../src/model/table.ts'

const table: Table = {
  id: 'themes',
  title: 'Themes',
  note: 'Counted are respondents.',
  columns: ['code', 'count', 'share', 'nothing'],
  rows: [
    ['a|b', 3, 0.5, null],
    ['', 0, null, null],
    ['=1+1', null, -7.25, null],
  ],
}

const sheetsOf = async (rows: Table['rows']) =>
  readExcelFile(Buffer.from(await toXlsx([{ name: 'one', columns: ['a', 'b'], rows }])), {
    trim: false,
  } as never) as never as Promise<readonly { readonly data: readonly (readonly unknown[])[] }[]>

test('a workbook holds numbers as numbers and everything else as the text it is', async () => {
  const texts = [
    '=1+1',
    '007',
    '1E5',
    '_x0041_',
    ' blank ',
    'two\nlines',
    '<b>&amp;',
    '\u0007bell',
    '@SUM(A1)',
    'ÅÄ 学校 😀',
  ]
  const [{ data }] = (await sheetsOf(texts.map((text) => [text, 12.5]))) as [{ data: readonly (readonly unknown[])[] }]
  expect(data[0]).toEqual(['a', 'b'])
  expect(data.slice(1)).toEqual(texts.map((text) => [text.replace('\u0007', ''), 12.5]))
})

test('a workbook has no formula, and no part of it knows the time', async () => {
  const sheets = [{ name: 'one', columns: ['a'], rows: [['=HYPERLINK("x")'], ['+1'], ['-1']] }]
  const bytes = await toXlsx(sheets)
  const parts = Object.entries(unzipSync(bytes))
  expect(parts.filter(([name, part]) => name.includes('sheet') && /<f[ >]/.test(strFromU8(part)))).toEqual([])
  expect(Buffer.from(await toXlsx(sheets)).equals(Buffer.from(bytes))).toBe(true)
  expect(parts.filter(([, part]) => /20[2-9]\d-\d\d-\d\dT/.test(strFromU8(part)))).toEqual([])
})

test('a text too long for a cell ends in an ellipsis, not in half a character', async () => {
  const [{ data }] = (await sheetsOf([[`${'x'.repeat(32_765)}😀😀`, 1]])) as [{ data: readonly (readonly unknown[])[] }]
  expect(data[1]![0]).toBe(`${'x'.repeat(32_765)}…`)
})

test('names of sheets are short, plain and unlike each other', () => {
  const names = sheetNames([`themes-by-${'a'.repeat(40)}`, `themes-by-${'a'.repeat(41)}`, 'a/b:c', 'A-B-C', ''])
  expect(names).toEqual([`themes-by-${'a'.repeat(21)}`, `themes-by-${'a'.repeat(19)}~2`, 'a-b-c', 'A-B-C~2', 'table'])
})

test('Parquet gives back texts, whole numbers and floating ones, and nothing where nothing was', async () => {
  const file = new Uint8Array(toParquet(table)).buffer
  expect(await parquetReadObjects({ file })).toEqual([
    { code: 'a|b', count: 3n, share: 0.5, nothing: null },
    { code: '', count: 0n, share: null, nothing: null },
    { code: '=1+1', count: null, share: -7.25, nothing: null },
  ])
  expect((await parquetMetadataAsync(file)).key_value_metadata).toContainEqual({
    key: 'note',
    value: 'Counted are respondents.',
  })
  expect(Buffer.from(toParquet(table)).equals(Buffer.from(file))).toBe(true)
})

test('a table without rows can be read as Parquet', async () => {
  expect(await parquetReadObjects({ file: new Uint8Array(toParquet({ ...table, rows: [] })).buffer })).toEqual([])
})

test('no text ends a row of Markdown or becomes markup', () => {
  expect(
    toMarkdown({
      columns: ['code_1', 'n'],
      rows: [
        ['a|b\n<i>*c* _d_', 3],
        [null, 0],
      ],
    }),
  ).toBe('| code_1 | n |\n| --- | ---: |\n| a\\|b &lt;i\\>\\*c\\* \\_d\\_ | 3 |\n|  | 0 |\n')
})
