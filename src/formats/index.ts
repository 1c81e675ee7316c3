import { csv, tsv } from './csv.ts'
import type { Format } from './format.ts'
import { jsonl } from './jsonl.ts'
import { xlsx } from './xlsx.ts'

/** All formats of answers that can be read. */
export const formats: readonly Format[] = [csv, tsv, xlsx, jsonl]

/** The format of a file by its name's ending; `undefined` where there is none. */
export const formatOf = (file: string): Format | undefined =>
  formats.find((format) => format.extensions.some((extension) => file.toLowerCase().endsWith(extension)))
