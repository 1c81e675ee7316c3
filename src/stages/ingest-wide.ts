import type { Records, Row } from '../formats/format.ts'
import type { Problems } from '../formats/problems.ts'
import type { Answer } from '../model/answer.ts'
import { answerId } from '../model/id.ts'
import type { Columns } from './ingest-columns.ts'
import type { Mend } from './ingest-repairs.ts'

/** A row's respondent, repaired; `undefined` where it is blank (listed as a problem). */
export const respondentOf = (
  { line, cells }: Row,
  { place }: Records,
  columns: Columns,
  problems: Problems,
  mend: Mend,
): string | undefined => {
  const where = () => place(line, columns.respondent)
  const respondent = mend(cells[columns.respondent]!, () => 'a respondent’s id', where)
  if (respondent.trim() !== '') return respondent
  problems.add(
    'ingest/blank-respondent',
    'the row has no respondent; give it an id, or delete the row if it is empty',
    where(),
  )
  return undefined
}

/** A row's attributes by name, repaired. */
export const attributesOf = (
  { line, cells }: Row,
  { place }: Records,
  { attributes }: Columns,
  mend: Mend,
): Readonly<Record<string, string>> => {
  const result: Record<string, string> = {}
  for (const { name, column } of attributes)
    result[name] = mend(
      cells[column]!,
      () => `attribute \`${name}\``,
      () => place(line, column),
    )
  return result
}

/** Says that something was given twice, and where the first one stands. */
export const addDuplicate = (
  what: string,
  first: number,
  line: number,
  column: number,
  records: Records,
  problems: Problems,
): void => {
  const { cell, line: number } = records.place(first, column)
  problems.add(
    'ingest/duplicate',
    `${what} was given already in ${number === undefined ? `cell ${cell}` : `line ${number}`}; delete one of the two, or correct its id`,
    records.place(line, column),
  )
}

/** A row a respondent: one answer to each question of the questionnaire, in its order, blank ones too. */
export async function* readWide(
  records: Records,
  columns: Columns,
  problems: Problems,
  mend: Mend,
): AsyncGenerator<readonly Answer[]> {
  const seen = new Map<string, number>()
  for await (const row of records.rows) {
    const { line, cells } = row
    const respondent = respondentOf(row, records, columns, problems, mend)
    if (respondent === undefined) continue
    const first = seen.get(respondent)
    if (first !== undefined) {
      addDuplicate(`the respondent \`${respondent}\``, first, line, columns.respondent, records, problems)
      continue
    }
    seen.set(respondent, line)
    const attributes = attributesOf(row, records, columns, mend)
    yield columns.questions.map(({ id: question, column }) => {
      const id = answerId(respondent, question)
      const text = mend(
        cells[column]!,
        () => id,
        () => records.place(line, column),
      )
      return { id, respondent, question, attributes, text }
    })
  }
}
