import { importLexicon } from '../../app/lexicon-import.ts'
import { importers } from '../../lexicon/importers/index.ts'
import { columns, counted } from '../columns.ts'
import { type Command, word } from '../command.ts'

/** `verbatim lexicon import`: another program's dictionary as a lexicon. */
export const lexiconImport: Command = {
  name: 'lexicon import',
  summary: 'make a lexicon of a dictionary of another program; it is printed, or written with --out',
  arguments: [{ name: '<file>', description: 'dictionary file' }],
  options: [
    {
      flags: '--format <format>',
      description: `what the file is, where it does not tell: ${importers.map(({ id }) => id).join(', ')}`,
    },
    { flags: '--encoding <encoding>', description: 'encoding of the file, such as windows-1252; UTF-8 without it' },
    { flags: '--out <file>', description: 'write the lexicon here, such as lexicons/mine/topics.yaml' },
    { flags: '--codebook <file>', description: 'write a codebook of its categories here' },
    { flags: '--json', description: 'print lexicon and findings as JSON' },
  ],
  examples: [
    'verbatim lexicon import topics.cat --out lexicons/mine/topics.yaml --codebook data/mine/codebook.yaml',
    'verbatim lexicon import dictionary.dic --format liwc --encoding windows-1252',
  ],
  run: async ({ arguments: [file], options, print }) => {
    const result = await importLexicon(file as string, {
      format: word(options, 'format'),
      encoding: word(options, 'encoding'),
      out: word(options, 'out'),
      codebook: word(options, 'codebook'),
    })
    if (options.json === true) {
      print.json(result)
      return 0
    }
    print.findings(result.findings)
    if (word(options, 'out') === undefined) {
      print.line(result.yaml.trimEnd())
      return 0
    }
    print.line(`${result.title}: ${counted(result.codes.length, 'code')}, ${counted(result.rules, 'rule')}`)
    print.line()
    for (const line of columns(
      ['code', 'category'],
      result.codes.map(({ id, path }) => [id, path.join(' > ')]),
    ))
      print.line(line)
    print.line()
    for (const path of result.written) print.line(`written: ${path}`)
    print.line('Next: give its codes to a codebook, name the lexicon in a pipeline, and write examples of your own.')
    return 0
  },
}
