import type { Records } from '../formats/format.ts'
import { collectProblems, type Problems } from '../formats/problems.ts'
import { type Answer, isBlank } from '../model/answer.ts'
import { type Finding, Stop } from '../model/finding.ts'
import { checkColumns, type IngestOptions } from './ingest-columns.ts'
import { readLong } from './ingest-long.ts'
import { countRepairs } from './ingest-repairs.ts'
import { readWide } from './ingest-wide.ts'

export { type IngestOptions, wantedColumns } from './ingest-columns.ts'

export interface IngestSettings {
  /** The input's name in messages. */
  readonly file: string
  /** Long: collect all rows of a respondent, wherever they stand, before any is given out. Holds the file in memory. */
  readonly gather?: boolean
  /** Size of a batch, in UTF-16 units of text. */
  readonly batchSize?: number
  /** Takes the notes: repairs made, columns not used. */
  readonly report?: (note: Finding) => void
}

/** All answers of one respondent that stand together. */
export type Group = readonly Answer[]

/**
 * Rows as answers, in batches of whole respondents. Errors of the rows end it with one `Stop` that lists them all
 * (exit code 1), so that batches given before are final only when it has come to its end.
 */
export async function* ingest(
  records: Records,
  options: IngestOptions,
  questions: readonly string[],
  { file, gather = false, batchSize = 262_144, report = () => {} }: IngestSettings,
): AsyncGenerator<readonly Answer[]> {
  const problems = collectProblems(file)
  const repairs = countRepairs(file)
  const columns = checkColumns(records, options, questions, file, problems, report)
  let batch: Answer[] = []
  let size = 0
  let rows = 0
  let words = 0
  const counted = { ...records, rows: counting(records.rows, problems, () => rows++) }
  if (!columns) {
    // The rows make no answers, but the reader's own errors belong on the list.
    for await (const _ of counted.rows);
    problems.stop()
    return
  }
  const groups = (options.layout === 'long' ? readLong : readWide)(counted, columns, problems, repairs.mend)
  for await (const group of gather ? gathered(groups) : groups) {
    if (problems.count() > 0) continue
    for (const answer of group) {
      batch.push(answer)
      size += answer.text.length
      if (!isBlank(answer)) words++
    }
    if (size < batchSize) continue
    yield batch
    batch = []
    size = 0
  }
  if (rows === 0 && problems.count() === 0)
    problems.add('ingest/no-rows', 'the file has a header but no rows below it', { file })
  problems.stop()
  if (batch.length > 0) yield batch
  if (words === 0)
    report({ level: 'warning', rule: 'ingest/no-words', message: 'all answers are blank', where: { file } })
  for (const note of repairs.notes()) report(note)
}

/** The rows; the reader's own errors become problems, so that they are listed with those of the answers. */
async function* counting<Row>(rows: AsyncIterable<Row>, problems: Problems, onRow: () => void): AsyncGenerator<Row> {
  try {
    for await (const row of rows) {
      onRow()
      yield row
    }
  } catch (error) {
    if (!(error instanceof Stop) || error.exitCode === 2) throw error
    problems.take(error.findings)
  }
}

/** One group a respondent, in the order in which the respondents first appear. */
async function* gathered(groups: AsyncIterable<Group>): AsyncGenerator<Group> {
  const all = new Map<string, Answer[]>()
  for await (const group of groups)
    for (const answer of group) {
      const own = all.get(answer.respondent)
      if (own) own.push(answer)
      else all.set(answer.respondent, [answer])
    }
  yield* all.values()
}
