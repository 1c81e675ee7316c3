import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** Measures the rules of both studies against people's codes that were not read while writing them; `--write` puts the page into docs/. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const shared = join(root, '..', 'shared')
const { evaluatePipeline } = await import('../../dist/app/evaluate.js')

const share = (value) => (value === null ? '–' : value.toFixed(2))
const cells = ({ tp, fp, fn, precision, recall, f1 }) =>
  `${tp} | ${fp} | ${fn} | ${share(precision)} | ${share(recall)} | ${share(f1)}`
const head = (first) =>
  `| ${first} | right | wrong | missed | precision | recall | F1 |\n| --- | --: | --: | --: | --: | --: | --: |`
const lines = []

const families = ({ codings, families: list }) => [
  head('family'),
  ...list.map(({ family, evaluation }) => `| ${family} | ${cells(evaluation.micro)} |`),
  `| **all, micro** | ${cells(codings.micro)} |`,
]
const codes = ({ codings }) => [head('code'), ...codings.codes.map((code) => `| ${code.code} | ${cells(code)} |`)]
const summary = ({ codings, errors, respondents }) => {
  const kinds = new Map()
  for (const { kind } of errors) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return [
    `${respondents} respondents. Micro-F1 ${codings.micro.f1.toFixed(3)}; macro-F1 ${codings.macroSupported.f1.toFixed(3)} over the ${codings.macroSupported.codes} codes with at least five in gold, ${codings.macro.f1.toFixed(3)} over all ${codings.macro.codes} in use. A theme's frequency is off by ${codings.frequency.meanAbsolute.toFixed(2)} respondents on average.`,
    `Errors by kind: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}.`,
  ]
}

const wildlife = async (only) =>
  evaluatePipeline(join(root, 'pipelines/wildlife.yaml'), {
    codingsGold: join(shared, 'wildlife/codings-gold.csv'),
    closedGold: join(shared, 'wildlife/closed-gold.csv'),
    only,
  })

/** Recommendations of some sessions and their codes as files of the pipeline's form. */
const upr = async (folder, name, from, to) => {
  const codebook = parse(readFileSync(join(root, 'data/upr/codebook.yaml'), 'utf8'))
  const idOf = new Map(
    Object.values(codebook.families).flatMap(({ codes: list }) => list.map(({ id, label }) => [label, id])),
  )
  const records = readFileSync(join(shared, 'data/upr/recommendations.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ session }) => Number(session) >= from && Number(session) <= to)
  const input = join(folder, `${name}.jsonl`)
  const gold = join(folder, `${name}.csv`)
  writeFileSync(input, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  writeFileSync(
    gold,
    `respondent,question,code\n${records.flatMap(({ id, codes: list }) => list.map((label) => `${id},recommendation,${idOf.get(label)}\n`)).join('')}`,
  )
  return evaluatePipeline(join(root, 'pipelines/upr.yaml'), { input, codingsGold: gold })
}

if (!existsSync(join(shared, 'wildlife/codings-gold.csv'))) {
  console.log('skipped: people’s codes (../shared) are not beside the project')
  process.exit(0)
}
const unread = await wildlife('R051-R077')
const read = await wildlife('R001-R050')
const closed = ({ closed: { questions, total } }) => [
  '| question | right | of |\n| --- | --: | --: |',
  ...questions.map(({ question, right, answers }) => `| ${question} | ${right} | ${answers} |`),
  `| **all** | **${total.right}** | **${total.answers}** |`,
]
lines.push(
  '# Quality of the rules',
  '',
  'Printed by `npm run quality` (`-- --write` writes this page). The rules were written from respondents R001–R050 and from',
  'sessions 1–7; what is judged first is what nobody read while writing them. On the answers that were read the figures',
  'show how far the rules fit their sample, not how good they are.',
  '',
  '## Wildlife, unread respondents R051–R077',
  '',
  ...summary(unread),
  '',
  ...families(unread),
  '',
  ...codes(unread),
  '',
  '### Closed questions',
  '',
  ...closed(unread),
  '',
  '## Wildlife, respondents R001–R050, from which the rules were written',
  '',
  ...summary(read),
  '',
  ...families(read),
  '',
  '### Closed questions',
  '',
  ...closed(read),
)
const folder = mkdtempSync(join(tmpdir(), 'verbatim-quality-'))
try {
  const later = await upr(folder, 'later', 8, 10)
  const earlier = await upr(folder, 'earlier', 1, 7)
  lines.push('', '## Universal Periodic Review, unread sessions 8–10', '', ...summary(later), '', ...codes(later))
  lines.push(
    '',
    '## Universal Periodic Review, sessions 1–7, from which the rules were written',
    '',
    ...summary(earlier),
  )
} finally {
  rmSync(folder, { recursive: true })
}
const page = `${lines.join('\n')}\n`
if (process.argv.includes('--write')) writeFileSync(join(root, 'docs/quality.md'), page)
else console.log(page)
