import type { Finding } from '../model/finding.ts'
import type { RoundingRule } from '../statistics/rounding.ts'
import { checks } from './checks/index.ts'
import type { Figure } from './figure.ts'
import type { RespondentList } from './respondents.ts'
import { type Scoreboard, scoreRules } from './scoreboard.ts'

/** What was found in published figures. */
export interface FiguresAudit {
  readonly figures: number
  readonly rows: number
  readonly scoreboard: Scoreboard
  /** What was looked at, and what was found there. */
  readonly checks: readonly { readonly about: string; readonly findings: readonly Finding[] }[]
}

export interface AuditOptions {
  readonly respondents?: RespondentList | undefined
  /** The rule that the report says it follows; without it the one that fits best. */
  readonly rule?: RoundingRule | undefined
}

/** Runs all checks over published figures. */
export const auditFigures = (figures: readonly Figure[], { respondents, rule }: AuditOptions = {}): FiguresAudit => {
  const scoreboard = scoreRules(figures, rule)
  return {
    figures: figures.length,
    rows: figures.reduce((sum, { rows }) => sum + rows.length, 0),
    scoreboard,
    checks: checks.map(({ about, check }) => ({ about, findings: check({ figures, scoreboard, respondents }) })),
  }
}
