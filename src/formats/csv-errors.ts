import type { CsvError } from 'csv-parse'
import { limits } from './format.ts'
import { type Problems, unreadable } from './problems.ts'

/** Lists what broke the record that begins on a line; what ends the reading for good is thrown. */
export const explain = (error: CsvError, line: number, file: string, problems: Problems): void => {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    problems.add(
      'csv/unclosed-quote',
      'a double quote opens in the record that begins here and is never closed, so the rest of the file belongs to it; close it, and write a quote inside a cell twice',
      { file, line },
    )
  else if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE')
    problems.add(
      'csv/stray-quote',
      'the record that begins here has a double quote in the middle of a cell (or an earlier quote of it is not closed); put the whole cell in double quotes and write a quote inside it twice. The rest of the file was not checked',
      { file, line },
    )
  else if (error.code === 'CSV_MAX_RECORD_SIZE')
    throw unreadable(
      'csv/record-size',
      `the record that begins here is longer than ${limits.record} characters; is a double quote not closed?`,
      { file, line },
    )
  else throw error
}

/** The error of a record with an oversized cell (exit code 2). */
export const tooLarge = (length: number, file: string, line: number): Error =>
  unreadable(
    'input/cell-size',
    `a cell of the record that begins here has ${length} characters, at most ${limits.cell} are read; is a double quote not closed?`,
    { file, line },
  )
