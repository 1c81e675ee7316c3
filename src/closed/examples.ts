import type { Source } from '../lexicon/schema.ts'
import type { Finding } from '../model/finding.ts'
import { answerId } from '../model/id.ts'
import type { Classifier } from './classifier.ts'
import type { ClosedFile } from './schema.ts'

/** Runs the examples of the rules for closed questions: an error for each that is classed otherwise. */
export const runClosedExamples = (source: Source<ClosedFile>, classifier: Classifier): readonly Finding[] =>
  Object.entries(source.content.questions).flatMap(([question, { examples }]) =>
    examples.flatMap((example, index) => {
      const answer = {
        id: answerId('example', question),
        respondent: 'example',
        question,
        attributes: {},
        text: example.text,
      }
      const label = classifier.classify([answer]).labels[0]
      if (!label || label.class === example.class) return []
      const message = `the example \`${example.text}\` of \`${question}\` is classed \`${label.class}\` (${label.reason}), expected \`${example.class}\`; add or narrow a rule, or correct the example`
      return [
        {
          level: 'error' as const,
          rule: 'closed/example',
          message,
          where: source.placeOf(['questions', question, 'examples', index]),
        },
      ]
    }),
  )
