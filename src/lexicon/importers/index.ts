import type { Importer } from './imported.ts'
import { keywords } from './keywords.ts'
import { lexicoder } from './lexicoder.ts'
import { liwc } from './liwc.ts'
import { liwc22 } from './liwc22.ts'
import { quantedaYaml } from './quanteda-yaml.ts'
import { wordstat } from './wordstat.ts'
import { yoshikoder } from './yoshikoder.ts'

export type { ForeignFile, Imported, ImportedCode, Importer, LexiconContent } from './imported.ts'

/** All importers; those that know their files surely come first. */
export const importers: readonly Importer[] = [yoshikoder, liwc, liwc22, lexicoder, keywords, wordstat, quantedaYaml]

/**
 * The importer for a file: of those whose files look like the text the one with the ending, else the first (a `.cat`
 * may hold Yoshikoder's XML); where the text tells nothing, the one with the ending.
 */
export const importerOf = (name: string, text: string): Importer | undefined => {
  const ends = ({ endings }: Importer): boolean => endings.some((ending) => name.toLowerCase().endsWith(ending))
  const fitting = importers.filter(({ fits }) => fits(text))
  return fitting.find(ends) ?? fitting[0] ?? importers.find(ends)
}

/** The importer of an id such as `liwc`. */
export const importerById = (id: string): Importer | undefined => importers.find((importer) => importer.id === id)
