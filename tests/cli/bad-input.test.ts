import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyCase, filesIn, runInto } from '../cases/run-case.ts'
import { namesIn, testFolder } from '../io/folder.ts'
import { patience, type Ran, verbatim } from './verbatim.ts'

type Spoil = (study: string) => void

/** Replaces a part of a file of the study; the part must be there. */
const swap =
  (file: string, part: string, by: string): Spoil =>
  (study) => {
    const path = join(study, file)
    const text = readFileSync(path, 'utf8')
    if (!text.includes(part)) throw new Error(`${file} lacks ${part}`)
    writeFileSync(
      path,
      text.replace(part, () => by),
    )
  }
const write =
  (file: string, content: string | Uint8Array): Spoil =>
  (study) =>
    writeFileSync(join(study, file), content)
const add =
  (file: string, text: string): Spoil =>
  (study) =>
    appendFileSync(join(study, file), text)
const remove =
  (file: string): Spoil =>
  (study) =>
    rmSync(join(study, file))

const answers = 'answers.csv'
const lexicon = 'lexicons/commuting/wish.yaml'
const journal = 'journals/anna.ndjson'

/** What is wrong, how it is made so, the exit code, the place that must be named, and a word on what to do. */
const bad: readonly (readonly [string, Spoil, 1 | 2, string, string])[] = [
  [
    'a column with a wrong name',
    swap(answers, 'What would help', 'What would halp'),
    1,
    'answers.csv:1',
    'did you mean',
  ],
  ['the same respondent twice', add(answers, 'R03,south,,,,\n'), 1, 'answers.csv:14', 'line 4'],
  ['a row without respondent', add(answers, ',south,,,,\n'), 1, 'answers.csv:14', 'no respondent'],
  ['a row with too few cells', add(answers, 'R11,south\n'), 1, 'answers.csv:14', '2 cells'],
  ['a quote that is not closed', add(answers, 'R11,south,"Yes,,,\nR12,,,,,\n'), 1, 'answers.csv:14', 'never closed'],
  [
    'bytes that are no UTF-8',
    write(answers, Buffer.from('id,district\nR1,\xe9t\xe9\n', 'latin1')),
    2,
    answers,
    'encoding',
  ],
  ['an empty file of answers', write(answers, ''), 2, answers, 'empty'],
  ['a header without rows', swap(answers, readRows(), ''), 1, answers, 'no rows'],
  ['no file of answers', remove(answers), 2, answers, 'no such file'],
  ['no lexicon file', remove(lexicon), 2, lexicon, 'no such file'],
  ['no codebook', remove('codebook.yaml'), 2, 'codebook.yaml', 'no such file'],
  ['an empty questionnaire', write('questionnaire.yaml', ''), 1, 'questionnaire.yaml', 'empty'],
  [
    'a code that the codebook lacks',
    swap(lexicon, '  wish.cheaper:', '  wish.cheper:'),
    1,
    `${lexicon}:16:3`,
    'wish.cheaper',
  ],
  ['a rule that can match nothing', swap(lexicon, '"{bikeway}"', '"—"'), 1, `${lexicon}:7:40`, 'cannot match'],
  ['a rule with an unknown list', swap(lexicon, '@bus ~3', '@buss ~3'), 1, `${lexicon}:12`, 'buss'],
  [
    'an unclosed bracket in a rule',
    swap(lexicon, '[{path}|{lane}]', '[{path}|{lane}'),
    1,
    `${lexicon}:7`,
    'never closed',
  ],
  ['malformed YAML', swap(lexicon, 'rules: ["{cycle}', 'rules: [["{cycle}'), 1, `${lexicon}:`, 'yaml/syntax'],
  ['a key given twice', swap(lexicon, 'version: 1', 'version: 1\nversion: 2'), 1, `${lexicon}:3`, 'line 2'],
  ['an unknown key', swap(lexicon, 'examples:', 'exampels:'), 1, `${lexicon}:8`, 'did you mean `examples`'],
  [
    'an unknown key of the pipeline',
    add('pipeline.yaml', 'tabels: {}\n'),
    1,
    'pipeline.yaml:15:1',
    'did you mean `tables`',
  ],
  ['a path out of the lexicons', swap('pipeline.yaml', 'commuting/wish]', '../x]'), 2, '', 'no lexicon id'],
  [
    'a question that nobody asks',
    swap(lexicon, 'wish.cheaper:', 'wish.cheaper:\n    questions: [wisch]'),
    1,
    `${lexicon}:17:17`,
    'wish',
  ],
  [
    'an attribute that the input lacks',
    swap('pipeline.yaml', 'by: [district]', 'by: [distrikt]'),
    1,
    'pipeline.yaml:12',
    'district',
  ],
  [
    'a class that a question lacks',
    swap('lexicons/commuting/closed.yaml', 'says: free', 'says: fre'),
    1,
    'lexicons/commuting/closed.yaml:22',
    'free',
  ],
  [
    'a journal with bad JSON',
    add(journal, '{"answer":"R01/wish","act":\n{"answer":"R01/wish","act":"none"}\n'),
    1,
    `${journal}:2`,
    'JSON',
  ],
  [
    'a decision on an unknown code',
    add(journal, '{"answer":"R01/wish","act":"add","code":"wish.cheper"}\n'),
    1,
    `${journal}:2`,
    'wish.cheaper',
  ],
  ['a decision without its code', add(journal, '{"answer":"R01/wish","act":"reject"}\n'), 1, `${journal}:2`, 'code'],
  [
    'a file of forms that is no JSON',
    write('lexicons/forms/en.json', '{\n  "bus:noun": ["bus" "buses"]\n}'),
    1,
    'lexicons/forms/en.json:2',
    'yaml/syntax',
  ],
  [
    'forms that are no list',
    write('lexicons/forms/en.json', '{\n  "bus:noun": "buses"\n}'),
    1,
    'lexicons/forms/en.json:2',
    'a list',
  ],
  [
    'journals that are a file',
    (study) => {
      rmSync(join(study, 'journals'), { recursive: true })
      writeFileSync(join(study, 'journals'), '')
    },
    2,
    'journals',
    'folder',
  ],
]

