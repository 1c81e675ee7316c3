import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { copyCase, filesIn } from '../cases/run-case.ts'
import { namesIn, testFolder } from '../io/folder.ts'
import { patience, type Ran, verbatim } from './verbatim.ts'

/** A copy of a little study, and a way to run commands in it. */
const studio = (name = 'commuting') => {
  const study = join(testFolder(), 'study')
  copyCase(name, study)
  return { study, run: (...words: readonly string[]): Promise<Ran> => verbatim(words, { cwd: study }) }
}
const json = ({ stdout }: Ran): unknown => JSON.parse(stdout)

test(
  'help names every command, and each command its options and examples',
  async () => {
    const { stdout, stderr, code } = await verbatim(['--help'])
    expect([code, stderr]).toEqual([0, ''])
    const groups = new Set(commands.map(({ name }) => name.split(' ')[0]!))
    for (const name of groups) expect(stdout).toContain(`  ${name}`)
    for (const { name, options, examples } of commands) {
      const help = await verbatim([...name.split(' '), '--help'])
      expect(help.code).toBe(0)
      for (const { flags } of options) expect(help.stdout).toContain(flags)
      for (const example of examples) expect(help.stdout).toContain(example)
    }
  },
  patience,
)

test(
  'the version is that of the package',
  async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(await verbatim(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  },
  patience,
)

test.each([
  ['an unknown command', ['rum', 'pipeline.yaml'], /unknown command 'rum'/],
  ['an unknown option', ['run', 'pipeline.yaml', '--owt', 'x'], /unknown option '--owt'/],
  ['a missing argument', ['run'], /missing required argument 'pipeline'/],
  ['too many arguments', ['run', 'pipeline.yaml', 'other.yaml'], /too many arguments/],
  ['an option without its value', ['run', 'pipeline.yaml', '--out'], /argument missing/],
  ['an impossible number of workers', ['run', 'pipeline.yaml', '--workers', '0'], /--workers 0.*expected 1 to 64/],
  ['a pipeline that is not there', ['run', 'nothing.yaml'], /nothing\.yaml.*no such file/s],
  ['a pipeline that is a folder', ['run', '.'], /is a folder/],
  ['answers that are not there', ['run', 'pipeline.yaml', '--input', 'no.csv'], /no\.csv.*no such file/s],
  ['answers in an unknown format', ['run', 'pipeline.yaml', '--input', 'pipeline.yaml'], /no known ending.*\.csv/],
  ['journals that are not there', ['run', 'pipeline.yaml', '--decisions', 'no'], /`no` is no folder/],
  ['nothing to compare with', ['evaluate', 'pipeline.yaml'], /--codings-gold FILE/],
  [
    'a gold file that is not there',
    ['evaluate', 'pipeline.yaml', '--codings-gold', 'no.csv'],
    /no\.csv.*no such file/s,
  ],
  ['an address without question', ['explain', 'pipeline.yaml', 'R01'], /expected `respondent\/question`/],
])(
  '%s could not run: exit code 2, and nothing is written',
  async (_, words, message) => {
    const { study, run } = studio()
    const before = filesIn(study)
    const { code, stdout, stderr } = await run(...words)
    expect(stderr).toMatch(message)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).not.toMatch(/this is a bug|\n\s+at /)
    expect(filesIn(study)).toEqual(before)
  },
  patience,
)

test(
  'run writes the output folder and says what came of it',
  async () => {
    const { study, run } = studio()
    const { code, stdout, stderr } = await run('run', 'pipeline.yaml')
    expect(code).toBe(0)
    expect(stdout).toMatch(/answers +33 by 10 respondents, 7 left blank/)
    expect(stdout).toContain('never used trouble.weather')
    expect(stdout).toContain('output/pipeline/report.html')
    expect(stderr).toContain('R06/parking  warning  closed/contradicts-parent')
    const layers = ['answers', 'segments', 'tags', 'labels', 'codings', 'findings'].map((name) => `${name}.ndjson`)
    expect(namesIn(join(study, 'output', 'pipeline'))).toEqual(
      expect.arrayContaining([...layers, 'manifest.json', 'report.html', 'tables']),
    )
  },
  patience,
)

