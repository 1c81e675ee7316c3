import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explainText } from '../../src/app/lexicon-explain.ts'
import { Stop } from '../../src/model/finding.ts'
import { casesFolder } from '../cases/run-case.ts'

const pipeline = join(casesFolder, 'commuting', 'pipeline.yaml')
const explained = (text: string, question?: string) => explainText(pipeline, text, question)

test('a sentence is read as an answer to every question with free words, or to the one that is named', async () => {
  expect((await explained('More buses!')).questions).toEqual(['car', 'trouble', 'wish'])
  expect((await explained('More buses!', 'wish')).questions).toEqual(['wish'])
})

test('words are shown with the codes whose rules look for them', async () => {
  const { words } = await explained('The BUS is late')
  expect(words.map(({ quote, folded, codes }) => [quote, folded, codes])).toEqual([
    ['The', 'the', []],
    ['BUS', 'bus', ['trouble.late', 'wish.more-buses']],
    ['is', 'is', []],
    ['late', 'late', ['trouble.late']],
  ])
})

test('a hit comes with rule, place, the words that were matched, and the questions in which it counts', async () => {
  const { codes } = await explained('The bus is always late.')
  expect(codes).toHaveLength(1)
  expect(codes[0]).toMatchObject({ code: 'trouble.late', questions: ['car', 'trouble'] })
  expect(codes[0]!.hits[0]).toMatchObject({
    quote: 'bus is always late',
    rule: '@bus NEAR/4 [late|delayed|cancelled]',
    where: { file: 'lexicons/commuting/trouble.yaml', line: 12 },
    matched: [{ quote: 'bus' }, { quote: 'late' }],
    suppressed: undefined,
  })
})

test('a trigger comes with its class and its reach, and a hit that it takes away with the reason', async () => {
  const { triggers, codes } = await explained('There are no traffic jams here.', 'trouble')
  expect(triggers.map((each) => [each.class, each.quote, each.reaches.map(({ quote }) => quote)])).toContainEqual([
    'negated',
    expect.stringContaining('no'),
    ['traffic jams here'],
  ])
  expect(codes[0]).toMatchObject({ code: 'trouble.traffic', questions: [] })
  expect(codes[0]!.hits[0]!.suppressed).toMatchObject({ by: 'context' })
})

test('a text without words of any rule is explained too', async () => {
  for (const text of ['', '…', 'hello world']) expect((await explained(text)).codes).toEqual([])
  expect((await explained('not hello')).triggers).toHaveLength(1)
})

test('an unknown question is refused with those that exist', async () => {
  const error = await explained('More buses!', 'wisch').catch((each: unknown) => each)
  expect(error).toBeInstanceOf(Stop)
  expect((error as Stop).message).toMatch(/`wisch`.*expected one of car, trouble, wish; did you mean `wish`/)
})
