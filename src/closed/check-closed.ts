import type { Source } from '../lexicon/schema.ts'
import type { Finding } from '../model/finding.ts'
import { notApplicable, notClassifiable } from '../model/label.ts'
import type { Question } from '../model/questionnaire.ts'
import { type ClosedFile, signs } from './schema.ts'

/** What the rules name that the questionnaire, or the file itself, does not know; errors with their lines. */
export const checkClosed = (source: Source<ClosedFile>, questions: ReadonlyMap<string, Question>): Finding[] => {
  const findings: Finding[] = []
  const { content } = source
  const error = (rule: string, message: string, path: readonly PropertyKey[]): void => {
    findings.push({ level: 'error', rule, message, where: source.placeOf(path) })
  }
  for (const [id, closed] of Object.entries(content.questions)) {
    const path = ['questions', id]
    const question = questions.get(id)
    if (question?.kind !== 'closed') {
      const message = `\`${id}\` is no closed question of the questionnaire; expected ${named(closedIds(questions))}`
      error('closed/unknown-question', message, path)
      continue
    }
    const classes = [...(question.classes ?? []), notApplicable, notClassifiable]
    const allowed = new Set<string>([...(closed.combine === 'flags' ? closed.flags : classes), ...signs])
    const says = (name: string, at: readonly PropertyKey[]): void => {
      if (allowed.has(name)) return
      error('closed/unknown-class', `\`${name}\` is no class of \`${id}\`; expected ${named(allowed)}`, at)
    }
    closed.rules.forEach((rule, index) => {
      says(rule.says, [...path, 'rules', index, 'says'])
    })
    for (const part of ['years', 'threshold'] as const)
      for (const key of ['says', 'below'] as const) {
        const name = closed[part]?.[key]
        if (name !== undefined) says(name, [...path, part, key])
      }
    if (closed.threshold && !content.questions[closed.threshold.against]?.years) {
      const message = `\`${closed.threshold.against}\` has no rules with \`years\`; a threshold is compared with the longest term there`
      error('closed/unknown-threshold', message, [...path, 'threshold', 'against'])
    }
    closed.include.forEach((name, index) => {
      const group = content.shared[name]
      if (!group) {
        const message = `\`${name}\` is not among the \`shared\` rules; expected ${named(Object.keys(content.shared))}`
        error('closed/unknown-include', message, [...path, 'include', index])
      }
      group?.forEach((rule) => {
        says(rule.says, [...path, 'include', index])
      })
    })
    closed.examples.forEach((example, index) => {
      if (classes.includes(example.class)) return
      const message = `\`${example.class}\` is no class of \`${id}\`; expected ${named(classes)}`
      error('closed/unknown-class', message, [...path, 'examples', index, 'class'])
    })
  }
  return findings
}

const closedIds = (questions: ReadonlyMap<string, Question>): string[] =>
  [...questions].filter(([, { kind }]) => kind === 'closed').map(([id]) => id)

const named = (names: Iterable<string>): string => [...names].map((name) => `\`${name}\``).join(', ')
