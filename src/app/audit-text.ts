import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { auditText, type TextAudit } from '../audit/audit-text.ts'
import { type BandPolicy, bandPolicySchema } from '../audit/bands.ts'
import { type Fact, factsOfFigures, factsOfTable, type ReadTable } from '../audit/fact.ts'
import { readProse } from '../formats/prose.ts'
import { kindOf, readBytes } from '../io/files.ts'
import { openSource } from '../io/source.ts'
import { displayPath, findRoot } from '../io/workspace.ts'
import { readYaml } from '../io/yaml.ts'
import { Stop } from '../model/finding.ts'
import { readFigures } from './audit-figures.ts'

/** The band policy where none is named. */
export const usualBands = 'un-report'

export interface AuditTextOptions {
  /** A file of published figures that the text speaks of. */
  readonly figures?: string | undefined
  /** An output folder, or its `tables/`, that the text speaks of. */
  readonly tables?: string | undefined
  /** A policy of `lexicons/bands/`, or the path of a YAML file. */
  readonly bands?: string | undefined
}

/** Checks the numbers and quantifier words of a text against figures, tables, or both. */
export const auditTextFile = async (file: string, options: AuditTextOptions): Promise<TextAudit> => {
  const { figures, tables, bands = usualBands } = options
  if (figures === undefined && tables === undefined)
    throw stop('audit/no-tables', 'nothing to hold the text against; give `--tables DIR`, a file of figures, or both')
  const facts: Fact[] = []
  if (figures !== undefined) facts.push(...factsOfFigures(await readFigures(figures)))
  if (tables !== undefined) facts.push(...(await readTables(tables)))
  const policy = await readBands(bands)
  return auditText(await readProse(await readBytes(file), file), facts, { file, policy })
}

/** Tables that state counts with their base; those by region or question would make every small number right. */
const tableNames = ['themes.csv', 'closed.csv'] as const

const readTables = async (folder: string): Promise<readonly Fact[]> => {
  const inside = join(folder, 'tables')
  const at = (await kindOf(inside)) === 'folder' ? inside : folder
  const facts: Fact[] = []
  let read = 0
  for (const name of tableNames) {
    const path = join(at, name)
    if ((await kindOf(path)) !== 'file') continue
    read++
    facts.push(...factsOfTable(await readTable(path)))
  }
  if (read > 0) return facts
  const message = `\`${folder}\` has neither ${tableNames.map((name) => `\`${name}\``).join(' nor ')}; name the output folder of a run`
  throw stop('audit/no-tables', message, folder)
}

const readTable = async (path: string): Promise<ReadTable> => {
  const { header, rows, place } = await openSource(path)
  const read: { cells: readonly string[]; where: ReturnType<typeof place> }[] = []
  for await (const { line, cells } of rows) read.push({ cells, where: place(line) })
  return { header, rows: read }
}

/** A policy by its name: of the project around the working folder, else of the program. */
const readBands = async (name: string): Promise<BandPolicy> => {
  if (/\.ya?ml$/.test(name)) return (await readYaml(resolve(name), bandPolicySchema, name)).value
  if (!/^[\p{L}\p{N}_-]+$/u.test(name))
    throw stop(
      'audit/bands',
      `\`${name}\` is no name of a policy; expected one such as \`${usualBands}\`, or a YAML file`,
    )
  const own = fileURLToPath(new URL('../..', import.meta.url))
  const project = await findRoot(join(process.cwd(), 'x')).catch(() => own)
  for (const root of [project, own]) {
    const path = join(root, 'lexicons', 'bands', `${name}.yaml`)
    if ((await kindOf(path)) === 'file') return (await readYaml(path, bandPolicySchema, displayPath(root, path))).value
  }
  throw stop(
    'audit/bands',
    `there is no policy \`${name}\` in \`lexicons/bands/\`; name one of its files, or a YAML file`,
  )
}

const stop = (rule: string, message: string, file?: string): Stop =>
  new Stop([{ level: 'error', rule, message, ...(file !== undefined && { where: { file } }) }], 2)
