import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diffLexicons } from '../../src/app/lexicon-diff.ts'
import { Stop } from '../../src/model/finding.ts'
import { commuting, wish } from './commuting.ts'

/** The study, and a copy of its lexicon on wishes with a part written anew, under its own name elsewhere. */
const withOther = (part: string, by: string) => {
  const { folder, pipeline } = commuting()
  const text = readFileSync(join(folder, wish), 'utf8')
  if (!text.includes(part)) throw new Error(`the lexicon lacks ${part}`)
  const other = join(folder, 'other', 'commuting')
  mkdirSync(other, { recursive: true })
  const file = join(other, 'wish.yaml')
  writeFileSync(file, text.replace(part, by))
  return { folder, pipeline, file }
}
const messageOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((each: unknown) => each)
  expect(error).toBeInstanceOf(Stop)
  return (error as Stop).message
}

test('a state of the lexicons does not differ from itself', async () => {
  const { folder, pipeline } = commuting()
  for (const [a, b] of [
    ['.', '.'],
    [folder, '.'],
    ['.', join(folder, 'lexicons')],
    [join(folder, wish), '.'],
  ] as const) {
    const { changes, codings, notes } = await diffLexicons(a, b, pipeline)
    expect([changes, notes]).toEqual([[], []])
    expect(codings.a).toBe(codings.b)
  }
})

test('a rule that is left out takes its respondents along, with the words that are lost', async () => {
  const { pipeline, file } = withOther('"[more|additional|extra] ~2 @bus", ', '')
  const { changes, codings, base } = await diffLexicons('.', file, pipeline)
  expect(base).toBe('asked')
  expect(changes.map(({ code }) => code)).toEqual(['wish.more-buses'])
  const [change] = changes
  expect(change!.leaves).toEqual(['R01', 'R09'])
  expect(change!.enters).toEqual([])
  expect(change!.points).toBeCloseTo((100 * -2) / change!.a.base, 1)
  expect(change!.answers[0]).toEqual({
    answer: 'R01/wish',
    respondent: 'R01',
    change: 'leaves',
    evidence: [{ quote: 'More buses', lexicon: 'commuting/wish', rule: '[more|additional|extra] ~2 @bus' }],
    because: 'no rule of B finds it',
  })
  expect(codings.b).toBe(codings.a - 2)
})

test('there and back are mirror images', async () => {
  const { pipeline, file } = withOther('{veto: [negated, past]}', '{veto: []}')
  const there = await diffLexicons('.', file, pipeline)
  const back = await diffLexicons(file, '.', pipeline)
  expect(there.changes.length).toBeGreaterThan(0)
  expect(back.changes.map((each) => [each.code, each.leaves, each.enters, each.points])).toEqual(
    there.changes.map((each) => [each.code, each.enters, each.leaves, each.points === null ? null : -each.points]),
  )
})

test('a hit that only the context takes away is told with its reason', async () => {
  const { pipeline, file } = withOther('{veto: [negated, past]}', '{veto: []}')
  const { changes } = await diffLexicons('.', file, pipeline)
  const answers = changes.flatMap((each) => each.answers)
  expect(answers.find(({ answer }) => answer === 'R09/wish')).toMatchObject({
    change: 'enters',
    because: expect.stringMatching(/^with A “cycle lanes” does not count \(negated: /),
  })
})

test('a folder without one of the lexicons has none of its codes, and says so', async () => {
  const { folder, pipeline } = commuting()
  const old = join(folder, 'old')
  cpSync(join(folder, 'lexicons'), old, { recursive: true })
  rmSync(join(old, 'commuting', 'wish.yaml'))
  const { changes, notes } = await diffLexicons(old, '.', pipeline)
  expect(changes.every(({ code, a }) => code.startsWith('wish.') && a.respondents === 0)).toBe(true)
  expect(notes[0]!.message).toContain('has no lexicon `commuting/wish`')
})

test('codes that the codebook has lost are left out with a note', async () => {
  const { pipeline, file } = withOther('wish.cheaper:', 'wish.free:')
  const { changes, notes } = await diffLexicons(file, '.', pipeline)
  expect(changes.map(({ code }) => code)).toEqual(['wish.cheaper'])
  expect(notes.map(({ message }) => message)).toEqual([expect.stringContaining('`wish.free`')])
})

test('what is no lexicon of the pipeline is refused with what is expected', async () => {
  const { folder, pipeline } = commuting({ 'stranger.yaml': 'title: x\nversion: 1\n' })
  expect(await messageOf(diffLexicons('nowhere', '.', pipeline))).toContain('there is no `nowhere`')
  expect(await messageOf(diffLexicons(join(folder, 'stranger.yaml'), '.', pipeline))).toContain('commuting/wish.yaml')
  expect(await messageOf(diffLexicons('.', join(folder, 'lexicons', 'forms'), pipeline))).toContain('none of the')
})

test('an error in a lexicon to compare with is located', async () => {
  const { pipeline, file } = withOther('"{bikeway}"', '"{bikeway} NEAR/5"')
  expect(await messageOf(diffLexicons('.', file, pipeline))).toMatch(/other\/commuting\/wish\.yaml:7:\d+ rule/)
})
