import { readdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { runClosedExamples } from '../closed/examples.ts'
import { formatOf } from '../formats/index.ts'
import { parseJournal } from '../formats/journal.ts'
import { kindOf, readBytes, readText } from '../io/files.ts'
import { openSource } from '../io/source.ts'
import { findRoot } from '../io/workspace.ts'
import { runExamples } from '../lexicon/examples.ts'
import { type Finding, Stop } from '../model/finding.ts'
import { byBytes } from '../model/order.ts'
import { createRules } from '../pipeline/chunk.ts'
import { readAnswers } from './answers.ts'
import { type Loaded, loadPipeline } from './load.ts'

/** What was checked, and what was found. */
export interface CheckResult {
  readonly files: readonly string[]
  readonly findings: readonly Finding[]
  readonly exitCode: 0 | 1 | 2
}

/**
 * Checks files without writing anything: pipelines with all they name, lexicons with their examples, journals, files of
 * answers. Without names: all pipelines below `folder`. A file that only pipelines can judge is checked through them.
 */
export const checkFiles = async (names: readonly string[], folder: string): Promise<CheckResult> => {
  const root = await findRoot(join(resolve(names[0] ?? folder), 'x'))
  const pipelines = await pipelinesOf(root)
  const findings: Finding[] = []
  let exitCode: 0 | 1 | 2 = 0
  const attempt = async (work: () => Promise<readonly Finding[]>): Promise<void> => {
    try {
      findings.push(...(await work()))
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      findings.push(...error.findings)
      if (error.exitCode === 2) exitCode = 2
    }
  }
  if (names.length === 0) for (const pipeline of pipelines) await attempt(() => checkPipeline(pipeline))
  for (const name of names) await attempt(() => checkFile(name, root, pipelines))
  const unique = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
  if (exitCode === 0 && unique.some(({ level }) => level === 'error')) exitCode = 1
  return {
    files: names.length > 0 ? names : pipelines.map((path) => relative(root, path).split(sep).join('/')),
    findings: unique,
    exitCode,
  }
}

const pipelinesOf = async (root: string): Promise<readonly string[]> => {
  const folder = join(root, 'pipelines')
  if ((await kindOf(folder)) !== 'folder') return []
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort(byBytes)
  return names.map((name) => join(folder, name))
}

const checkFile = async (name: string, root: string, pipelines: readonly string[]): Promise<readonly Finding[]> => {
  const path = resolve(name)
  const kind = await kindOf(path)
  if (kind !== 'file') {
    const message =
      kind === 'folder' ? `\`${name}\` is a folder; name files` : `there is no file \`${name}\`; check the name`
    throw new Stop([{ level: 'error', rule: 'file/read', message, where: { file: name } }], 2)
  }
  if (pipelines.includes(path)) return checkPipeline(path)
  if (/\.ya?ml$/.test(name)) {
    // A pipeline may stand outside `pipelines/`; no other file has `input`.
    const isPipeline = /^input\s*:/m.test(await readText(path, name))
    return isPipeline ? checkPipeline(path) : checkThroughPipelines(path, name, root, pipelines)
  }
  if (path.split(sep).at(-2) === 'decisions') return parseJournal(await readBytes(path), name).findings
  for (const pipeline of pipelines) {
    const loaded = await loadPipeline(pipeline).catch(() => undefined)
    if (loaded && resolve(loaded.input) === path) return checkAnswers(loaded)
  }
  if (!formatOf(name))
    throw new Stop(
      [
        {
          level: 'error',
          rule: 'check/unknown',
          message: `\`${name}\` is no file that Verbatim knows; expected a pipeline, a lexicon, a journal or a file of answers`,
          where: { file: name },
        },
      ],
      2,
    )
  const notes: Finding[] = []
  const { rows } = await openSource(path, { file: name, report: (note) => notes.push(note) })
  for await (const _ of rows);
  return notes
}

/** Problems in one file that the pipelines which use it bring to light. */
const checkThroughPipelines = async (
  path: string,
  name: string,
  root: string,
  pipelines: readonly string[],
): Promise<readonly Finding[]> => {
  const shown = relative(root, path).split(sep).join('/')
  const findings: Finding[] = []
  let used = false
  for (const pipeline of pipelines) {
    try {
      const loaded = await loadPipeline(pipeline)
      if (!loaded.files.some(({ file }) => file === shown)) continue
      used = true
      findings.push(...loaded.findings, ...examples(loaded))
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      const own = error.findings.filter(({ where }) => where?.file === shown)
      used ||= own.length > 0
      findings.push(...own)
    }
  }
  if (!used)
    findings.push({
      level: 'warning',
      rule: 'check/unused',
      message: `no pipeline uses \`${name}\`, so only a pipeline that names it can check it`,
      where: { file: name },
    })
  return findings.filter(({ where }) => where?.file === shown || where?.file === name)
}

/** A pipeline with everything it names: files, rules, examples and, where it is there, the file of answers. */
const checkPipeline = async (path: string): Promise<readonly Finding[]> => {
  const loaded = await loadPipeline(path)
  const found = [...loaded.findings, ...examples(loaded)]
  if ((await kindOf(loaded.input)) === 'nothing') {
    const message = `the file of answers \`${loaded.pipeline.input.file}\` is not here; name one with \`verbatim run ${relative(loaded.root, path).split(sep).join('/')} --input FILE\``
    return [
      ...found,
      {
        level: 'note',
        rule: 'pipeline/no-answers',
        message,
        where: { file: relative(loaded.root, path).split(sep).join('/') },
      },
    ]
  }
  return [...found, ...(await checkAnswers(loaded))]
}

const examples = (loaded: Loaded): readonly Finding[] => {
  const { tagger, classifier } = createRules(loaded.material)
  return [
    ...loaded.lexicons.flatMap((source) => runExamples(source, loaded.material.codes, tagger)),
    ...(loaded.closed ? runClosedExamples(loaded.closed, classifier) : []),
  ]
}

const checkAnswers = async (loaded: Loaded): Promise<readonly Finding[]> => {
  const notes: Finding[] = []
  for await (const _ of readAnswers(loaded, (note) => notes.push(note)));
  return notes
}
