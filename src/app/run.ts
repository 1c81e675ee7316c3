import { resolve } from 'node:path'
import { toCsvLine } from '../formats/csv-write.ts'
import { toLine } from '../formats/ndjson.ts'
import type { ChunkJob } from '../io/chunk-worker.ts'
import { fingerprint } from '../io/fingerprint.ts'
import { runChunks } from '../io/workers.ts'
import { displayPath } from '../io/workspace.ts'
import type { Finding } from '../model/finding.ts'
import type { Study } from '../model/study.ts'
import { studyOf } from '../pipeline/chunk.ts'
import { type LayerName, layerNames } from '../pipeline/chunk-output.ts'
import { buildManifest } from '../pipeline/manifest.ts'
import { createEvidence, mergeEvidence } from '../report/evidence.ts'
import { decisionsByAnswer, unmatched } from '../stages/decided.ts'
import { tabulate } from '../stages/tabulate.ts'
import { matrixColumns } from '../tables/matrix.ts'
import { createTally, mergeTallies, type Tally } from '../tables/tally.ts'
import { readAnswers } from './answers.ts'
import { type Loaded, type LoadOptions, loadPipeline, stopOnErrors } from './load.ts'
import { openOutputFolder } from './output-folder.ts'
import { readBandPolicy } from './read-bands.ts'
import { tool } from './tool.ts'
import { countDecisions, writeReport } from './write-report.ts'
import { writeTables } from './write-tables.ts'

export interface RunOptions extends LoadOptions {
  /** Folder for the output; `output/<pipeline>` below the root where not stated. */
  readonly out?: string | undefined
  readonly workers: number
  /** Now, ISO 8601: goes into the manifest and nowhere else. */
  readonly time: string
  /** Told how many answers are done. */
  readonly onProgress?: (answers: number) => void
}

/** What a run came to, for the summary. */
export interface RunResult {
  readonly study: Study
  readonly folder: string
  readonly tally: Tally
  readonly findings: readonly Finding[]
  /** Codes that no counted coding has. */
  readonly unused: readonly string[]
  readonly codings: number
  /** Whether `report.docx` was written. */
  readonly hasDocument: boolean
}

/** Runs a pipeline and writes its output folder, all of it or nothing. Errors in the material are a `Stop`. */
export const runPipeline = async (pipelineFile: string, options: RunOptions): Promise<RunResult> => {
  const loaded = await loadPipeline(pipelineFile, options)
  const { root, material } = loaded
  const study = studyOf(material)
  const bands = await readBandPolicy(root, loaded.pipeline.report.bands)
  const folder = options.out === undefined ? resolve(root, 'output', material.name) : resolve(options.out)
  const inputName = displayPath(root, loaded.input)
  const inputHash = await fingerprint(loaded.input, inputName)
  const reads = [loaded.input, ...loaded.files.map(({ file }) => resolve(root, file))]
  const output = await openOutputFolder(folder, options.out ?? displayPath(root, folder), reads)
  try {
    const findings: Finding[] = [...loaded.findings]
    const index = decisionsByAnswer(loaded.decisions)
    const seen = new Set<string>()
    const writers = new Map<LayerName, Awaited<ReturnType<typeof output.stream>>>()
    for (const name of layerNames) writers.set(name, await output.stream(`${name}.ndjson`))
    const matrix = await output.stream('tables/matrix.csv')
    await matrix.write(toCsvLine(matrixColumns(study)))
    const records: Record<string, number> = {}
    let tally = createTally(study)
    let evidence = createEvidence()
    const notes: Finding[] = []
    const jobs = chunkJobs(
      loaded,
      (note) => notes.push(note),
      (ids) => {
        const own = new Map(ids.flatMap((id) => (index.has(id) ? [[id, index.get(id)!] as const] : [])))
        for (const id of own.keys()) seen.add(id)
        return own
      },
    )
    for await (const chunk of runChunks(material, jobs, options.workers)) {
      for (const name of layerNames) {
        await writers.get(name)!.write(chunk.lines[name])
        records[name] = (records[name] ?? 0) + chunk.records[name]
      }
      await matrix.write(chunk.matrix)
      findings.push(...chunk.findings)
      tally = mergeTallies(tally, chunk.tally)
      evidence = mergeEvidence(evidence, chunk.evidence)
      options.onProgress?.(records.answers ?? 0)
    }
    findings.push(...notes, ...unmatched(index, seen))
    stopOnErrors(findings)
    const tables = tabulate(study, tally)
    await writeTables(output, study, tables, loaded.pipeline.tables.formats)
    await output.write('findings.ndjson', findings.map(toLine).join(''))
    const inputs = [...loaded.files, { file: inputName, sha256: inputHash }]
    const versions = [
      { name: 'Verbatim', version: tool.version },
      ...material.lexicons.map(({ id, content }) => ({ name: `Lexicon ${id}`, version: String(content.version) })),
      { name: `Context ${material.context.id}`, version: String(material.context.content.version) },
      ...(material.closed
        ? [{ name: `Rules ${material.closed.id}`, version: String(material.closed.content.version) }]
        : []),
      { name: `Words for shares: ${bands.title}`, version: String(bands.version) },
      ...inputs.map(({ file, sha256 }) => ({ name: file, version: `SHA-256 ${sha256}` })),
    ]
    const decisions = countDecisions(loaded.decisions)
    await writeReport(
      output,
      { study, tally, evidence, tables, findings, bands, decisions, versions },
      loaded.pipeline.report,
    )
    const manifest = buildManifest({
      tool,
      time: options.time,
      pipeline: material.name,
      inputs,
      records: { ...records, tables: tables.length, report: 1 },
      findings,
    })
    await output.write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
    await output.commit()
    return {
      study,
      folder,
      tally,
      findings,
      unused: unusedCodes(study, tally),
      codings: countedCodings(tally),
      hasDocument: loaded.pipeline.report.docx,
    }
  } finally {
    await output.abort()
  }
}

async function* chunkJobs(
  loaded: Loaded,
  report: (note: Finding) => void,
  decisionsOf: (ids: readonly string[]) => ChunkJob['decisions'],
): AsyncGenerator<ChunkJob> {
  for await (const answers of readAnswers(loaded, report))
    yield { answers, decisions: decisionsOf(answers.map(({ id }) => id)) }
}

const unusedCodes = (study: Study, tally: Tally): readonly string[] =>
  study.codes.filter(({ id }) => (tally.whole.codes.get(id)?.respondents ?? 0) === 0).map(({ id }) => id)

const countedCodings = (tally: Tally): number =>
  [...tally.whole.codes.values()].reduce((sum, { answers }) => sum + answers, 0)
