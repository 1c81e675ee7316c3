import { realpath } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Stop } from '../model/finding.ts'
import { below, kindOf } from './files.ts'

/** The project's root: the nearest folder above a pipeline file that has `lexicons/` or `package.json`. */
export const findRoot = async (pipelineFile: string): Promise<string> => {
  const start = dirname(resolve(pipelineFile))
  for (let folder = start; ; folder = dirname(folder)) {
    const hasLexicons = (await kindOf(join(folder, 'lexicons'))) === 'folder'
    if (hasLexicons || (await kindOf(join(folder, 'package.json'))) === 'file') return folder
    if (dirname(folder) === folder) break
  }
  const message = `no folder above \`${pipelineFile}\` has \`lexicons/\`; make one in the project's root`
  throw new Stop([{ level: 'error', rule: 'project/root', message, where: { file: pipelineFile } }], 2)
}

/** Words joined by `/`, each of letters, digits, `-`, `_` or inner dots. */
const idForm = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*(?:\/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*)*$/u

/**
 * The path of a lexicon's file, such as `<root>/lexicons/wildlife/species.yaml` of `wildlife/species`. Ids that lead
 * out of `lexicons/`, by their letters or by a link on the disk, are a `Stop` (exit code 2).
 */
export const lexiconPath = async (root: string, id: string): Promise<string> => {
  const folder = join(root, 'lexicons')
  if (!idForm.test(id)) throw badId(id)
  const path = below(folder, `${id}.yaml`)
  const real = await realpath(path).catch(() => undefined)
  if (real !== undefined) {
    const way = relative(await realpath(folder), real)
    if (way.startsWith(`..${sep}`) || resolve(way) === way) throw badId(id)
  }
  return path
}

/** A path as messages and manifests show it: from the root, with `/` on all systems. */
export const displayPath = (root: string, path: string): string => relative(root, path).split(sep).join('/')

const badId = (id: string): Stop => {
  const message = `\`${id}\` is no lexicon id; expected a path below \`lexicons/\` without ending, such as \`wildlife/species\``
  return new Stop([{ level: 'error', rule: 'lexicon/id', message }], 2)
}
