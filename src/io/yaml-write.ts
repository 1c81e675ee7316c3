import { parseDocument, stringify } from 'yaml'
import { type Finding, Stop } from '../model/finding.ts'

/** A value as YAML that `parseYaml` reads back: one line a text, nothing folded, no aliases. */
export const toYaml = (value: unknown): string =>
  stringify(value, { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false })

/** The content of another program's YAML, every scalar as the text that is written (`no` is the word). Errors are a `Stop`. */
export const parsePlainYaml = (text: string, file: string): unknown => {
  const document = parseDocument(text, { version: '1.2', schema: 'failsafe', prettyErrors: true, logLevel: 'error' })
  const [first] = document.errors
  if (first) {
    // A file of another kind breaks in every line: only the first place helps.
    const { linePos, message } = first
    const finding: Finding = {
      level: 'error',
      rule: 'yaml/syntax',
      message: `the file cannot be read as YAML: ${message.split(' at line ')[0]!.slice(0, 100)}`,
      where: { file, ...(linePos && { line: linePos[0].line, column: linePos[0].col }) },
    }
    throw new Stop([finding], 1)
  }
  return document.toJS({ maxAliasCount: 1000 })
}
