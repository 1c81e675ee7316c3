import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BandPolicy, bandPolicySchema } from '../audit/bands.ts'
import { kindOf } from '../io/files.ts'
import { displayPath, lexiconPath } from '../io/workspace.ts'
import { readYaml } from '../io/yaml.ts'
import { Stop } from '../model/finding.ts'

/** The policy of quantifier words that a project names: of its own `lexicons/`, else of those that come with the program. */
export const readBandPolicy = async (root: string, id: string): Promise<BandPolicy> => {
  const program = fileURLToPath(new URL('../..', import.meta.url))
  for (const folder of [root, program]) {
    const path = await lexiconPath(folder, id)
    if ((await kindOf(path)) === 'file')
      return (await readYaml(path, bandPolicySchema, displayPath(folder, path))).value
  }
  const file = join('lexicons', `${id}.yaml`).replaceAll('\\', '/')
  const message = `there is no policy of quantifier words \`${file}\`; expected one such as \`bands/un-report\` in \`report.bands\``
  throw new Stop([{ level: 'error', rule: 'report/bands', message, where: { file } }], 2)
}
