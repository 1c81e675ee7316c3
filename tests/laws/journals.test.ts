import { renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { loadPipeline } from '../../src/app/load.ts'
import { activeDecisions, parseJournal } from '../../src/formats/journal.ts'
import type { Answer } from '../../src/model/answer.ts'
import { answerId } from '../../src/model/id.ts'
import { type ChunkLayers, createChunkRunner } from '../../src/pipeline/chunk.ts'
import { decisionsByAnswer } from '../../src/stages/decided.ts'
import { casesFolder, copyCase, filesIn, runInto } from '../cases/run-case.ts'
import { testFolder } from '../io/folder.ts'

// Whole runs take seconds where the machine is busy.
vi.setConfig({ testTimeout: 60_000 })

const pipeline = join(casesFolder, 'decisions', 'pipeline.yaml')
const answers: readonly Answer[] = ['It is noisy 😀 and cold.', 'Dark, and the small print!'].flatMap((text, index) =>
  ['again', 'room'].map((question) => {
    const respondent = `R${index}`
    return { id: answerId(respondent, question), respondent, question, attributes: {}, text }
  }),
)

const code = fc.constantFrom('noise', 'cold', 'dark', 'print')
const line = fc.oneof(
  fc.record({ act: fc.constantFrom('accept', 'reject', 'add'), code }),
  fc.record({ act: fc.constant('recode'), code, to: code }),
  fc.record({ act: fc.constantFrom('add', 'accept'), code: fc.constantFrom('yes', 'no') }),
  fc.record({ act: fc.constantFrom('none', 'unsure') }),
  fc.record({ act: fc.constant('undo'), to: fc.constant(1) }),
)
const journal = fc.array(
  fc.tuple(line, fc.constantFrom(...answers.map(({ id }) => id))).map(([act, answer]) => ({ ...act, answer })),
  { maxLength: 6 },
)
const journals = fc.array(journal, { minLength: 2, maxLength: 4 })

type Journals = readonly (readonly object[])[]
const layersWith = (
  run: ReturnType<typeof createChunkRunner>,
  names: readonly string[],
  all: Journals,
  order: readonly number[],
): ChunkLayers => {
  const lines = order.flatMap((place) => {
    const text = all[place]!.map(
      (one, index) => `${JSON.stringify({ by: `reviewer ${place}`, seq: index + 1, ...one })}\n`,
    )
    return activeDecisions(parseJournal(text.join(''), `decisions/${names[place]}.ndjson`).lines)
  })
  return run(answers, decisionsByAnswer(lines))
}

test('the order in which journals are read changes nothing, and their names change no coding and no class', async () => {
  const run = createChunkRunner((await loadPipeline(pipeline)).material)
  const names = ['anna', 'ben', 'cleo', 'dora']
  const places = (all: Journals): number[] => all.map((_, place) => place)
  fc.assert(
    fc.property(
      journals.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(places(all), { minLength: all.length }))),
      ([all, order]) => {
        const plain = layersWith(run, names, all, places(all))
        expect(layersWith(run, names, all, order)).toEqual(plain)
        const { codings, labels } = layersWith(run, names.toReversed(), all, order)
        expect(codings).toEqual(plain.codings)
        expect(labels).toEqual(plain.labels)
      },
    ),
    { numRuns: 300 },
  )
})

test('renamed journals, read from the disk, give the same tables and codings', async () => {
  const folder = testFolder()
  const copy = copyCase('decisions', join(folder, 'study'))
  const decisions = join(dirname(copy), 'decisions')
  for (const [name, content] of filesIn(decisions)) {
    if (name === 'adjudication.ndjson') continue
    const signed = content.toString('utf8').replaceAll('{"answer"', `{"by":"${name.slice(0, -7)}","answer"`)
    writeFileSync(join(decisions, name), signed)
  }
  await runInto(copy, join(folder, 'a'))
  renameSync(join(decisions, 'anna.ndjson'), join(decisions, 'z.ndjson'))
  await runInto(copy, join(folder, 'b'))
  const [a, b] = [filesIn(join(folder, 'a')), filesIn(join(folder, 'b'))]
  for (const name of [...a.keys()].filter((file) => /^tables|codings|labels|tags|segments|answers/.test(file)))
    expect(b.get(name), name).toEqual(a.get(name))
})