test(
  'run --json prints one JSON value and nothing else, run --quiet nothing at all',
  async () => {
    const { study, run } = studio()
    const ran = await run('run', 'pipeline.yaml', '--json', '--out', 'here')
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(json(ran)).toEqual({
      pipeline: 'pipeline',
      respondents: 10,
      answers: 33,
      blank: 7,
      codings: 23,
      codes: 8,
      unused: ['trouble.weather'],
      findings: { error: 0, warning: 2, note: 1 },
      folder: join(study, 'here'),
    })
    expect(await run('run', 'pipeline.yaml', '--quiet', '--out', 'there')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(namesIn(join(study, 'there'))).toEqual(namesIn(join(study, 'here')))
  },
  patience,
)

test(
  'run --input and --decisions take the place of what the pipeline names',
  async () => {
    const { study, run } = studio('decisions')
    writeFileSync(join(study, 'few.csv'), 'room,again,id\nLoud.,Yes,R2\n')
    const ran = await run('run', 'pipeline.yaml', '--input', 'few.csv', '--json', '--out', 'few')
    expect(json(ran)).toMatchObject({ respondents: 1, answers: 2, codings: 1 })
    mkdirSync(join(study, 'none'))
    const without = await run('run', 'pipeline.yaml', '--decisions', 'none', '--json', '--out', 'all')
    expect(json(without)).toMatchObject({ respondents: 7, codings: 7, unused: ['print'] })
  },
  patience,
)

test(
  'evaluate compares codings and classes with gold, of those respondents who are asked for',
  async () => {
    const { study, run } = studio()
    writeFileSync(
      join(study, 'codings.csv'),
      'respondent,question,code\nR01,car,trouble.cost\nR01,trouble,trouble.traffic\nR01,trouble,trouble.late\nR02,trouble,trouble.late\nR99,wish,wish.cheaper\n',
    )
    writeFileSync(
      join(study, 'classes.csv'),
      'question,respondent,class\ncar,R01,yes\ncar,R02,yes\nparking,R02,not_applicable\n',
    )
    const gold = ['--codings-gold', 'codings.csv', '--closed-gold', 'classes.csv']
    const ran = await run('evaluate', 'pipeline.yaml', ...gold, '--only', 'R01-R02', '--json')
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    const result = json(ran) as { codings: { micro: object }; closed: { total: object; confusions: object[] } }
    expect(result).toMatchObject({ respondents: 2, codings: { micro: { tp: 3, fp: 2, fn: 1 } } })
    expect(result.closed).toMatchObject({ total: { answers: 3, right: 2 } })
    expect(result.closed.confusions).toEqual([{ question: 'car', gold: 'yes', system: 'no', respondents: ['R02'] }])
    const text = await run('evaluate', 'pipeline.yaml', ...gold, '--only', 'R02')
    expect(text.stdout).toContain('1 respondent judged')
    expect(text.stdout).toMatch(/trouble\.late +1 +0 +0 +1\.00/)
  },
  patience,
)

test(
  'evaluate names what does not fit in a gold file, all of it',
  async () => {
    const { study, run } = studio()
    writeFileSync(
      join(study, 'gold.csv'),
      'respondent,question,code\nR01,wish,wish.cheper\nR01,wisch,wish.cheaper\nR01,parking,trouble.cost\n',
    )
    const { code, stdout, stderr } = await run('evaluate', 'pipeline.yaml', '--codings-gold', 'gold.csv')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('gold.csv:2')
    expect(stderr).toContain('gold.csv:3')
    expect(stderr).toMatch(/gold\.csv:4.*the question is closed/s)
    writeFileSync(join(study, 'gold.csv'), 'who,question,code\nR01,wish,wish.cheaper\n')
    const renamed = await run('evaluate', 'pipeline.yaml', '--codings-gold', 'gold.csv')
    expect(renamed.code).toBe(1)
    expect(renamed.stderr).toContain('lacks the columns `respondent`')
    writeFileSync(join(study, 'gold.csv'), 'respondent,question,class\nR01,car,maybe\n')
    const unknown = await run('evaluate', 'pipeline.yaml', '--closed-gold', 'gold.csv')
    expect(unknown.code).toBe(1)
    expect(unknown.stderr).toContain('`maybe` is no class of the question; expected yes, no, not_applicable')
    const nobody = await run('evaluate', 'pipeline.yaml', '--closed-gold', 'gold.csv', '--only', 'R77')
    expect(nobody.code).toBe(2)
    expect(nobody.stderr).toContain('expected ids such as `R01`')
  },
  patience,
)

test(
  'explain shows words, hits with their reasons, decisions and codes of one answer',
  async () => {
    const { run } = studio('decisions')
    const { code, stdout } = await run('explain', 'pipeline.yaml', 'R5/room')
    expect(code).toBe(0)
    for (const part of [
      'It is not cold; it is dark.',
      'dark (suggested)',
      'cold (not given)',
      'negated by “not”',
      'decision by anna: accept dark',
    ])
      expect(stdout).toContain(part)
    const ran = await run('explain', 'pipeline.yaml', 'R5/room', '--json')
    expect(json(ran)).toMatchObject({
      answer: { id: 'R5/room', text: 'It is not cold; it is dark.' },
      codings: [{ code: 'dark', status: 'suggested' }],
      decisions: [{ by: 'anna', act: 'accept', line: 8 }],
      findings: [{ rule: 'review/stale-decision' }],
    })
    const missing = await run('explain', 'pipeline.yaml', 'r5/room')
    expect(missing.code).toBe(1)
    expect(missing.stderr).toContain('did you mean `R5`')
  },
  patience,
)

test(
  'check is content with a good study, whatever file of it is named',
  async () => {
    const { run } = studio('decisions')
    for (const file of ['pipeline.yaml', 'answers.csv', 'decisions/ben.ndjson'])
      expect(await run('check', file), file).toEqual({ code: 0, stdout: `${file}: no errors\n`, stderr: '' })
    const missing = await run('check', 'no.yaml')
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('there is no file `no.yaml`')
  },
  patience,
)

test(
  'check runs the examples, also of one lexicon through the pipelines that use it',
  async () => {
    const { study, run } = studio()
    const lexicon = join(study, 'lexicons', 'commuting', 'wish.yaml')
    writeFileSync(lexicon, readFileSync(lexicon, 'utf8').replace('Make tickets cheaper.', 'Make tickets blue.'))
    mkdirSync(join(study, 'pipelines'))
    renameSync(join(study, 'pipeline.yaml'), join(study, 'pipelines', 'commuting.yaml'))
    for (const words of [[], ['lexicons/commuting/wish.yaml'], ['pipelines/commuting.yaml']]) {
      const { code, stdout } = await run('check', ...words, '--json')
      expect(code).toBe(1)
      const { findings } = JSON.parse(stdout) as { findings: readonly { readonly level: string }[] }
      expect(findings.filter(({ level }) => level === 'error')).toMatchObject([
        { rule: 'lexicon/example', where: { file: 'lexicons/commuting/wish.yaml', line: 19 } },
      ])
    }
    expect((await run('check', 'lexicons/commuting/trouble.yaml')).code).toBe(0)
  },
  patience,
)

test(
  'lexicon forms writes a file that is read back, keeps what a person corrected, and changes no result',
  async () => {
    const { study, run } = studio('library')
    await run('run', 'pipeline.yaml', '--quiet', '--out', 'before')
    expect(await run('lexicon', 'forms', 'pipeline.yaml')).toMatchObject({ code: 0 })
    const path = join(study, 'lexicons', 'forms', 'en.json')
    const forms = readFileSync(path, 'utf8')
    expect(forms).toContain('"book:noun": ["book","books"]')
    await run('run', 'pipeline.yaml', '--quiet', '--out', 'after')
    expect(filesIn(join(study, 'after')).get('codings.ndjson')).toEqual(
      filesIn(join(study, 'before')).get('codings.ndjson'),
    )
    const corrected = forms.replace('"book:noun": ["book","books"]', '"book:noun": ["book","books","bookses"]')
    writeFileSync(path, corrected)
    await run('lexicon', 'forms', 'pipeline.yaml')
    expect(readFileSync(path, 'utf8')).toBe(corrected)
  },
  patience,
)
