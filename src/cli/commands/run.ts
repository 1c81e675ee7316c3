import { relative, resolve } from 'node:path'
import { runPipeline } from '../../app/run.ts'
import { Stop } from '../../model/finding.ts'
import { type Command, word } from '../command.ts'

const workersOf = (text: string): number => {
  const workers = Number(text)
  if (Number.isInteger(workers) && workers >= 1 && workers <= 64) return workers
  throw new Stop(
    [
      {
        level: 'error',
        rule: 'cli/workers',
        message: `\`--workers ${text}\` is no number of workers; expected 1 to 64`,
      },
    ],
    2,
  )
}

/** Names of a list that is read at a glance; the whole is in the tables, which keep their zero rows. */
const namesOf = (names: readonly string[]): string => {
  if (names.length === 0) return 'none'
  if (names.length <= mostNames) return names.join(', ')
  return `${names.length}: ${names.slice(0, mostNames).join(', ')} …`
}

const mostNames = 12

/** `verbatim run`: a pipeline from answers to tables and report. */
export const run: Command = {
  name: 'run',
  summary: 'run a pipeline: answers in, codings, tables and report out',
  arguments: [{ name: '<pipeline>', description: 'pipeline file, such as pipelines/wildlife.yaml' }],
  options: [
    { flags: '--input <file>', description: 'read these answers instead of the pipeline’s (same columns)' },
    { flags: '--decisions <dir>', description: 'read reviewers’ journals from this folder' },
    { flags: '--out <dir>', description: 'write here instead of output/<pipeline>' },
    { flags: '--workers <n>', description: 'threads for large inputs; the output does not depend on it', default: '1' },
    { flags: '--quiet', description: 'no summary and no progress' },
    { flags: '--json', description: 'print the summary as JSON' },
  ],
  examples: [
    'verbatim run pipelines/wildlife.yaml',
    'verbatim run pipelines/wildlife.yaml --out /tmp/wildlife --workers 2',
    'verbatim run pipelines/upr.yaml --input recommendations.jsonl',
  ],
  run: async ({ arguments: [pipeline], options, print }) => {
    const result = await runPipeline(pipeline as string, {
      input: word(options, 'input'),
      decisions: word(options, 'decisions'),
      out: word(options, 'out'),
      workers: workersOf(word(options, 'workers') ?? '1'),
      time: new Date().toISOString(),
      onProgress: (answers) => print.progress(`${answers} answers`),
    })
    const { study, folder, tally, findings, unused, codings } = result
    const levels = { error: 0, warning: 0, note: 0 }
    for (const { level } of findings) levels[level] += 1
    const shown = relative(process.cwd(), folder)
    const place = shown.startsWith('..') ? folder : shown
    if (options.json === true) {
      const { respondents } = tally.whole
      print.json({
        pipeline: study.name,
        respondents,
        answers: tally.answers,
        blank: tally.blank,
        codings,
        codes: study.codes.length,
        unused,
        findings: levels,
        folder: resolve(folder),
      })
      return 0
    }
    if (options.quiet === true) return 0
    const waiting = [...tally.questions.values()].reduce(
      (sum, { classes }) => sum + [...classes.values()].reduce((all, { ask }) => all + ask, 0),
      0,
    )
    print.line(print.strong(study.title))
    print.line(`  answers    ${tally.answers} by ${tally.whole.respondents} respondents, ${tally.blank} left blank`)
    print.line(`  codings    ${codings}, of ${study.codes.length - unused.length} of the ${study.codes.length} codes`)
    print.line(`  never used ${namesOf(unused)}`)
    if (waiting > 0) print.line(`  to decide  ${waiting} closed answers wait for a person`)
    print.line(
      `  findings   ${levels.error} errors, ${levels.warning} warnings, ${levels.note} notes${findings.length > 0 ? ` (${place}/findings.ndjson)` : ''}`,
    )
    print.line(`  tables     ${place}/tables/`)
    print.line(`  report     ${place}/report.html${result.hasDocument ? ' and report.docx' : ''}`)
    print.findings(findings.filter(({ level }) => level !== 'note'))
    return 0
  },
}
