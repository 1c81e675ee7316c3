import type { InspectedHit } from '../lexicon/tagger.ts'
import { counts } from '../model/coding.ts'
import { type Place, Stop } from '../model/finding.ts'
import { codingId } from '../model/id.ts'
import { byBytes } from '../model/order.ts'
import { isNarrative } from '../model/questionnaire.ts'
import { overlaps } from '../model/span.ts'
import type { BaseKind } from '../model/study.ts'
import { createChunkRunner, studyOf } from '../pipeline/chunk.ts'
import { decisionsByAnswer } from '../stages/decided.ts'
import { percent } from '../statistics/rounding.ts'
import { addToTally } from '../tables/add-to-tally.ts'
import { createTally } from '../tables/tally.ts'
import { themeCounts } from '../tables/theme-count.ts'
import { foldWords } from '../text/fold.ts'
import { didYouMean } from '../text/nearest.ts'
import { readAnswers } from './answers.ts'
import { openSupport, type Support } from './lexicon-support.ts'
import { cutsOf, openTrial, type Trial } from './lexicon-trial.ts'
import { type LoadOptions, loadPipeline } from './load.ts'

/** What a code loses without one rule, or without one wording: words that rules matched, folded; several where they go together. */
export interface Loss {
  readonly code: string
  readonly kind: 'rule' | 'wording'
  readonly what: string
  /** Where the rule stands; wordings have no one place. */
  readonly where: Place | undefined
  /** Respondents who have the code, and those who would not have it. */
  readonly respondents: number
  readonly lost: number
  /** `lost` of `respondents`, in per cent with one decimal. */
  readonly lostPercent: number
  /** The code's published share in per cent with one decimal, now and without it; `null` over an empty base. */
  readonly percent: number | null
  readonly percentWithout: number | null
}

export interface LeaveOneOut {
  readonly pipeline: string
  readonly respondents: number
  readonly base: BaseKind
  readonly decisions: number
  /** Codes that anyone has, of those asked for. */
  readonly codes: number
  /** Largest loss first. */
  readonly losses: readonly Loss[]
}

/**
 * Leaves each rule, and each wording, out in turn and gives the respondents that a code would lose. Worked out from the
 * hits: a hit that only gave way to a longer one of its code would take its place, and what a person decided stays.
 */
export const leaveOneOut = async (
  pipelineFile: string,
  { code, ...options }: LoadOptions & { readonly code?: string | undefined } = {},
): Promise<LeaveOneOut> => {
  const loaded = await loadPipeline(pipelineFile, options)
  const trial = await openTrial(loaded)
  const study = studyOf(loaded.material)
  checkCode(code, trial.compiled.codes)
  const run = createChunkRunner(loaded.material)
  const index = decisionsByAnswer(loaded.decisions)
  const support = openSupport()
  let tally = createTally(study)
  for await (const batch of readAnswers(loaded, () => {})) {
    const layers = run(batch, index)
    tally = addToTally(tally, layers)
    const codings = new Map(layers.codings.filter(({ status }) => counts(status)).map((each) => [each.id, each]))
    for (const { id, respondent, question, text } of batch) {
      if (!isNarrative(study.questions.get(question)!)) continue
      const { hits } = trial.tagger.inspect(text, cutsOf(text), question)
      for (const hit of supporting(hits)) {
        if (codings.get(codingId(id, hit.rule.code))?.status !== 'suggested') continue
        support.hit(hit.rule.code, respondent, trial.indexOf(hit.rule), wordings(hit, text))
      }
    }
    for (const coding of codings.values())
      if (coding.status !== 'suggested') support.decided(coding.code, coding.respondent)
  }
  const asked = themeCounts(study, tally, tally.whole).filter(
    (each) => each.respondents > 0 && (code === undefined || each.code.id === code || each.code.family === code),
  )
  const order = new Map(study.codes.map(({ id }, place) => [id, place]))
  return {
    pipeline: study.title,
    respondents: tally.whole.respondents,
    base: study.base,
    decisions: loaded.decisions.length,
    codes: asked.length,
    losses: asked
      .flatMap(({ code: { id }, respondents, base }) =>
        lossesOf(trial, support.of(id), { code: id, respondents, base }),
      )
      .sort(
        (a, b) =>
          b.lost - a.lost ||
          a.respondents - b.respondents ||
          order.get(a.code)! - order.get(b.code)! ||
          byBytes(a.kind, b.kind) ||
          byBytes(a.what, b.what),
      ),
  }
}

/** Hits that count, and those that would if the longer hit of their code were not there. */
const supporting = (hits: readonly InspectedHit[]): readonly InspectedHit[] =>
  hits.filter(
    (hit) =>
      !hit.suppressed ||
      (hit.suppressed.by === 'overlap' &&
        hits.some((other) => !other.suppressed && other.rule.code === hit.rule.code && overlaps(other, hit))),
  )

const wordings = ({ parts }: InspectedHit, text: string): readonly string[] =>
  [...parts].sort((a, b) => a.start - b.start).map(({ start, end }) => foldWords(text.slice(start, end)).join(' '))

const lossesOf = (
  { compiled, places }: Trial,
  support: Support,
  { code, respondents, base }: { readonly code: string; readonly respondents: number; readonly base: number },
): readonly Loss[] => {
  const loss = (kind: Loss['kind'], what: string, where: Place | undefined, lost: number): Loss => ({
    code,
    kind,
    what,
    where,
    respondents,
    lost,
    lostPercent: percent(lost, respondents, 1)!,
    percent: percent(respondents, base, 1),
    percentWithout: percent(respondents - lost, base, 1),
  })
  return [
    ...[...support.rules].map(([rule, lost]) => loss('rule', compiled.rules[rule]!.text, places[rule], lost)),
    ...support.wordings.map(({ words, respondents: lost }) => loss('wording', words.join(' + '), undefined, lost)),
  ]
}

const checkCode = (code: string | undefined, codes: readonly string[]): void => {
  const families = codes.map((each) => each.split('.')[0]!)
  if (code === undefined || codes.includes(code) || families.includes(code)) return
  const message = `\`${code}\` is no code of the codebook${didYouMean(code, codes)}`
  throw new Stop([{ level: 'error', rule: 'loo/no-code', message }], 2)
}
