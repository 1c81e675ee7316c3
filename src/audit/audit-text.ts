import type { Paragraph } from '../formats/prose-paragraph.ts'
import type { Finding, Place } from '../model/finding.ts'
import type { PlainRule } from '../statistics/rounding.ts'
import type { BandPolicy } from './bands.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkQuantifier } from './check-quantifier.ts'
import type { Fact } from './fact.ts'
import { sentenceFinder } from './positions.ts'
import { quantifiersIn } from './quantifiers.ts'
import { factsByPlace } from './references.ts'
import { statementsIn, type TextStatement } from './statements.ts'

/** One statement of a text, and the cells that it agrees with. */
export interface CheckedStatement {
  readonly text: string
  readonly where: Place
  readonly statement: TextStatement
  readonly agrees: readonly string[]
}

/** What was found in a text. */
export interface TextAudit {
  readonly paragraphs: number
  readonly statements: readonly CheckedStatement[]
  readonly quantifiers: number
  readonly policy: { readonly title: string; readonly version: number }
  readonly findings: readonly Finding[]
}

export interface TextAuditOptions {
  readonly file: string
  readonly policy: BandPolicy
  /** How the tables' percentages are rounded. */
  readonly rule?: PlainRule
}

/** Holds the numbers, percentages and quantifier words of a text against the cells of tables. */
export const auditText = (
  paragraphs: readonly Paragraph[],
  facts: readonly Fact[],
  { file, policy, rule = 'half-up' }: TextAuditOptions,
): TextAudit => {
  const findings: Finding[] = []
  const checked: CheckedStatement[] = []
  let quantifiers = 0
  for (const { text, line } of paragraphs) {
    const where: Place = line === undefined ? { file } : { file, line }
    const sentenceAt = sentenceFinder(text)
    const about = factsByPlace(text, facts, sentenceAt)
    const statements = statementsIn(text)
    for (const statement of statements) {
      const words = text.slice(statement.start, statement.end)
      const result = checkNumbers(statement, about(statement.start), facts, rule)
      checked.push({ text: words, where, statement, agrees: result.agrees.map(({ name }) => name) })
      for (const { level, rule: name, message } of result.problems)
        findings.push({ level, rule: `text/${name}`, message: `${quote(text, statement)}: ${message}`, where })
    }
    for (const quantifier of quantifiersIn(text, statements, policy, sentenceAt)) {
      quantifiers++
      const problem = checkQuantifier(quantifier, about(quantifier.start), policy)
      if (problem)
        findings.push({
          level: problem.level,
          rule: `text/${problem.rule}`,
          message: `${quote(text, quantifier)}: ${problem.message}`,
          where,
        })
    }
  }
  const { title, version } = policy
  return { paragraphs: paragraphs.length, statements: checked, quantifiers, policy: { title, version }, findings }
}

/** The words around a place, for a reader to find it. */
const quote = (text: string, { start }: { readonly start: number }): string => {
  const from = start < 30 ? 0 : Math.max(0, text.lastIndexOf(' ', start - 20) + 1)
  const cut = text.slice(from, from + 110)
  const to = from + 110 >= text.length ? cut.length : Math.max(60, cut.lastIndexOf(' '))
  return `“${from > 0 ? '…' : ''}${cut.slice(0, to)}${from + to < text.length ? '…' : ''}”`
}
