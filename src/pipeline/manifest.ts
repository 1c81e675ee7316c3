import type { Finding } from '../model/finding.ts'
import { byBytes } from '../model/order.ts'

/** Raised when a field of the layers or of the manifest changes its meaning or goes. */
export const schemaVersion = 1

/** The seven stages: what each reads and writes. The one list that help, manifest and docs are made of. */
export const stages = [
  {
    name: 'ingest',
    reads: ['rows'],
    writes: 'answers',
    summary: 'rows of the answers file to answers; repairs counted',
  },
  {
    name: 'segment',
    reads: ['answers'],
    writes: 'segments',
    summary: 'sentences, list items and headings that cover each answer',
  },
  {
    name: 'tag',
    reads: ['answers', 'segments'],
    writes: 'tags',
    summary: 'every lexicon hit with its place, context and, if it does not count, the reason',
  },
  {
    name: 'classify',
    reads: ['answers', 'decisions'],
    writes: 'labels',
    summary: 'the class of each closed answer, with the rule that fired',
  },
  {
    name: 'review',
    reads: ['answers', 'tags', 'decisions'],
    writes: 'codings',
    summary: 'what is counted: suggestions and people’s decisions on them',
  },
  {
    name: 'tabulate',
    reads: ['answers', 'labels', 'codings'],
    writes: 'tables',
    summary: 'theme frequencies and closed questions, with base and percentage',
  },
  {
    name: 'report',
    reads: ['tables', 'answers', 'labels', 'codings'],
    writes: 'report',
    summary: 'a page and a document: figures, paragraphs, tables, and the quotes behind every count',
  },
] as const

/** What a run was made of and came to. `time` is the only value that differs between two runs on the same input. */
export interface Manifest {
  readonly schema: number
  readonly tool: { readonly name: string; readonly version: string; readonly node: string; readonly unicode: string }
  readonly time: string
  readonly pipeline: string
  readonly offsets: { readonly unit: 'utf16'; readonly range: 'half-open' }
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[]
  readonly stages: readonly {
    readonly name: string
    readonly reads: readonly string[]
    readonly writes: string
    readonly records: number
  }[]
  readonly findings: Readonly<Record<string, number>>
}

/** Builds the manifest; `records` counts what each stage wrote. */
export const buildManifest = (parts: {
  readonly tool: Manifest['tool']
  readonly time: string
  readonly pipeline: string
  readonly inputs: Manifest['inputs']
  readonly records: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}): Manifest => {
  const findings: Record<string, number> = {}
  for (const rule of parts.findings.map(({ rule }) => rule).sort(byBytes)) findings[rule] = (findings[rule] ?? 0) + 1
  return {
    schema: schemaVersion,
    tool: parts.tool,
    time: parts.time,
    pipeline: parts.pipeline,
    offsets: { unit: 'utf16', range: 'half-open' },
    inputs: parts.inputs,
    stages: stages.map(({ name, reads, writes }) => ({ name, reads, writes, records: parts.records[writes] ?? 0 })),
    findings,
  }
}
