import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellId, parseCellId } from '../../src/model/cell-id.ts'

test('an address names table, row and column', () => {
  expect(cellId({ table: 'closed', keys: ['q6a', 'yes'], column: 'respondents' })).toBe('closed#q6a=yes/respondents')
  expect(cellId({ table: 'themes', keys: ['practice.training'], column: 'percent' })).toBe(
    'themes#practice.training/percent',
  )
})

test('an address is taken apart into what it was made of, whatever the names are', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(
      name,
      fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 3 }),
      name,
      (table, keys, column) => {
        expect(parseCellId(cellId({ table, keys, column }))).toEqual({ table, keys, column })
      },
    ),
  )
})

test.each(['', 'R001/q4', 'themes#a', 'themes/a', '#a/b', 'themes#a b/c'])('`%s` is no address of a cell', (text) => {
  expect(parseCellId(text)).toBeUndefined()
})
