import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Answer } from '../../src/model/answer.ts'
import { copyCase, layerOf, runInto, tableOf } from '../cases/run-case.ts'
import { testFolder } from '../io/folder.ts'

// Whole runs take seconds where the machine is busy.
vi.setConfig({ testTimeout: 60_000 })

test('a respondent whose rows stand far apart is one respondent in the tables, and stands together in the answers', async () => {
  const folder = testFolder()
  const pipeline = copyCase('library', join(folder, 'study'))
  const study = dirname(pipeline)
  writeFileSync(
    join(study, 'questionnaire.yaml'),
    'version: 3\nquestions:\n  praise: {kind: narrative, text: Good?}\n  blame: {kind: narrative, text: Bad?}\n',
  )
  // Sorted by question, as many exports are, and longer than a chunk.
  const words = `Books. ${'The shelves are high. '.repeat(60)}`
  const readers = Array.from({ length: 300 }, (_, index) => `r${index}`)
  const rows = ['praise', 'blame'].flatMap((asked) => readers.map((reader) => ({ reader, branch: 'x', asked, words })))
  writeFileSync(join(study, 'answers.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const out = join(folder, 'out')
  const { tally } = await runInto(pipeline, out)
  expect(tally.whole.respondents).toBe(300)
  expect(tableOf(out, 'themes')).toContain('shelves.books,Books,300,600,600,300,answered,100\n')
  const respondents = layerOf<Answer>(out, 'answers').map(({ respondent }) => respondent)
  expect(respondents.filter((one, index) => one !== respondents[index - 1])).toHaveLength(300)
})
