import { basename, extname, resolve } from 'node:path'
import { decode } from '../formats/decode.ts'
import { kindOf, readBytes, writeWhole } from '../io/files.ts'
import { parseYaml } from '../io/yaml.ts'
import { parsePlainYaml, toYaml } from '../io/yaml-write.ts'
import { type ImportedCode, type Importer, importerById, importerOf, importers } from '../lexicon/importers/index.ts'
import { lexiconSchema } from '../lexicon/schema.ts'
import type { CodebookFile } from '../model/codebook.ts'
import { type Finding, Stop } from '../model/finding.ts'
import { didYouMean } from '../text/nearest.ts'

export interface ImportOptions {
  /** Id of the importer; told from the file where not stated. */
  readonly format?: string | undefined
  /** Encoding of the file; UTF-8, or what its byte order mark says, where not stated. */
  readonly encoding?: string | undefined
  /** Where to write the lexicon, and a codebook with its codes; both must not exist yet. */
  readonly out?: string | undefined
  readonly codebook?: string | undefined
}

export interface ImportResult {
  /** The importer's id and what it reads. */
  readonly format: string
  readonly title: string
  /** The lexicon, as YAML. */
  readonly yaml: string
  readonly codes: readonly ImportedCode[]
  readonly rules: number
  readonly written: readonly string[]
  readonly findings: readonly Finding[]
}

/** Makes a lexicon of another program's dictionary. An error in it is a `Stop`, and nothing is written. */
export const importLexicon = async (file: string, options: ImportOptions = {}): Promise<ImportResult> => {
  const { importer, text, notes } = await readDictionary(file, options)
  const imported = importer.read({ name: file, text, yaml: () => parsePlainYaml(text, file) })
  const findings = [...notes, ...imported.findings]
  if (findings.some(({ level }) => level === 'error')) throw new Stop(findings, 1)
  const yaml = toYaml(imported.lexicon)
  const { value } = parseYaml(yaml, lexiconSchema, options.out ?? file)
  const books = [
    [options.out, yaml],
    [options.codebook, toYaml(codebookOf(imported.lexicon.title, imported.codes))],
  ] as const
  const wanted = books.flatMap(([path, content]) => (path === undefined ? [] : [{ path, content }]))
  for (const { path } of wanted) await refuseExisting(path)
  for (const { path, content } of wanted) await writeWhole(resolve(path), content, path)
  return {
    format: importer.id,
    title: importer.title,
    yaml,
    codes: imported.codes,
    rules: Object.values(value.codes).reduce((sum, { rules }) => sum + rules.length, 0),
    written: wanted.map(({ path }) => path),
    findings,
  }
}

const readDictionary = async (
  file: string,
  { format, encoding }: ImportOptions,
): Promise<{ readonly importer: Importer; readonly text: string; readonly notes: readonly Finding[] }> => {
  const ids = importers.map(({ id }) => id)
  if (format !== undefined && !importerById(format))
    throw stop(
      'import/format',
      `\`${format}\` is no format; expected one of ${ids.join(', ')}${didYouMean(format, ids)}`,
    )
  const bytes = await readBytes(resolve(file), file)
  const notes: Finding[] = []
  const report = (note: Finding): void => {
    notes.push(note)
  }
  let text = ''
  for await (const part of decode(once(bytes), { file, ...(encoding && { encoding }), report })) text += part
  const importer = format === undefined ? importerOf(basename(file), text) : importerById(format)
  if (importer) return { importer, text, notes }
  throw stop(
    'import/format',
    `\`${file}\`${extname(file) === '' ? '' : ` (\`${extname(file)}\`)`} looks like no dictionary that is known; name its format with \`--format\`: ${ids.join(', ')}`,
  )
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A codebook of the dictionary's categories: a family for each at the top. */
const codebookOf = (title: string, codes: readonly ImportedCode[]): CodebookFile => {
  const families: CodebookFile['families'] = {}
  for (const { id, path } of codes) {
    const name = id.split('.')[0]!
    families[name] ??= { label: path[0]!, codes: [] }
    families[name].codes.push({ id, label: path.at(-1)!, definition: `Imported from ${path.join(' > ')}.` })
  }
  return { version: 1, scope: title, families }
}

const refuseExisting = async (path: string): Promise<void> => {
  if ((await kindOf(resolve(path))) !== 'nothing')
    throw stop('import/exists', `\`${path}\` is there already and stays as it is; name another file or remove it first`)
}

const stop = (rule: string, message: string): Stop => new Stop([{ level: 'error', rule, message }], 2)
