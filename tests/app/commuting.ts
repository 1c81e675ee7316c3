import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyCase } from '../cases/run-case.ts'
import { testFolder } from '../io/folder.ts'

/** A copy of the little study on commuting, with some of its files written anew; gives its folder and pipeline file. */
export const commuting = (files: Readonly<Record<string, string>> = {}): { folder: string; pipeline: string } => {
  const folder = join(testFolder(), 'study')
  const pipeline = copyCase('commuting', folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return { folder, pipeline }
}

/** The path of the lexicon on wishes, which tests replace. */
export const wish = 'lexicons/commuting/wish.yaml'

/** A lexicon file on wishes: rules and more of `wish.cycle-path` and `wish.more-buses`, as YAML lines. */
export const wishLexicon = ({
  lists = '{}',
  paths = '["bike* lane"]',
  buses = '["more buses"]',
  not = '[]',
  busExample = 'More buses.',
}: Partial<Record<'lists' | 'paths' | 'buses' | 'not' | 'busExample', string>> = {}): string => `title: Wishes
version: 2
use: [commuting/words]
context: {veto: [negated]}
lists: ${lists}
codes:
  wish.cycle-path:
    rules: ${paths}
    examples: {yes: ["Bikes lane."], no: ["Nothing."]}
  wish.more-buses:
    rules: ${buses}
    not: ${not}
    examples: {yes: ["${busExample}"], no: ["Nothing."]}
`
