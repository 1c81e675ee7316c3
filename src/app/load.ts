import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { z } from 'zod'
import { compileClosed } from '../closed/compile-closed.ts'
import { type ClosedFile, closedFileSchema } from '../closed/schema.ts'
import { activeDecisions, parseJournal } from '../formats/journal.ts'
import { kindOf, readAll, readBytes, together } from '../io/files.ts'
import { fingerprint } from '../io/fingerprint.ts'
import { displayPath, findRoot, lexiconPath } from '../io/workspace.ts'
import { readYaml } from '../io/yaml.ts'
import { compileLexicons } from '../lexicon/compile.ts'
import { createForms, type KnownForms } from '../lexicon/forms/inflect.ts'
import { contextFileSchema, type LexiconFile, lexiconSchema, type Source } from '../lexicon/schema.ts'
import { codebookSchema, codesOf } from '../model/codebook.ts'
import type { JournalLine } from '../model/decision.ts'
import { type Finding, Stop } from '../model/finding.ts'
import { byBytes } from '../model/order.ts'
import { questionnaireSchema } from '../model/questionnaire.ts'
import type { Material } from '../pipeline/material.ts'
import { type Pipeline, pipelineSchema } from '../pipeline/schema.ts'
import { checkStudy } from './check-study.ts'
import { formsFile, readForms } from './known-forms.ts'

/** A pipeline with all its files, read and checked. */
export interface Loaded {
  readonly root: string
  readonly pipeline: Pipeline
  readonly material: Material
  /** The lexicons with their lines, for tools that point at them. */
  readonly lexicons: readonly Source<LexiconFile>[]
  readonly closed: Source<ClosedFile> | undefined
  /** Decisions that stand after undo, of all journals. */
  readonly decisions: readonly JournalLine[]
  /** The answers' file as an absolute path. */
  readonly input: string
  /** Every file that the result depends on, but the answers: name from the root and SHA-256. */
  readonly files: readonly { readonly file: string; readonly sha256: string }[]
  readonly findings: readonly Finding[]
}

export interface LoadOptions {
  /** Another file of answers with the same columns. */
  readonly input?: string | undefined
  /** Another folder of journals. */
  readonly decisions?: string | undefined
}

/** Reads a pipeline and everything it names. All errors of all files come as one `Stop`. */
export const loadPipeline = async (pipelineFile: string, options: LoadOptions = {}): Promise<Loaded> => {
  const path = resolve(pipelineFile)
  const { value: pipeline, placeOf: typed } = await readYaml(path, pipelineSchema, pipelineFile)
  const root = await findRoot(path)
  // Findings are written to the output, which may not depend on the folder that the command was typed in.
  const placeOf: typeof typed = (at, of) => ({ ...typed(at, of), file: displayPath(root, path) })
  const paths = new Set([path])
  const yaml = async <S extends z.ZodType>(file: string, schema: S) => {
    paths.add(file)
    return readYaml(file, schema, displayPath(root, file))
  }
  const source = async <S extends z.ZodType>(id: string, schema: S): Promise<Source<z.output<S>>> => {
    const file = await lexiconPath(root, id)
    const { value, placeOf: at } = await yaml(file, schema)
    return { id, file: displayPath(root, file), content: value, placeOf: at }
  }
  const lexicons: Source<LexiconFile>[] = []
  const [questionnaire, codebook, context, closed] = await together([
    yaml(join(root, pipeline.questionnaire), questionnaireSchema),
    yaml(join(root, pipeline.codebook), codebookSchema),
    source(pipeline.context, contextFileSchema),
    pipeline.closed === undefined ? Promise.resolve(undefined) : source(pipeline.closed, closedFileSchema),
    readAll(pipeline.lexicons, (id) => source(id, lexiconSchema)).then((read) => lexicons.push(...read)),
  ] as const)
  const shared = await readShared(lexicons, (id) => source(id, lexiconSchema))
  const formsPath = join(root, formsFile)
  const hasForms = (await kindOf(formsPath)) === 'file'
  if (hasForms) paths.add(formsPath)
  const known: KnownForms = hasForms ? await readForms(formsPath, displayPath(root, formsPath)) : new Map()
  const forms = createForms(known)
  const codes = codesOf(codebook.value)
  const questions = Object.entries(questionnaire.value.questions)
  const { findings } = compileLexicons({ codes, lexicons, shared, context, forms })
  if (closed) findings.push(...compileClosed(closed, new Map(questions), context, forms).findings)
  findings.push(...checkStudy({ pipeline, placeOf, codes, codebook, questions, lexicons }))
  const journals = await readJournals(
    root,
    options.decisions ?? (pipeline.decisions && join(root, pipeline.decisions)),
    options.decisions !== undefined,
    paths,
  )
  findings.push(...journals.findings)
  stopOnErrors(findings)
  const material: Material = {
    name: basename(pipelineFile).replace(/\.ya?ml$/, ''),
    title: pipeline.title,
    questions,
    codes,
    by: pipeline.tables.by,
    base: pipeline.tables.base,
    minimumBase: pipeline.tables.minimumBase,
    lexicons: lexicons.map(plain),
    shared: shared.map(plain),
    context: plain(context),
    closed: closed && plain(closed),
    overlap: pipeline.overlap,
    forms: [...known, ...forms.computed()],
  }
  return {
    root,
    pipeline,
    material,
    lexicons,
    closed,
    decisions: journals.decisions,
    input: options.input === undefined ? join(root, pipeline.input.file) : resolve(options.input),
    files: await fingerprints(root, paths),
    findings,
  }
}

