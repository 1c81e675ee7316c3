import { join } from 'node:path'
import { writeWhole } from '../io/files.ts'
import { byBytes } from '../model/order.ts'
import { formsFile } from './known-forms.ts'
import { loadPipeline } from './load.ts'

/**
 * Writes the inflected forms of all `{lemmas}` of some pipelines into one file, one lemma a line, in byte order. Forms
 * that stand there already are kept: a correction by hand stays. Gives how many lemmas there are.
 */
export const writeForms = async (pipelines: readonly string[]): Promise<{ file: string; lemmas: number }> => {
  const forms = new Map<string, readonly string[]>()
  let root = ''
  for (const pipeline of pipelines) {
    const loaded = await loadPipeline(pipeline)
    root = loaded.root
    for (const [lemma, own] of loaded.material.forms) forms.set(lemma, own)
  }
  const lines = [...forms]
    .sort(([a], [b]) => byBytes(a, b))
    .map(([lemma, own]) => `  ${JSON.stringify(lemma)}: ${JSON.stringify(own)}`)
  await writeWhole(join(root, formsFile), `{\n${lines.join(',\n')}\n}\n`, formsFile)
  return { file: formsFile, lemmas: forms.size }
}
