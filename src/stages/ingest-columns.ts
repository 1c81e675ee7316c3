import type { Records } from '../formats/format.ts'
import type { Problems } from '../formats/problems.ts'
import type { Finding } from '../model/finding.ts'
import { didYouMean } from '../text/nearest.ts'

/** How the columns are to be read: the part of a pipeline's `input` that ingest needs. */
export interface IngestOptions {
  readonly layout: 'wide' | 'long'
  readonly respondent: string
  readonly attributes: readonly string[]
  readonly columns: Readonly<Record<string, string>>
  readonly question?: string | undefined
  readonly only?: string | undefined
  readonly text?: string | undefined
}

/** Where the parts of an answer stand in a row, as column numbers from 0. */
export interface Columns {
  readonly respondent: number
  readonly attributes: readonly { readonly name: string; readonly column: number }[]
  /** Wide: a column a question, in the questionnaire's order. Long: the questions alone. */
  readonly questions: readonly { readonly id: string; readonly column: number }[]
  /** Long: column of the question's id, or the question that all rows answer. */
  readonly question: number | string
  /** Long: column of the words. */
  readonly text: number
}

/** The names of all columns that the answers are made of. */
export const wantedColumns = (options: IngestOptions, questions: readonly string[]): readonly string[] => {
  const shared = [options.respondent, ...options.attributes]
  const own =
    options.layout === 'wide'
      ? questions.map((id) => columnOf(options, id))
      : [options.question, options.text].filter((name) => name !== undefined)
  return [...new Set([...shared, ...own])]
}

/** Finds the columns; `undefined` where one is missing or the options name an unknown question (listed as problems). */
export const checkColumns = (
  records: Records,
  options: IngestOptions,
  questions: readonly string[],
  file: string,
  problems: Problems,
  report: (note: Finding) => void,
): Columns | undefined => {
  const before = problems.count()
  const { header } = records
  const place = new Map(header.map((name, column) => [name, column]))
  const wanted = wantedColumns(options, questions)
  const missing = wanted.filter((name) => !place.has(name))
  const used = new Set(wanted)
  const unused = header.filter((name) => !used.has(name))
  for (const name of missing)
    problems.add(
      'ingest/missing-column',
      `there is no column \`${name}\` (${roleOf(name, options, questions)})${didYouMean(name, unused)}. The file has ${list(header)}; correct the header, or \`input\` in the pipeline file`,
      { file, line: 1 },
    )
  const stated =
    options.layout === 'wide' ? Object.keys(options.columns) : options.only === undefined ? [] : [options.only]
  for (const id of stated.filter((name) => !questions.includes(name)))
    problems.add(
      'ingest/unknown-question',
      `\`input\` names the question \`${id}\`, which is not in the questionnaire${didYouMean(id, questions)}`,
      { file },
    )
  if (unused.length > 0 && missing.length === 0)
    report({
      level: 'note',
      rule: 'ingest/unused-columns',
      message: `${unused.length === 1 ? 'one column is' : `${unused.length} columns are`} not used: ${list(unused)}`,
      where: { file },
    })
  if (problems.count() > before) return undefined
  const at = (name: string | undefined): number => (name === undefined ? -1 : place.get(name)!)
  return {
    respondent: at(options.respondent),
    attributes: options.attributes.map((name) => ({ name, column: at(name) })),
    questions: questions.map((id) => ({ id, column: options.layout === 'wide' ? at(columnOf(options, id)) : -1 })),
    question: options.only ?? at(options.question),
    text: at(options.text),
  }
}

const columnOf = (options: IngestOptions, id: string): string =>
  Object.hasOwn(options.columns, id) ? options.columns[id]! : id

const roleOf = (name: string, options: IngestOptions, questions: readonly string[]): string => {
  if (name === options.respondent) return "the respondent's id"
  if (options.attributes.includes(name)) return 'an attribute'
  if (options.layout === 'long') return name === options.text ? "the answer's words" : "the question's id"
  const id = questions.find((one) => columnOf(options, one) === name)
  return id === name ? 'a question' : `question \`${id}\``
}

const list = (names: readonly string[]): string => {
  const shown = names.slice(0, 20).map((name) => `\`${name}\``)
  return names.length > 20 ? `${shown.join(', ')} and ${names.length - 20} more` : shown.join(', ')
}
