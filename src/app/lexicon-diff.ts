import { type Coding, counts } from '../model/coding.ts'
import type { Finding } from '../model/finding.ts'
import { answerId } from '../model/id.ts'
import type { BaseKind } from '../model/study.ts'
import type { Tag } from '../model/tag.ts'
import { type ChunkLayers, createChunkRunner, studyOf } from '../pipeline/chunk.ts'
import { decisionsByAnswer } from '../stages/decided.ts'
import { percent } from '../statistics/rounding.ts'
import { addToTally } from '../tables/add-to-tally.ts'
import { createTally } from '../tables/tally.ts'
import { type ThemeCount, themeCounts } from '../tables/theme-count.ts'
import { readAnswers } from './answers.ts'
import { loadVariant } from './lexicon-variant.ts'
import { type LoadOptions, loadPipeline } from './load.ts'

/** An answer that has a code with one state of the lexicons and not with the other. */
export interface AnswerChange {
  readonly answer: string
  readonly respondent: string
  readonly change: 'enters' | 'leaves'
  /** The words that give it the code, with the rule that finds them. */
  readonly evidence: readonly { readonly quote: string; readonly lexicon: string; readonly rule: string }[]
  /** Why the other state does not give it. */
  readonly because: string
}

/** A code's share of respondents, as the theme table has it; `percent` with one decimal. */
export interface Share {
  readonly respondents: number
  readonly answers: number
  readonly base: number
  readonly percent: number | null
}

/** A code that some answers have with one state only. */
export interface CodeChange {
  readonly code: string
  readonly a: Share
  readonly b: Share
  /** Percentage points, B less A, to one decimal; `null` over an empty base. */
  readonly points: number | null
  /** Respondents who have the code with B only, and with A only. */
  readonly enters: readonly string[]
  readonly leaves: readonly string[]
  readonly answers: readonly AnswerChange[]
}

export interface LexiconDiff {
  readonly pipeline: string
  readonly a: string
  readonly b: string
  readonly respondents: number
  readonly base: BaseKind
  /** Reviewers' decisions that were applied to both. */
  readonly decisions: number
  /** Codes that change, in the codebook's order, and how many codes there are. */
  readonly changes: readonly CodeChange[]
  readonly codes: number
  /** Codings that count with A and with B. */
  readonly codings: { readonly a: number; readonly b: number }
  readonly notes: readonly Finding[]
}

/** Respondents of a code with A and with B, and the answers that change. */
interface Found {
  readonly a: Set<string>
  readonly b: Set<string>
  readonly answers: AnswerChange[]
}

/** Runs a pipeline with two states of its lexicons and gives what differs in what would be published. */
export const diffLexicons = async (
  a: string,
  b: string,
  pipelineFile: string,
  options: LoadOptions = {},
): Promise<LexiconDiff> => {
  const loaded = await loadPipeline(pipelineFile, options)
  const variants = [await loadVariant(loaded, a), await loadVariant(loaded, b)] as const
  const study = studyOf(loaded.material)
  const runners = variants.map(({ material }) => createChunkRunner(material))
  const tallies = variants.map(() => createTally(study))
  const index = decisionsByAnswer(loaded.decisions)
  const found = new Map<string, Found>()
  const entry = (code: string): Found => {
    const own = found.get(code) ?? { a: new Set(), b: new Set(), answers: [] }
    found.set(code, own)
    return own
  }
  const codings = { a: 0, b: 0 }
  for await (const batch of readAnswers(loaded, () => {})) {
    const [before, after] = runners.map((run) => run(batch, index)) as [ChunkLayers, ChunkLayers]
    tallies[0] = addToTally(tallies[0]!, before)
    tallies[1] = addToTally(tallies[1]!, after)
    const [had, has] = [counting(before), counting(after)]
    codings.a += had.size
    codings.b += has.size
    for (const { code, respondent } of had.values()) entry(code).a.add(respondent)
    for (const { code, respondent } of has.values()) entry(code).b.add(respondent)
    for (const [id, coding] of has)
      if (!had.has(id)) entry(coding.code).answers.push(change(coding, 'enters', before.tags, 'A'))
    for (const [id, coding] of had)
      if (!has.has(id)) entry(coding.code).answers.push(change(coding, 'leaves', after.tags, 'B'))
  }
  const [countsA, countsB] = tallies.map((tally) => themeCounts(study, tally, tally.whole))
  return {
    pipeline: study.title,
    a,
    b,
    respondents: tallies[0]!.whole.respondents,
    base: study.base,
    decisions: loaded.decisions.length,
    changes: study.codes.flatMap(({ id }, place) => {
      const { a: had, b: has, answers } = entry(id)
      if (answers.length === 0) return []
      const [left, right] = [countsA![place]!, countsB![place]!]
      return [
        {
          code: id,
          a: share(left),
          b: share(right),
          points: left.base === 0 || right.base === 0 ? null : points(left, right),
          enters: [...has].filter((each) => !had.has(each)),
          leaves: [...had].filter((each) => !has.has(each)),
          answers,
        },
      ]
    }),
    codes: study.codes.length,
    codings,
    notes: variants.flatMap(({ notes }) => notes),
  }
}

const counting = ({ codings }: ChunkLayers): ReadonlyMap<string, Coding> =>
  new Map(codings.filter(({ status }) => counts(status)).map((coding) => [coding.id, coding]))

const change = (
  coding: Coding,
  kind: AnswerChange['change'],
  otherTags: readonly Tag[],
  other: string,
): AnswerChange => {
  const answer = answerId(coding.respondent, coding.question)
  return {
    answer,
    respondent: coding.respondent,
    change: kind,
    evidence: coding.spans.map(({ quote, lexicon, rule }) => ({ quote, lexicon, rule })),
    because: whyNot(
      otherTags.filter((tag) => tag.answer === answer && tag.code === coding.code),
      other,
    ),
  }
}

/** Hits that do not count say why; without any, no rule finds the words. */
const whyNot = (tags: readonly Tag[], other: string): string => {
  const reasons = new Set(
    tags.flatMap(({ suppressed, quote }) => (suppressed ? [`“${quote}” ${reason(suppressed)}`] : [])),
  )
  return reasons.size === 0 ? `no rule of ${other} finds it` : `with ${other} ${[...reasons].join('; ')}`
}

const reason = ({ by, because }: NonNullable<Tag['suppressed']>): string => {
  if (by === 'overlap') return `gives way to “${because}”`
  if (by === 'excluded') return `is taken away by \`not: ${because}\``
  return `does not count (${because})`
}

const share = ({ respondents, answers, base }: ThemeCount): Share => ({
  respondents,
  answers,
  base,
  percent: percent(respondents, base, 1),
})

/** Of the exact shares, so that it is not the difference of two rounded numbers. */
const points = (a: ThemeCount, b: ThemeCount): number =>
  Math.round(1000 * (b.respondents / b.base - a.respondents / a.base)) / 10
