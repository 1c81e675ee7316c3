import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Coding } from '../../src/model/coding.ts'
import type { Finding } from '../../src/model/finding.ts'
import { testFolder } from '../io/folder.ts'
import { copyCase, filesIn, layerOf, runInto, tableOf } from './run-case.ts'

// Whole runs take seconds where the machine is busy.
vi.setConfig({ testTimeout: 60_000 })

/** A copy of the study with decisions, an empty folder of journals, and where its output goes. */
const prepare = () => {
  const folder = testFolder()
  const pipeline = copyCase('decisions', join(folder, 'study'))
  const [out, none] = [join(folder, 'out'), join(folder, 'none')]
  mkdirSync(none)
  return { pipeline, out, none, journal: join(folder, 'study', 'decisions', 'anna.ndjson') }
}

const counts = (out: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    tableOf(out, 'themes')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
      .map(([, code, , respondents]) => [code!, Number(respondents)]),
  )
const statuses = (out: string): readonly string[] =>
  layerOf<Coding>(out, 'codings').map(({ id, status }) => `${id} ${status}`)
const rules = (out: string): readonly string[] => layerOf<Finding>(out, 'findings').map(({ rule }) => rule)

test('without decisions every suggestion counts', async () => {
  const { pipeline, out, none } = prepare()
  await runInto(pipeline, out, { decisions: none })
  expect(counts(out)).toEqual({ noise: 3, cold: 2, dark: 2, print: 0 })
  expect(statuses(out).every((text) => text.endsWith(' suggested'))).toBe(true)
})

test('decisions reach the tables: reject takes away, add and recode bring, undo and stale ones do nothing', async () => {
  const { pipeline, out } = prepare()
  await runInto(pipeline, out)
  expect(counts(out)).toEqual({ noise: 3, cold: 2, dark: 1, print: 1 })
  expect(statuses(out)).toEqual([
    'R1/room=noise suggested',
    'R1/room=cold accepted',
    'R2/room=noise rejected',
    'R2/room=cold accepted',
    'R3/room=dark replaced',
    'R3/room=print recoded',
    'R4/room=noise added',
    'R5/room=dark suggested',
    'R7/room=noise suggested',
  ])
  expect(rules(out).filter((rule) => rule === 'review/stale-decision')).toHaveLength(3)
})

test('decisions survive a rerun: the same folder comes out again, byte for byte', async () => {
  const { pipeline, out } = prepare()
  await runInto(pipeline, out)
  const first = filesIn(out)
  await runInto(pipeline, out)
  expect(filesIn(out)).toEqual(first)
})

test('a decision survives a lexicon that no longer suggests its code', async () => {
  const { pipeline, out } = prepare()
  const lexicon = join(pipeline, '..', 'lexicons', 'room.yaml')
  writeFileSync(
    lexicon,
    `title: Almost nothing\nversion: 2\ncodes:\n  noise: {rules: [boom], examples: {yes: [Boom!], no: [Hush.]}}\n`,
  )
  await runInto(pipeline, out)
  expect(statuses(out)).toEqual([
    'R1/room=cold added',
    'R2/room=cold added',
    'R3/room=print recoded',
    'R4/room=noise added',
  ])
  expect(rules(out)).toContain('review/not-suggested')
})

test('an undo of an undo brings the decision back', async () => {
  const { pipeline, out, journal } = prepare()
  appendFileSync(journal, '{"answer":"R6/room","act":"undo","to":6}\n')
  await runInto(pipeline, out)
  expect(statuses(out)).toContain('R6/room=cold added')
  expect(counts(out).cold).toBe(3)
})

test('a decision on words that changed is set aside, and applied again when the words come back', async () => {
  const { pipeline, out } = prepare()
  const input = join(pipeline, '..', 'other.csv')
  const answers = (words: string): string => `id,again,room\nR1,Yes.,"${words}"\n`
  writeFileSync(input, answers('It is noisy and cold.'))
  await runInto(pipeline, out, { input })
  expect(statuses(out)).toEqual(['R1/room=noise suggested', 'R1/room=cold suggested'])
  writeFileSync(input, answers('It is noisy 😀 and cold.'))
  await runInto(pipeline, out, { input })
  expect(statuses(out)).toEqual(['R1/room=noise suggested', 'R1/room=cold accepted'])
})
