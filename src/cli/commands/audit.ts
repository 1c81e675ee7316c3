import { auditFigureFile } from '../../app/audit-figures.ts'
import { auditTextFile } from '../../app/audit-text.ts'
import type { FiguresAudit } from '../../audit/audit.ts'
import type { TextAudit } from '../../audit/audit-text.ts'
import { type Finding, placeText, Stop } from '../../model/finding.ts'
import { type Command, word } from '../command.ts'
import type { Printer } from '../print.ts'

/** `verbatim audit`: published figures and texts against their own numbers. */
export const audit: Command = {
  name: 'audit',
  summary: 'check published figures, and a text against figures or tables: counts, percentages, quantifier words',
  arguments: [{ name: '[figures]', description: 'published figures: JSON, YAML, or a table with one row a class' }],
  options: [
    { flags: '--respondents <file>', description: 'list of respondents, one a row, to compare with bases and groups' },
    { flags: '--rule <name>', description: 'rounding rule that the report follows; else the one that fits best' },
    { flags: '--text <file>', description: 'check this report (.docx, .html, .md) against the figures or tables' },
    { flags: '--tables <dir>', description: 'output folder whose themes.csv and closed.csv the text speaks of' },
    { flags: '--bands <name>', description: 'quantifier words: a policy of lexicons/bands/, or a YAML file' },
    { flags: '--json', description: 'print all of it as JSON' },
  ],
  examples: [
    'verbatim audit figures.json --respondents respondents.csv',
    'verbatim audit figures.csv --rule largest-remainder --json',
    'verbatim audit --text report.docx --tables output/wildlife --bands education-scotland',
  ],
  run: async ({ arguments: [figures], options, print }) => {
    const file = figures as string | undefined
    const text = word(options, 'text')
    if (file === undefined && text === undefined)
      throw new Stop(
        [
          {
            level: 'error',
            rule: 'audit/nothing',
            message: 'nothing to check; name a file of figures, `--text FILE`, or both',
          },
        ],
        2,
      )
    const figuresAudit =
      file === undefined
        ? undefined
        : await auditFigureFile(file, { respondents: word(options, 'respondents'), rule: word(options, 'rule') })
    const textAudit =
      text === undefined
        ? undefined
        : await auditTextFile(text, { figures: file, tables: word(options, 'tables'), bands: word(options, 'bands') })
    if (options.json === true) print.json({ figures: figuresAudit, text: textAudit })
    else {
      if (figuresAudit) showFigures(figuresAudit, file!, print)
      if (figuresAudit && textAudit) print.line()
      if (textAudit) showText(textAudit, text!, print)
    }
    const findings = [
      ...(figuresAudit?.checks ?? []).flatMap((check) => check.findings),
      ...(textAudit?.findings ?? []),
    ]
    return findings.some(({ level }) => level === 'error') ? 1 : 0
  },
}

const showFigures = ({ figures, rows, scoreboard, checks }: FiguresAudit, file: string, print: Printer): void => {
  const { statements, scores, rule, same, proven } = scoreboard
  print.line(print.strong(`${file}: ${figures} figures, ${rows} rows, ${statements} percentages with a count`))
  print.line()
  print.line(print.strong('Rounding rules: percentages that each explains, and figures it explains whole'))
  for (const { rule: name, hits, wholeFigures } of scores)
    print.line(`  ${name.padEnd(20)}${String(hits).padStart(4)} of ${statements}   ${wholeFigures.join(' ') || '–'}`)
  const alike =
    same.length === 0 ? '' : ` (${same.join(' and ')} would give the same: no share is halfway between two numbers)`
  const missed = statements - (scores.find((score) => score.rule === rule)?.hits ?? 0)
  const verdict = proven
    ? 'it alone explains all'
    : missed === 0
      ? 'it explains all, as others do'
      : `${missed} exceptions`
  print.line(`  held against ${print.strong(rule)}: ${verdict}${alike}`)
  print.line()
  print.line(print.strong('Checks'))
  for (const { about, findings } of checks) {
    print.line(`  ${about}:${findings.length === 0 ? ' nothing found' : ''}`)
    showFindings(findings, print, '    ')
  }
  print.line()
  print.line(summary(checks.flatMap(({ findings }) => findings)))
}

const showText = (
  { paragraphs, statements, quantifiers, policy, findings }: TextAudit,
  file: string,
  print: Printer,
): void => {
  const agreeing = statements.filter(({ agrees }) => agrees.length > 0).length
  print.line(
    print.strong(`${file}: ${paragraphs} paragraphs, ${statements.length} statements, ${quantifiers} quantifier words`),
  )
  print.line(`  ${agreeing} statements agree with a cell; words by “${policy.title}”, version ${policy.version}`)
  showFindings(findings, print, '  ')
  print.line()
  print.line(summary(findings))
}

const showFindings = (findings: readonly Finding[], print: Printer, indent: string): void => {
  for (const { level, message, where } of findings) {
    const place = placeText(where)
    print.line(`${indent}${level.padEnd(8)}${message}${place === '' ? '' : print.faint(`  ${place}`)}`)
  }
}

const summary = (findings: readonly Finding[]): string => {
  const count = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length
  return `${count('error')} inconsistent, ${count('warning')} doubtful, ${count('note')} notes`
}
