import type { Code } from '../model/codebook.ts'
import type { Finding } from '../model/finding.ts'
import { englishAbbreviations } from '../text/abbreviations.ts'
import { segments } from '../text/sentences.ts'
import type { LexiconFile, Source } from './schema.ts'
import type { Hit, Tagger } from './tagger.ts'

/** Runs the examples of a lexicon: an error for each that its code's rules read otherwise than its author. */
export const runExamples = (
  source: Source<LexiconFile>,
  codes: readonly Code[],
  tagger: Tagger,
): readonly Finding[] => {
  const codeById = new Map(codes.map((code) => [code.id, code]))
  return Object.entries(source.content.codes).flatMap(([id, entry]) =>
    (['yes', 'no'] as const).flatMap((kind) =>
      entry.examples[kind].flatMap((example, index) => {
        const text = typeof example === 'string' ? example : example.text
        const question =
          typeof example === 'string' ? (entry.questions ?? codeById.get(id)?.questions)?.[0] : example.question
        const hits = tagger
          .tag(text, segments(text, englishAbbreviations), question ?? '')
          .filter(({ rule }) => rule.code === id)
        const counting = hits.filter(({ suppressed }) => !suppressed)
        if (counting.length > 0 === (kind === 'yes')) return []
        const message =
          kind === 'yes'
            ? `no rule of \`${id}\` finds the example \`${text}\`${whyNot(hits)}; add a rule or correct the example`
            : `\`${id}\` must not be found in \`${text}\`, but rule \`${counting[0]!.rule.text}\` finds \`${text.slice(counting[0]!.start, counting[0]!.end)}\`; narrow the rule, or use \`not\` or \`veto\``
        return [
          {
            level: 'error' as const,
            rule: 'lexicon/example',
            message,
            where: source.placeOf(['codes', id, 'examples', kind, index]),
          },
        ]
      }),
    ),
  )
}

const whyNot = (hits: readonly Hit[]): string => {
  const hit = hits[0]
  return hit?.suppressed
    ? ` (rule \`${hit.rule.text}\` does, but it does not count: ${hit.suppressed.by}, ${hit.suppressed.because})`
    : ''
}
