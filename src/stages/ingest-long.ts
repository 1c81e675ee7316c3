import type { Records } from '../formats/format.ts'
import { shorten } from '../formats/header.ts'
import type { Problems } from '../formats/problems.ts'
import type { Answer } from '../model/answer.ts'
import { answerId } from '../model/id.ts'
import { didYouMean } from '../text/nearest.ts'
import type { Columns } from './ingest-columns.ts'
import type { Mend } from './ingest-repairs.ts'
import { addDuplicate, attributesOf, respondentOf } from './ingest-wide.ts'

/** A row an answer, in the file's order; rows of a respondent that stand together are one group. */
export async function* readLong(
  records: Records,
  columns: Columns,
  problems: Problems,
  mend: Mend,
): AsyncGenerator<readonly Answer[]> {
  const questions = columns.questions.map(({ id }) => id)
  const known = new Set(questions)
  const unknown = new Set<string>()
  const seen = new Map<string, number>()
  const first = new Map<string, { readonly line: number; readonly attributes: Answer['attributes'] }>()
  let group: Answer[] = []
  for await (const row of records.rows) {
    const { line, cells } = row
    const respondent = respondentOf(row, records, columns, problems, mend)
    const question = typeof columns.question === 'string' ? columns.question : cells[columns.question]!
    if (!known.has(question)) {
      const what = question === '' ? 'the row names no question' : `there is no question \`${shorten(question)}\``
      // One finding a name: a question that is missing from the questionnaire is missing in each respondent's rows.
      if (!unknown.has(question))
        problems.add(
          'ingest/unknown-question',
          `${what}${didYouMean(question, questions)}. Correct the file, or add the question to the questionnaire`,
          records.place(line, columns.question as number),
        )
      unknown.add(question)
      continue
    }
    if (respondent === undefined) continue
    const id = answerId(respondent, question)
    const earlier = seen.get(id)
    if (earlier !== undefined) {
      addDuplicate(`the answer \`${id}\``, earlier, line, columns.respondent, records, problems)
      continue
    }
    seen.set(id, line)
    if (group.length > 0 && group[0]!.respondent !== respondent) {
      yield group
      group = []
    }
    const attributes = attributesOf(row, records, columns, mend)
    if (columns.attributes.length > 0 && typeof columns.question === 'number') {
      const start = first.get(respondent)
      if (start) compare(respondent, attributes, start, line, records, columns, problems)
      else first.set(respondent, { line, attributes })
    }
    const text = mend(
      cells[columns.text]!,
      () => id,
      () => records.place(line, columns.text),
    )
    group.push({ id, respondent, question, attributes, text })
  }
  if (group.length > 0) yield group
}

/** A respondent has one value of each attribute, or the tables would count one person in two groups. */
const compare = (
  respondent: string,
  attributes: Answer['attributes'],
  first: { readonly line: number; readonly attributes: Answer['attributes'] },
  line: number,
  records: Records,
  columns: Columns,
  problems: Problems,
): void => {
  for (const { name, column } of columns.attributes) {
    if (attributes[name] === first.attributes[name]) continue
    const before = records.place(first.line, column)
    problems.add(
      'ingest/attributes-differ',
      `\`${name}\` of respondent \`${respondent}\` is \`${shorten(attributes[name]!)}\` here but \`${shorten(first.attributes[name]!)}\` in ${before.line === undefined ? `cell ${before.cell}` : `line ${before.line}`}; make them the same`,
      records.place(line, column),
    )
  }
}
