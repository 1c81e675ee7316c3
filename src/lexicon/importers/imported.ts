import type { z } from 'zod'
import type { Finding } from '../../model/finding.ts'
import type { lexiconSchema } from '../schema.ts'

/** A dictionary file of another program, decoded. `yaml` reads the text as YAML, every scalar as the string it is written as. */
export interface ForeignFile {
  readonly name: string
  readonly text: string
  readonly yaml?: () => unknown
}

/** A lexicon file as plain data, keys in the order in which they are to be written. */
export type LexiconContent = z.input<typeof lexiconSchema>

/** A code that an import made: its id and the names from the dictionary's root to its category. */
export interface ImportedCode {
  readonly id: string
  readonly path: readonly string[]
}

/** What an importer gives. Nothing of the file is left out without a finding that names the line. */
export interface Imported {
  readonly lexicon: LexiconContent
  readonly codes: readonly ImportedCode[]
  readonly findings: readonly Finding[]
}

/** One term of a foreign dictionary, as a rule of ours. */
export interface ForeignTerm {
  readonly rule: string
  /** A text that the rule matches. */
  readonly sample: string
  readonly weight?: number
  readonly line?: number | undefined
}

/** A category with the terms that are its own; categories inside it are categories of their own, with a longer path. */
export interface ForeignCategory {
  readonly path: readonly string[]
  readonly terms: readonly ForeignTerm[]
}

/** A foreign dictionary once it is read, before codes and examples are made. */
export interface Foreign {
  readonly title: string
  readonly categories: readonly ForeignCategory[]
  readonly lists?: Readonly<Record<string, readonly string[]>>
  readonly findings: readonly Finding[]
}

/** Reads the dictionaries of one program. */
export interface Importer {
  readonly id: string
  /** Program and kind of file. */
  readonly title: string
  /** Endings of its files, with the dot, in small letters. */
  readonly endings: readonly string[]
  /** Whether a text looks like such a file. */
  readonly fits: (text: string) => boolean
  readonly read: (file: ForeignFile) => Imported
}

/** A report about a line of the file that is being read. */
export type Report = (level: Finding['level'], rule: string, message: string, line?: number) => void

/** Collects findings about one file; `findings` grows as `report` is called. */
export const reporter = (file: string): { readonly report: Report; readonly findings: Finding[] } => {
  const findings: Finding[] = []
  return {
    findings,
    report: (level, rule, message, line) => {
      findings.push({ level, rule: `import/${rule}`, message, where: line === undefined ? { file } : { file, line } })
    },
  }
}
