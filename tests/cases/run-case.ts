import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunOptions, runPipeline } from '../../src/app/run.ts'
import type { Coding } from '../../src/model/coding.ts'
import { type Finding, placeText } from '../../src/model/finding.ts'
import type { Label } from '../../src/model/label.ts'
import { byBytes } from '../../src/model/order.ts'

/** The folder with the little studies. */
export const casesFolder = dirname(fileURLToPath(import.meta.url))

/** The names of the little studies. */
export const caseNames: readonly string[] = readdirSync(casesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort(byBytes)

/** Copies a little study without what is expected of it, to be changed by a test; gives its pipeline file. */
export const copyCase = (name: string, folder: string): string => {
  cpSync(join(casesFolder, name), folder, { recursive: true, filter: (path) => !path.endsWith('expected') })
  return join(folder, 'pipeline.yaml')
}

/** Runs a pipeline of a test, into `out`. */
export const runInto = (pipeline: string, out: string, options: Partial<RunOptions> = {}) =>
  runPipeline(pipeline, { workers: 1, time: '2026-01-01T00:00:00.000Z', ...options, out })

/** All files below a folder by their name from it, in byte order. */
export const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort(byBytes)
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  )

/** The records of a layer of an output folder. */
export const layerOf = <Kind>(out: string, layer: string): readonly Kind[] =>
  readFileSync(join(out, `${layer}.ndjson`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Kind)

/** The rows of a table as it was written. */
export const tableOf = (out: string, table: string): string =>
  readFileSync(join(out, 'tables', `${table}.csv`), 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')

/** What people read of an output folder, as texts by file name: the tables, and a line a coding, class and finding. */
export const readable = (out: string): ReadonlyMap<string, string> => {
  const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('')
  const tables = readdirSync(join(out, 'tables'))
    .filter((name) => name.endsWith('.csv'))
    .sort(byBytes)
  return new Map([
    ...tables.map((name) => [name, tableOf(out, name.slice(0, -4))] as const),
    ['tables.md', readFileSync(join(out, 'tables.md'), 'utf8')],
    ['codings.txt', lines(layerOf<Coding>(out, 'codings').map(codingText))],
    ['classes.txt', lines(layerOf<Label>(out, 'labels').map(labelText))],
    ['findings.txt', lines(layerOf<Finding>(out, 'findings').map(findingText))],
  ])
}

const words = (spans: readonly { readonly quote: string }[]): string =>
  spans.map(({ quote }) => JSON.stringify(quote)).join(' ')
const codingText = ({ id, status, by, spans }: Coding): string =>
  [id, status, ...(by.length > 0 ? [`by ${by.join(', ')}`] : []), words(spans)].join('  ')
const labelText = ({ answer, class: name, status, kind, because, reason }: Label): string =>
  `${answer}  ${name}  ${status}${kind ? ` ${kind}` : ''}  ${reason}  ${words(because)}`.trimEnd()
const findingText = ({ level, rule, message, where }: Finding): string =>
  `${placeText(where)}  ${level}  ${rule}: ${message}`