/** Throws all findings where one of them is an error. */
export const stopOnErrors = (findings: readonly Finding[]): void => {
  if (findings.some(({ level }) => level === 'error')) throw new Stop(findings, 1)
}

const plain = <Content>({ id, file, content }: Source<Content>) => ({ id, file, content })

/** Files named in `use` that are no lexicons of the pipeline; a missing one is reported where it is named. */
const readShared = async (
  lexicons: readonly Source<LexiconFile>[],
  read: (id: string) => Promise<Source<LexiconFile>>,
): Promise<readonly Source<LexiconFile>[]> => {
  const own = new Set(lexicons.map(({ id }) => id))
  const wanted = [...new Set(lexicons.flatMap(({ content }) => content.use))].filter((id) => !own.has(id)).sort(byBytes)
  return readAll(wanted, read)
}

const readJournals = async (
  root: string,
  folder: string | undefined,
  named: boolean,
  paths: Set<string>,
): Promise<{ decisions: readonly JournalLine[]; findings: readonly Finding[] }> => {
  if (folder === undefined) return { decisions: [], findings: [] }
  const kind = await kindOf(folder)
  if (kind !== 'folder') {
    const message = `\`${displayPath(root, folder)}\` is no folder; expected one journal \`<reviewer>.ndjson\` a reviewer in it`
    if (named || kind === 'file')
      throw new Stop(
        [{ level: 'error', rule: 'review/no-folder', message, where: { file: displayPath(root, folder) } }],
        2,
      )
    return { decisions: [], findings: [] }
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ndjson')).sort(byBytes)
  const journals = await readAll(names, async (name) => {
    const file = join(folder, name)
    paths.add(file)
    return parseJournal(await readBytes(file), displayPath(root, file))
  })
  return {
    decisions: journals.flatMap(({ lines }) => activeDecisions(lines)),
    findings: journals.flatMap(({ findings }) => findings),
  }
}

const fingerprints = async (root: string, paths: ReadonlySet<string>): Promise<Loaded['files']> => {
  const sorted = [...paths].sort((a, b) => byBytes(displayPath(root, a), displayPath(root, b)))
  const hashes = await readAll(sorted, fingerprint)
  return sorted.map((path, index) => ({ file: displayPath(root, path), sha256: hashes[index]! }))
}
