import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { diffLexicons } from '../../src/app/lexicon-diff.ts'
import { leaveOneOut } from '../../src/app/lexicon-loo.ts'
import { loadPipeline } from '../../src/app/load.ts'
import { casesFolder } from '../cases/run-case.ts'
import { testFolder } from '../io/folder.ts'
import { commuting, wish, wishLexicon } from './commuting.ts'

test.each(['commuting', 'library'])(
  'what leaving a rule out is said to lose is what a run without it loses (%s)',
  async (name) => {
    const pipeline = join(casesFolder, name, 'pipeline.yaml')
    const { lexicons } = await loadPipeline(pipeline)
    const { losses } = await leaveOneOut(pipeline)
    const folder = testFolder()
    for (const { id, content } of lexicons)
      for (const [code, entry] of Object.entries(content.codes))
        for (const [index, rule] of entry.rules.entries()) {
          if (entry.rules.length < 2) continue
          const less = { ...entry, rules: entry.rules.filter((_, place) => place !== index) }
          const file = join(folder, `${id.split('/').at(-1)!}.yaml`)
          writeFileSync(file, stringify({ ...content, codes: { ...content.codes, [code]: less } }))
          const { changes } = await diffLexicons('.', file, pipeline)
          const text = typeof rule === 'string' ? rule : rule.rule
          const said = losses.find((each) => each.kind === 'rule' && each.code === code && each.what === text)
          const gone = changes.find((each) => each.code === code)
          expect([text, said?.lost ?? 0]).toEqual([text, gone?.leaves.length ?? 0])
        }
  },
  20_000,
)

test('a hit under a longer one takes its place, so that nothing alone carries the code', async () => {
  const { pipeline } = commuting({ [wish]: wishLexicon({ buses: '["[more|night] buses", buses]' }) })
  const { losses } = await leaveOneOut(pipeline, { code: 'wish.more-buses' })
  expect(losses).toEqual([])
})

test('losses come with respondents and share, now and without it', async () => {
  const { pipeline } = commuting({ [wish]: wishLexicon({ buses: '["[more|night] buses"]' }) })
  const { losses, respondents, codes } = await leaveOneOut(pipeline, { code: 'wish.more-buses' })
  expect([respondents, codes]).toEqual([10, 1])
  expect(losses[0]).toMatchObject({ kind: 'rule', respondents: 2, lost: 2, lostPercent: 100, percentWithout: 0 })
  expect(losses[0]!.where).toMatchObject({ file: wish, line: 11 })
})

test('words that only occur together are one wording', async () => {
  const { pipeline } = commuting({ [wish]: wishLexicon({ buses: '["night ~3 too"]' }) })
  const { losses } = await leaveOneOut(pipeline, { code: 'wish.more-buses' })
  expect(losses.map(({ kind, what }) => [kind, what])).toEqual([
    ['rule', 'night ~3 too'],
    ['wording', 'night + too'],
  ])
})

test('a code that a person gave does not rest on rules', async () => {
  const lexicon = { [wish]: wishLexicon({ buses: '["[more|night] buses"]' }) }
  const { folder, pipeline } = commuting({
    ...lexicon,
    'journals/anna.ndjson': '{"answer":"R01/wish","act":"accept","code":"wish.more-buses"}\n',
  })
  const { losses } = await leaveOneOut(pipeline, { code: 'wish', decisions: join(folder, 'journals') })
  expect(losses[0]).toMatchObject({ kind: 'rule', respondents: 2, lost: 1 })
})

test('losses are in order of size', async () => {
  const { losses } = await leaveOneOut(join(casesFolder, 'commuting', 'pipeline.yaml'))
  const sizes = losses.map(({ lost }) => lost)
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
})

test('an unknown code is refused', async () => {
  await expect(leaveOneOut(commuting().pipeline, { code: 'wish.more-busses' })).rejects.toThrow(
    /did you mean `wish\.more-buses`/,
  )
})
