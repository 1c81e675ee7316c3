import type { Answer } from '../model/answer.ts'
import { type CellPlace, parseCellId } from '../model/cell-id.ts'
import { type Coding, counts } from '../model/coding.ts'
import type { JournalLine } from '../model/decision.ts'
import { Stop } from '../model/finding.ts'
import { answerId } from '../model/id.ts'
import type { Label } from '../model/label.ts'
import type { Study } from '../model/study.ts'
import { type ChunkLayers, createChunkRunner, studyOf } from '../pipeline/chunk.ts'
import { decisionsByAnswer } from '../stages/decided.ts'
import { tabulate } from '../stages/tabulate.ts'
import { addToTally } from '../tables/add-to-tally.ts'
import { type FoundCell, findCell, keyColumns } from '../tables/cell.ts'
import { createTally } from '../tables/tally.ts'
import { attributeFileName } from '../tables/themes-by-attribute.ts'
import { didYouMean } from '../text/nearest.ts'
import { readAnswers } from './answers.ts'
import { type LoadOptions, loadPipeline } from './load.ts'

/** Everything that is behind one cell of a table: the row, the respondents, and what made them count. */
export interface CellExplanation extends FoundCell {
  readonly cell: string
  /** Who is counted, in the order of the answers. */
  readonly respondents: readonly string[]
  readonly codings: readonly Coding[]
  readonly labels: readonly Label[]
  /** Decisions on the answers behind the cell. */
  readonly decisions: readonly JournalLine[]
}

/** Traces a number of the report, given by its cell such as `closed#q6a=yes/respondents`, to what is behind it. */
export const explainCell = async (
  pipelineFile: string,
  cell: string,
  options: LoadOptions = {},
): Promise<CellExplanation> => {
  const place = parseCellId(cell)
  if (!place)
    throw stop(`\`${cell}\` is no address of a cell; expected \`table#row/column\`, such as \`themes#code/percent\``, 2)
  const loaded = await loadPipeline(pipelineFile, options)
  const study = studyOf(loaded.material)
  const run = createChunkRunner(loaded.material)
  const index = decisionsByAnswer(loaded.decisions)
  let tally = createTally(study)
  const behind: Behind = { respondents: new Set(), codings: [], labels: [] }
  for await (const answers of readAnswers(loaded, () => {})) {
    const layers = run(answers, index)
    tally = addToTally(tally, layers)
    collect(behind, layers, place, study)
  }
  const tables = tabulate(study, tally)
  const found = findCell(tables, place)
  if ('missing' in found) throw notFound(cell, place, found.missing, tables)
  const ids = [...behind.codings, ...behind.labels].map(({ respondent, question }) => answerId(respondent, question))
  return {
    ...found,
    cell,
    respondents: [...behind.respondents],
    codings: behind.codings,
    labels: behind.labels,
    decisions: [...new Set(ids)].flatMap((id) => index.get(id) ?? []),
  }
}

interface Behind {
  readonly respondents: Set<string>
  readonly codings: Coding[]
  readonly labels: Label[]
}

/** Adds what a chunk has for the row: codings of the theme, classes of the question, or respondents of the value. */
const collect = (behind: Behind, { answers, codings, labels }: ChunkLayers, place: CellPlace, study: Study): void => {
  const { base } = study
  const { table, keys } = place
  const add = ({ respondent }: { readonly respondent: string }): boolean => !!behind.respondents.add(respondent)
  if (table === 'closed') {
    const blank = new Set(answers.flatMap(({ id, text }) => (text.trim() === '' ? [id] : [])))
    const inBase = (label: Label): boolean =>
      base === 'all' || (base === 'asked' ? label.kind !== 'skipped' : !blank.has(label.answer))
    const own = labels.filter((label) => label.question === keys[0] && label.class === keys[1] && inBase(label))
    behind.labels.push(...own.filter(add))
    return
  }
  const [, attribute] = /^(?:themes|differences|respondents)-by-(.+)$/.exec(table) ?? []
  const has = attributeIs(attribute, keys.at(-1) ?? '', answers)
  if (table.startsWith('respondents-by-')) {
    for (const answer of answers) if (has(answer.respondent)) add(answer)
    return
  }
  const counted = codings.filter(({ status }) => counts(status))
  const family = new Set(study.codes.flatMap((code) => (code.family === keys[0] ? [code.id] : [])))
  const [first, second] = keys.map(
    (key) => new Set(counted.flatMap((one) => (one.code === key ? [one.respondent] : []))),
  )
  const withBoth = new Set([...(first ?? [])].filter((respondent) => second?.has(respondent)))
  const isOfRow = ({ question, respondent, code }: Coding): boolean =>
    table === 'themes-by-question'
      ? question === keys[0] && code === keys[1]
      : table === 'families'
        ? family.has(code)
        : table === 'cooccurrence'
          ? keys.includes(code) && withBoth.has(respondent)
          : code === keys[0] && (attribute === undefined || has(respondent))
  behind.codings.push(...counted.filter(isOfRow).filter(add))
}

/** Whether a respondent has a value of the attribute that a table's name ends in. */
const attributeIs = (fileName: string | undefined, value: string, answers: readonly Answer[]) => {
  const own = new Set(
    answers.flatMap(({ respondent, attributes }) => {
      const name = Object.keys(attributes).find((each) => attributeFileName(each) === fileName)
      return (name === undefined ? '' : attributes[name]) === value ? [respondent] : []
    }),
  )
  return (respondent: string): boolean => own.has(respondent)
}

const notFound = (
  cell: string,
  { table: id, keys, column }: CellPlace,
  missing: 'table' | 'row' | 'column',
  tables: readonly FoundCell['table'][],
): Stop => {
  const table = tables.find((each) => each.id === id)
  if (missing === 'table' || table === undefined)
    return stop(
      `\`${cell}\` was not found: there is no table \`${id}\`${didYouMean(
        id,
        tables.map((each) => each.id),
      )}; expected one of ${tables.map((each) => each.id).join(', ')}`,
      1,
    )
  if (missing === 'column')
    return stop(
      `\`${cell}\` was not found: table \`${id}\` has no column \`${column}\`; expected one of ${table.columns.join(', ')}`,
      1,
    )
  const columns = keyColumns(table)
  const last = columns.at(-1)!
  const known = [...new Set(table.rows.map((row) => String(row[table.columns.indexOf(last)])))]
  return stop(
    `\`${cell}\` was not found: table \`${id}\` has no row \`${keys.join('=')}\`${didYouMean(keys.at(-1) ?? '', known)}; its rows are named by ${columns.join('=')}`,
    1,
  )
}

const stop = (message: string, exitCode: 1 | 2): Stop =>
  new Stop([{ level: 'error', rule: 'explain/no-cell', message }], exitCode)
