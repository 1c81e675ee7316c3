import { parse } from 'yaml'
import { compileLexicons } from '../../../src/lexicon/compile.ts'
import { createForms } from '../../../src/lexicon/forms/inflect.ts'
import { type Imported, importerOf } from '../../../src/lexicon/importers/index.ts'
import { lexiconSchema } from '../../../src/lexicon/schema.ts'
import { createTagger } from '../../../src/lexicon/tagger.ts'
import { noContext, sourceOf } from '../reading.ts'

/** Imports a text as the program would: by its looks, else by its ending; YAML with every scalar as it is written. */
export const imported = (name: string, text: string): Imported => {
  const importer = importerOf(name, text)
  if (!importer) throw new Error(`no importer for ${name}`)
  return importer.read({ name, text, yaml: () => parse(text, { schema: 'failsafe' }) })
}

/** Rules by the path of their category. */
export const rules = ({ lexicon, codes }: Imported): Record<string, string[]> =>
  Object.fromEntries(
    codes.map(({ id, path }) => [
      path.join('/'),
      lexicon.codes![id]!.rules.map((rule) => (typeof rule === 'string' ? rule : `${rule.rule} (${rule.note})`)),
    ]),
  )

/** Findings as `level rule line`. */
export const told = ({ findings }: Imported): string[] =>
  findings.map(({ level, rule, where }) => [level, rule, where?.line].filter((part) => part !== undefined).join(' '))

/** Compiles an imported lexicon and gives the codes of a text, by path; compiling must not find anything wrong. */
export const coder = (result: Imported): ((text: string) => string[]) => {
  const content = lexiconSchema.parse(result.lexicon)
  const { compiled, findings } = compileLexicons({
    codes: result.codes.map(({ id }) => ({ id }) as never),
    lexicons: [sourceOf('imported', content)],
    shared: [],
    context: sourceOf('context', noContext),
    forms: createForms(new Map()),
  })
  if (findings.length > 0) throw new Error(JSON.stringify(findings))
  const tagger = createTagger(compiled, { overlap: 'per-code' })
  const pathOf = new Map(result.codes.map(({ id, path }) => [id, path.join('/')]))
  return (text) =>
    tagger
      .tag(text, [{ start: 0, end: text.length, kind: 'sentence' }], 'q')
      .filter(({ suppressed }) => !suppressed)
      .map(({ rule }) => pathOf.get(rule.code)!)
}
