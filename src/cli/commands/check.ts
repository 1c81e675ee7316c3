import { checkFiles } from '../../app/check.ts'
import type { Command } from '../command.ts'

/** `verbatim check`: what is wrong with files, without running anything. */
export const check: Command = {
  name: 'check',
  summary: 'check pipelines, lexicons with their examples, journals and answers',
  arguments: [{ name: '[files...]', description: 'files to check; all pipelines where none is named' }],
  options: [{ flags: '--json', description: 'print the findings as JSON' }],
  examples: [
    'verbatim check',
    'verbatim check lexicons/wildlife/species.yaml',
    'verbatim check data/wildlife/answers.csv',
  ],
  run: async ({ arguments: [files], options, print }) => {
    const {
      files: checked,
      findings,
      exitCode,
    } = await checkFiles((files as readonly string[] | undefined) ?? [], process.cwd())
    if (options.json === true) print.json({ files: checked, findings })
    else {
      print.findings(findings)
      const errors = findings.filter(({ level }) => level === 'error').length
      print.line(errors === 0 ? `${checked.join(', ')}: no errors` : errors === 1 ? '1 error' : `${errors} errors`)
    }
    return exitCode
  },
}
