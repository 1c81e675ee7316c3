import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Loaded, loadPipeline } from '../../src/app/load.ts'
import type { Records } from '../../src/formats/format.ts'
import type { Answer } from '../../src/model/answer.ts'
import { codingId } from '../../src/model/id.ts'
import { isNarrative } from '../../src/model/questionnaire.ts'
import type { Segment } from '../../src/model/segment.ts'
import { type ChunkLayers, createChunkRunner } from '../../src/pipeline/chunk.ts'
import { inputSchema } from '../../src/pipeline/schema.ts'
import { ingest } from '../../src/stages/ingest.ts'
import { repair } from '../../src/text/repair.ts'
import { casesFolder } from '../cases/run-case.ts'

/** Words of the lexicons' own examples, which their rules know, and whole examples. */
const materialOf = ({ lexicons }: Loaded): { readonly words: readonly string[]; readonly texts: readonly string[] } => {
  const texts = lexicons
    .flatMap(({ content }) => Object.values(content.codes).flatMap(({ examples }) => [...examples.yes, ...examples.no]))
    .map((example) => (typeof example === 'string' ? example : example.text))
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '')
  return { words: [...new Set(words)], texts }
}

/** What answers may hold beside words: marks that join, reverse, hide, break, and halves of characters. */
const odd =
  "\r\n|\r|\n|\n\n- |\n2) |\t| |\u00a0|\u2028|\u2029|\u200b|\u200d|\u200f|\u202e|\u2066|\ufeff|\ufffd|\u00ad|\u0301|\u0308\u0323|\u0000|\u001b|\ud83d|\udc4d|\ud83d\ude00|👩🏽‍🚒|🇸🇪|ﬁ|ﬃ|ß|İ|ı|ſ|K|Å|لا|עברית|मानव|渋滞。|한국|e\u0301cole|NOT|.|...|…|;|:|!?|“|”|’|'s|-|–|(|)|e.g.|No. 4|1,000|%|#|=|/".split(
    '|',
  )

/** Puts soft hyphens, ligatures, capitals and accents into a word: the kernel must still point at what was written. */
const disguises: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => [...word].join('\u00ad'),
  (word) => word.replace('fi', 'ﬁ').replace('ffi', 'ﬃ').replace('fl', 'ﬂ').replace('st', 'ﬆ'),
  (word) => word.normalize('NFD'),
  (word) => `${word}\u0301`,
  (word) => word.replace(/[a-z]/g, (letter) => String.fromCodePoint(0xff41 + letter.charCodeAt(0) - 97)),
  (word) => `“${word}”`,
  (word) => `${word}\r\n`,
]

const textOf = ({ words, texts }: ReturnType<typeof materialOf>): fc.Arbitrary<string> => {
  const word = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...disguises)).map(([one, dress]) => dress(one))
  const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit))
  const piece = fc.oneof(
    { weight: 8, arbitrary: word },
    { weight: 3, arbitrary: fc.constantFrom(...odd) },
    { weight: 2, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: half },
  )
  return fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '. ', ', ', '\n')), { maxLength: 30 })
    .map((parts) => parts.map(([text, gap]) => text + gap).join(''))
}

/** The answers that ingest makes of one row with the same text in every cell. */
const answersOf = async (raw: string, questions: readonly string[]): Promise<readonly Answer[]> => {
  async function* rows() {
    yield { line: 2, cells: ['R1', ...questions.map(() => raw)] }
  }
  const records: Records = { header: ['id', ...questions], rows: rows(), place: (line) => ({ file: 'x', line }) }
  const answers: Answer[] = []
  for await (const batch of ingest(records, inputSchema.parse({ file: 'x', respondent: 'id' }), questions, {
    file: 'x',
  }))
    answers.push(...batch)
  return answers
}

interface Quoted {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** What breaks the law. Plain comparisons: hundreds of thousands of `expect` would take a minute. */
const broken = (layers: ChunkLayers, text: string, narrative: ReadonlySet<string>): readonly unknown[] => {
  const quoted: readonly Quoted[] = [
    ...layers.tags.flatMap((tag) => [tag, ...tag.context]),
    ...layers.codings.flatMap(({ spans }) => spans),
    ...layers.labels.flatMap(({ because }) => because),
  ]
  const counted = new Set(layers.tags.filter((tag) => !tag.suppressed).map((tag) => codingId(tag.answer, tag.code)))
  const given = new Set(layers.codings.map(({ id }) => id))
  return [
    ...layers.answers.filter((answer) => answer.text !== text),
    ...layers.answers.filter(
      ({ id }) =>
        !covers(
          layers.segments.filter(({ answer }) => answer === id),
          text,
        ),
    ),
    ...quoted.filter(({ start, end, quote }) => start >= end || quote !== text.slice(start, end)),
    ...layers.codings.filter(({ spans, question }) => spans.length === 0 || !narrative.has(question)),
    ...[...counted].filter((id) => !given.has(id)),
    ...[...given].filter((id) => !counted.has(id)),
  ]
}

const covers = (segments: readonly Segment[], text: string): boolean => {
  let from = 0
  for (const { start, end } of segments) {
    if (start !== from || end <= start) return false
    from = end
  }
  return from === text.length
}

describe('quotes are the words of the repaired text at their offsets, and segments cover it', () => {
  test.each([
    ['the little study', join(casesFolder, 'commuting', 'pipeline.yaml'), 1000],
    ['the wildlife study', resolve('pipelines/wildlife.yaml'), 200],
  ])(
    '%s',
    async (_, file, numRuns) => {
      const loaded = await loadPipeline(file)
      const run = createChunkRunner(loaded.material)
      const questions = loaded.material.questions.map(([id]) => id)
      const narrative = new Set(loaded.material.questions.filter(([, one]) => isNarrative(one)).map(([id]) => id))
      let codings = 0
      await fc.assert(
        fc.asyncProperty(textOf(materialOf(loaded)), async (raw) => {
          const text = repair(raw).text
          const answers = await answersOf(raw, questions)
          expect(answers).toHaveLength(questions.length)
          const layers = run(answers, new Map())
          expect(broken(layers, text, narrative)).toEqual([])
          codings += layers.codings.length
        }),
        { numRuns },
      )
      // A law about quotes that are never made would say nothing.
      expect(codings).toBeGreaterThan(numRuns / 4)
    },
    60_000,
  )
})