function readRows(): string {
  const folder = join(import.meta.dirname, '..', 'cases', 'commuting', answers)
  const text = readFileSync(folder, 'utf8')
  return text.slice(text.indexOf('\n') + 1)
}

/** A study with a journal and a good output folder: run once, copied for each test. */
let good = ''
beforeAll(async () => {
  good = mkdtempSync(join(tmpdir(), 'verbatim-good-'))
  const pipeline = copyCase('commuting', good)
  mkdirSync(join(good, 'journals'))
  writeFileSync(join(good, journal), '{"answer":"R01/wish","act":"accept","code":"wish.more-buses"}\n')
  appendFileSync(pipeline, 'decisions: journals\n')
  await runInto(pipeline, join(good, 'output', 'pipeline'))
})
afterAll(() => rmSync(good, { recursive: true, force: true }))

const prepare = (spoil: Spoil): { readonly study: string; readonly output: string } => {
  const study = join(testFolder(), 'study')
  cpSync(good, study, { recursive: true })
  spoil(study)
  return { study, output: join(study, 'output') }
}

/** No stack of ours, no path of this machine. */
const speaksPlainly = ({ stdout, stderr }: Ran, study: string): void => {
  expect(stdout).toBe('')
  expect(stderr).not.toMatch(/this is a bug|\n\s+at |node:|ZodError|undefined/)
  expect(stderr).not.toContain(study)
}

describe('bad material stops the run with its place and the next step, and the last good output stays', () => {
  test.each(bad)(
    '%s',
    async (_, spoil, code, place, hint) => {
      const { study, output } = prepare(spoil)
      const [names, before] = [namesIn(output), filesIn(output)]
      const ran = await verbatim(['run', 'pipeline.yaml'], { cwd: study })
      expect(ran.stderr).toContain(hint)
      expect(ran.stderr).toContain(place)
      expect(ran.code).toBe(code)
      speaksPlainly(ran, study)
      expect(namesIn(output)).toEqual(names)
      expect(filesIn(output)).toEqual(before)
    },
    patience,
  )
})

test(
  'a run that fails where there was no output leaves nothing behind',
  async () => {
    const { study } = prepare(add(answers, 'R11,south\n'))
    const ran = await verbatim(['run', 'pipeline.yaml', '--out', 'new/folder'], { cwd: study })
    expect(ran.code).toBe(1)
    expect(namesIn(join(study, 'new'))).toEqual([])
  },
  patience,
)

test(
  'every problem of a file is told at once',
  async () => {
    const { study } = prepare((folder) => {
      swap(lexicon, 'examples:', 'exampels:')(folder)
      swap(lexicon, 'version: 1', 'version: one')(folder)
      swap('codebook.yaml', 'label: Cost', 'lable: Cost')(folder)
    })
    const { code, stderr } = await verbatim(['run', 'pipeline.yaml'], { cwd: study })
    expect(code).toBe(1)
    for (const place of [`${lexicon}:2`, `${lexicon}:8`, 'codebook.yaml:9']) expect(stderr).toContain(place)
  },
  patience,
)

test(
  'a folder that holds other things than an output, or what the run reads, is never replaced',
  async () => {
    const { study, output } = prepare(write('precious.txt', 'mine'))
    const before = filesIn(study)
    const foreign = await verbatim(['run', 'pipeline.yaml', '--out', 'journals'], { cwd: study })
    expect([foreign.code, foreign.stderr]).toEqual([2, expect.stringContaining('Name another folder')])
    const around = await verbatim(['run', 'pipeline.yaml', '--out', '.'], { cwd: study })
    expect([around.code, around.stderr]).toEqual([2, expect.stringContaining('which this run reads')])
    expect(filesIn(study)).toEqual(before)
    // Another tool's manifest is no sign of ours, and answers put into an earlier output are not ours to delete.
    mkdirSync(join(study, 'site'))
    writeFileSync(join(study, 'site', 'manifest.json'), '{"name": "a web page"}')
    expect((await verbatim(['run', 'pipeline.yaml', '--out', 'site'], { cwd: study })).code).toBe(2)
    cpSync(join(study, answers), join(output, 'pipeline', answers))
    const inside = await verbatim(['run', 'pipeline.yaml', '--input', `output/pipeline/${answers}`], { cwd: study })
    expect([inside.code, inside.stderr]).toEqual([2, expect.stringContaining('`answers.csv`, which this run reads')])
    expect(namesIn(join(output, 'pipeline'))).toContain(answers)
  },
  patience,
)

test(
  'answers with all kinds of line ends in one file are read',
  async () => {
    const { study } = prepare(
      write(
        answers,
        'id,district,car,parking,What is hard,What would help\rR1,a,Yes,free,"one\r\ntwo",x\nR2,a,,,,"y\rz"\r\n',
      ),
    )
    const ran = await verbatim(['run', 'pipeline.yaml', '--quiet'], { cwd: study })
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' })
    const layer = readFileSync(join(study, 'output', 'pipeline', 'answers.ndjson'), 'utf8')
    expect(layer).toContain('"one\\ntwo"')
    expect(layer).toContain('"y\\nz"')
  },
  patience,
)
