import type { Answer } from '../model/answer.ts'
import { type Coding, counts } from '../model/coding.ts'
import type { Label } from '../model/label.ts'
import type { Segment } from '../model/segment.ts'
import { groupBy } from '../statistics/group-by.ts'
import type { Layers } from '../tables/layers.ts'
import {
  type CodingEvidence,
  type Evidence,
  type LabelEvidence,
  mergeEvidence,
  type Sample,
  type Why,
} from './evidence.ts'
import { type Mark, passagesOf } from './passage.ts'

/** The evidence with one more chunk, in the order of its answers. */
export const addEvidence = (evidence: Evidence, layers: Layers): Evidence => {
  const { labels, codings } = layers
  const place = lazily(() => placesOf(layers))
  const codes = groupBy(
    codings.filter(({ status }) => counts(status)),
    ({ code }) => code,
  )
  const removed = groupBy(
    codings.filter(({ status }) => !counts(status)),
    ({ code }) => code,
  )
  return mergeEvidence(evidence, {
    cap: evidence.cap,
    codes: mapValues(codes, (own, code) =>
      sample(own, place, roomFor(evidence, evidence.codes.get(code)), codingEvidence),
    ),
    notCounted: mapValues(removed, (own) => own.length),
    classes: mapValues(
      groupBy(labels, ({ question }) => question),
      (ofQuestion, question) =>
        mapValues(
          groupBy(ofQuestion, (label) => label.class),
          (own, name) =>
            sample(own, place, roomFor(evidence, evidence.classes.get(question)?.get(name)), labelEvidence),
        ),
    ),
  })
}

/** Where an item's answer stands in its chunk, and the answer's segments. */
interface Place {
  readonly answer: Answer
  readonly order: number
  readonly segments: readonly Segment[]
}

/** Finds the place of a coding or label. */
type Places = (item: { readonly respondent: string; readonly question: string }) => Place | undefined

const placesOf = ({ answers, segments = [] }: Layers): Places => {
  const segmentsOf = groupBy(segments, ({ answer }) => answer)
  const key = (respondent: string, question: string) => `${respondent}\0${question}`
  const places = new Map(
    answers.map((answer, order) => [
      key(answer.respondent, answer.question),
      { answer, order, segments: segmentsOf.get(answer.id) ?? [] },
    ]),
  )
  return ({ respondent, question }) => places.get(key(respondent, question))
}

/** How many items may still be added: what would be cut at once is not made. */
const roomFor = (evidence: Evidence, known: Sample<unknown> | undefined): number =>
  evidence.cap - (known?.items.length ?? 0)

const sample = <In extends { readonly respondent: string; readonly question: string }, Out>(
  items: readonly In[],
  places: () => Places,
  room: number,
  make: (item: In, answer: Answer | undefined, segments: readonly Segment[] | undefined) => Out,
): Sample<Out> => {
  if (room <= 0) return { total: items.length, items: [] }
  const placed = items
    .map((item) => ({ item, place: places()(item) }))
    .sort((a, b) => (a.place?.order ?? Number.MAX_SAFE_INTEGER) - (b.place?.order ?? Number.MAX_SAFE_INTEGER))
  return {
    total: items.length,
    items: placed.slice(0, room).map(({ item, place }) => make(item, place?.answer, place?.segments)),
  }
}

/** A value that is made when it is first asked for; full samples never ask. */
const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const mapValues = <In, Out>(
  map: ReadonlyMap<string, In>,
  make: (value: In, key: string) => Out,
): ReadonlyMap<string, Out> => new Map([...map].map(([key, value]) => [key, make(value, key)]))

const codingEvidence = (
  coding: Coding,
  answer: Answer | undefined,
  segments: readonly Segment[] | undefined,
): CodingEvidence => {
  const marks = coding.spans.flatMap((span): readonly Mark[] => [
    { start: span.start, end: span.end, kind: 'hit' },
    ...span.context.map(({ start, end }) => ({ start, end, kind: 'context' as const })),
  ])
  const why = coding.spans.map(
    ({ lexicon, rule, context }): Why => ({
      lexicon,
      rule,
      context: context.map((trigger) => ({ class: trigger.class, quote: trigger.quote })),
    }),
  )
  return {
    respondent: coding.respondent,
    question: coding.question,
    status: coding.status,
    by: coding.by,
    note: coding.note ?? '',
    passages: passagesOf(answer?.text ?? '', marks, segments),
    why: [...new Map(why.map((reason) => [JSON.stringify(reason), reason])).values()],
  }
}

const labelEvidence = (
  label: Label,
  answer: Answer | undefined,
  segments: readonly Segment[] | undefined,
): LabelEvidence => ({
  respondent: label.respondent,
  kind: label.kind ?? '',
  status: label.status,
  reason: label.reason,
  rules: [...new Set(label.because.map(({ rule }) => rule))],
  passages: passagesOf(
    answer?.text ?? '',
    label.because.map(({ start, end }) => ({ start, end, kind: 'hit' as const })),
    segments,
  ),
})
