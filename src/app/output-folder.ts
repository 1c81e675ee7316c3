import { relative, sep } from 'node:path'
import { type Output, openOutput } from '../io/output.ts'
import { type Finding, Stop } from '../model/finding.ts'

/**
 * Opens a run's output folder, which is replaced as a whole. One that holds other things than an earlier output, or one
 * of the files that the run reads, is a `Stop` (exit code 2). `name` is what messages call it.
 */
export const openOutputFolder = async (folder: string, name: string, inputs: readonly string[]): Promise<Output> => {
  const inside = inputs.find((path) => isBelow(folder, path))
  if (inside !== undefined) {
    const message = `\`${name}\` holds \`${relative(folder, inside).split(sep).join('/')}\`, which this run reads; it would be replaced as a whole. Name another folder with \`--out\``
    const finding: Finding = { level: 'error', rule: 'output/holds-input', message, where: { file: name } }
    throw new Stop([finding], 2)
  }
  return openOutput(folder, { name, isOwn: isManifest })
}

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && way !== path
}

/** Whether a text is the manifest of a run of this program, of whatever version. */
const isManifest = (text: string): boolean => {
  try {
    const { tool } = JSON.parse(text) as { readonly tool?: { readonly name?: unknown } }
    return tool?.name === 'verbatim'
  } catch {
    return false
  }
}
