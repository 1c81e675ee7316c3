import type { InspectedHit, Inspection } from '../lexicon/tagger.ts'
import { type Place, Stop } from '../model/finding.ts'
import { quote, type Span } from '../model/span.ts'
import type { Context, ContextClass, Suppression } from '../model/tag.ts'
import { wordsOf } from '../text/fold.ts'
import { didYouMean } from '../text/nearest.ts'
import { cutsOf, openTrial, type Trial } from './lexicon-trial.ts'
import { codesByWord } from './lexicon-word-codes.ts'
import { loadPipeline } from './load.ts'

/** Words of a text with their place in it. */
export interface Quoted extends Span {
  readonly quote: string
}

/** A word, and the codes with a rule that uses it. */
export interface ExplainedWord extends Quoted {
  readonly folded: string
  readonly codes: readonly string[]
}

/** A trigger with the words that it bears on; none where a clause or another trigger ends its reach at once. */
export interface ExplainedTrigger extends Quoted {
  readonly class: ContextClass
  readonly reaches: readonly Quoted[]
}

/** A hit of a rule, in the questions in which it is the same. */
export interface ExplainedHit extends Quoted {
  readonly lexicon: string
  readonly rule: string
  readonly where: Place
  readonly questions: readonly string[]
  /** The words that the rule matched, without those between them. */
  readonly matched: readonly Quoted[]
  readonly context: readonly Context[]
  readonly suppressed: Suppression | undefined
}

export interface ExplainedCode {
  readonly code: string
  /** Questions in which the text has the code; none where every hit is suppressed. */
  readonly questions: readonly string[]
  readonly hits: readonly ExplainedHit[]
}

/** What a pipeline's lexicons make of a text. */
export interface TextExplanation {
  readonly text: string
  /** Questions that the text was read as an answer to. */
  readonly questions: readonly string[]
  readonly words: readonly ExplainedWord[]
  readonly triggers: readonly ExplainedTrigger[]
  /** In the codebook's order. */
  readonly codes: readonly ExplainedCode[]
}

/** Explains a text as an answer to one question, or to each question with free words where none is named. */
export const explainText = async (pipelineFile: string, text: string, question?: string): Promise<TextExplanation> => {
  const trial = await openTrial(await loadPipeline(pipelineFile))
  const questions = question === undefined ? trial.questions : [known(trial, question)]
  const cuts = cutsOf(text)
  const inspected = questions.map((id) => ({ id, ...trial.tagger.inspect(text, cuts, id) }))
  const quoted = ({ start, end }: Span): Quoted => ({ start, end, quote: quote(text, { start, end }) })
  const words = wordsOf(text)
  const codes = codesByWord(
    trial.compiled,
    words.map(({ folded }) => folded),
    questions,
  )
  const hits = mergedHits(trial, inspected, quoted)
  return {
    text,
    questions,
    words: words.map((word) => ({ ...quoted(word), folded: word.folded, codes: codes.get(word.folded) ?? [] })),
    triggers: mergedTriggers(inspected[0]?.triggers ?? [], quoted),
    codes: trial.compiled.codes.flatMap((code) => {
      const own = hits.filter((hit) => hit.code === code).map(({ code: _, ...hit }) => hit)
      if (own.length === 0) return []
      const counting = questions.filter((id) => own.some((hit) => !hit.suppressed && hit.questions.includes(id)))
      return [{ code, questions: counting, hits: own }]
    }),
  }
}

const known = ({ questions }: Trial, question: string): string => {
  if (questions.includes(question)) return question
  const message = `\`${question}\` is no question with free words; expected one of ${questions.join(', ')}${didYouMean(question, questions)}`
  throw new Stop([{ level: 'error', rule: 'explain/no-question', message }], 2)
}

type CodedHit = ExplainedHit & { readonly code: string }

/** Hits that are alike in several questions become one. */
const mergedHits = (
  trial: Trial,
  inspected: readonly (Inspection & { readonly id: string })[],
  quoted: (span: Span) => Quoted,
): readonly CodedHit[] => {
  const merged = new Map<string, CodedHit>()
  for (const { id, hits } of inspected)
    for (const hit of hits) {
      const key = JSON.stringify([trial.indexOf(hit.rule), hit.start, hit.end, hit.suppressed])
      const same = merged.get(key)
      merged.set(key, same ? { ...same, questions: [...same.questions, id] } : explained(trial, hit, id, quoted))
    }
  return [...merged.values()]
}

const explained = (trial: Trial, hit: InspectedHit, question: string, quoted: (span: Span) => Quoted): CodedHit => ({
  code: hit.rule.code,
  ...quoted(hit),
  lexicon: hit.rule.lexicon,
  rule: hit.rule.text,
  where: trial.places[trial.indexOf(hit.rule)]!,
  questions: [question],
  matched: [...hit.parts].sort((a, b) => a.start - b.start).map(quoted),
  context: hit.context,
  suppressed: hit.suppressed,
})

/** A trigger that works both ways is one trigger with two reaches. */
const mergedTriggers = (
  triggers: Inspection['triggers'],
  quoted: (span: Span) => Quoted,
): readonly ExplainedTrigger[] => {
  const merged = new Map<string, ExplainedTrigger>()
  for (const trigger of triggers) {
    const key = `${trigger.class} ${trigger.start} ${trigger.end}`
    const reach = trigger.reach.start < trigger.reach.end ? [quoted(trigger.reach)] : []
    const same = merged.get(key)
    merged.set(key, {
      class: trigger.class,
      ...quoted(trigger),
      reaches: [...(same?.reaches ?? []), ...reach].sort((a, b) => a.start - b.start),
    })
  }
  return [...merged.values()]
}
