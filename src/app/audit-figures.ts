import { auditFigures, type FiguresAudit } from '../audit/audit.ts'
import type { Figure } from '../audit/figure.ts'
import { figuresFileSchema, figuresOf } from '../audit/figures-file.ts'
import { figuresOfTable, type TableRow } from '../audit/figures-table.ts'
import type { RespondentList } from '../audit/respondents.ts'
import { openSource } from '../io/source.ts'
import { readYaml } from '../io/yaml.ts'
import { Stop } from '../model/finding.ts'
import { type RoundingRule, roundingRules } from '../statistics/rounding.ts'

export interface AuditFiguresOptions {
  /** A file with one row a respondent: its length and groups are compared with the figures. */
  readonly respondents?: string | undefined
  /** The rounding rule that the report says it follows. */
  readonly rule?: string | undefined
}

/** Reads published figures: JSON or YAML, or a table with one row a class. */
export const readFigures = async (file: string): Promise<readonly Figure[]> => {
  if (/\.(json|ya?ml)$/i.test(file)) {
    const { value, placeOf } = await readYaml(file, figuresFileSchema)
    return figuresOf(value, placeOf)
  }
  const { header, rows, place } = await openSource(file)
  const read: TableRow[] = []
  for await (const { line, cells } of rows) read.push({ cells, where: place(line) })
  return figuresOfTable(header, read, file)
}

/** Checks published figures against themselves and, where one is named, a list of respondents. */
export const auditFigureFile = async (file: string, options: AuditFiguresOptions = {}): Promise<FiguresAudit> => {
  const rule = options.rule === undefined ? undefined : ruleOf(options.rule)
  const figures = await readFigures(file)
  const respondents = options.respondents === undefined ? undefined : await readRespondents(options.respondents)
  return auditFigures(figures, { respondents, rule })
}

const readRespondents = async (file: string): Promise<RespondentList> => {
  const { header, rows } = await openSource(file)
  const read: (readonly string[])[] = []
  for await (const { cells } of rows) read.push(cells)
  return { file, columns: header, rows: read }
}

const ruleOf = (name: string): RoundingRule => {
  const rule = roundingRules.find((one) => one === name)
  if (rule) return rule
  const message = `\`${name}\` is no rounding rule; expected ${roundingRules.map((one) => `\`${one}\``).join(', ')}`
  throw new Stop([{ level: 'error', rule: 'audit/rule', message }], 2)
}
