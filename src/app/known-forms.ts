import { join } from 'node:path'
import { z } from 'zod'
import { readText } from '../io/files.ts'
import { readYaml } from '../io/yaml.ts'
import type { KnownForms } from '../lexicon/forms/inflect.ts'

/** Where the inflected forms stand that reviewers may read and correct, below the project's root. */
export const formsFile = join('lexicons', 'forms', 'en.json')

/** The file of inflected forms: `lemma:part` to all forms. */
const formsSchema = z.record(z.string().regex(/^.+:(verb|noun|adjective)$/), z.array(z.string().min(1)))

/** The inflected forms that were written down for people to read and correct; what is wrong in the file is a `Stop`. */
export const readForms = async (path: string, name: string): Promise<KnownForms> => {
  const checked = formsSchema.safeParse(asJson(await readText(path, name)))
  if (checked.success) return new Map(Object.entries(checked.data))
  // JSON is YAML too, and that reader knows lines; it is slower, so only what is wrong is read with it.
  return new Map(Object.entries((await readYaml(path, formsSchema, name)).value))
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
