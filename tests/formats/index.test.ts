import { expect, test } from 'vitest'
import { formatOf } from '../../src/formats/index.ts'

test('a format is found by the ending of a name, in any case', () => {
  const names = ['a.csv', 'b/A.CSV', 'a.tsv', 'a.xlsx', 'a.jsonl', 'a.ndjson', 'a.xls', 'csv', 'a.csv.bak']
  expect(names.map((name) => formatOf(name)?.name)).toEqual([
    'CSV',
    'CSV',
    'TSV',
    'XLSX',
    'JSON lines',
    'JSON lines',
    undefined,
    undefined,
    undefined,
  ])
})
