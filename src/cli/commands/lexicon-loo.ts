import { type LeaveOneOut, type Loss, leaveOneOut } from '../../app/lexicon-loo.ts'
import { placeText, Stop } from '../../model/finding.ts'
import { columns, counted } from '../columns.ts'
import { type Command, word } from '../command.ts'
import type { Printer } from '../print.ts'

/** `verbatim lexicon loo`: how much of each published share rests on a single rule or wording. */
export const lexiconLoo: Command = {
  name: 'lexicon loo',
  summary: 'leave one rule or one wording out at a time: which shares rest on a single one of them',
  arguments: [{ name: '<pipeline>', description: 'pipeline file' }],
  options: [
    { flags: '--code <code>', description: 'this code, or family of codes, only' },
    { flags: '--input <file>', description: 'use these answers instead of the pipeline’s' },
    { flags: '--top <n>', description: 'how many rules and how many wordings to show', default: '20' },
    { flags: '--json', description: 'print everything as JSON' },
  ],
  examples: [
    'verbatim lexicon loo pipelines/wildlife.yaml',
    'verbatim lexicon loo pipelines/wildlife.yaml --code species --top 5',
  ],
  run: async ({ arguments: [pipeline], options, print }) => {
    const top = Number(word(options, 'top') ?? '20')
    if (!Number.isInteger(top) || top < 1) {
      const message = `\`--top ${String(options.top)}\` is no number of rows; expected a whole number from 1 on`
      throw new Stop([{ level: 'error', rule: 'cli/top', message }], 2)
    }
    const result = await leaveOneOut(pipeline as string, {
      code: word(options, 'code'),
      input: word(options, 'input'),
    })
    if (options.json === true) print.json(result)
    else show(result, top, print)
    return 0
  },
}

const show = (result: LeaveOneOut, top: number, print: Printer): void => {
  const { losses, decisions } = result
  print.line(print.strong(result.pipeline))
  print.line(
    `${counted(result.respondents, 'respondent')}; ${counted(result.codes, 'code')} that somebody has${decisions === 0 ? '' : `; codes that ${counted(decisions, 'decision')} of reviewers gave cannot be lost`}`,
  )
  const rules = losses.filter(({ kind }) => kind === 'rule')
  showLosses('Without one rule', rules, top, print)
  showLosses(
    'Without one wording (words that rules matched)',
    losses.filter(({ kind }) => kind === 'wording'),
    top,
    print,
  )
  const fragile = rules.filter(({ respondents, lost }) => respondents >= 5 && 2 * lost >= respondents)
  print.line()
  print.line(
    fragile.length === 0
      ? 'No code of five respondents or more rests for half of them on a single rule.'
      : `${print.strong('At least half on a single rule')} (codes of five respondents or more): ${fragile.map(({ code, lostPercent }) => `${code} ${lostPercent.toFixed(0)} %`).join(', ')}`,
  )
}

const showLosses = (title: string, losses: readonly Loss[], top: number, print: Printer): void => {
  print.line()
  print.line(print.strong(title))
  if (losses.length === 0) {
    print.line('  no respondent would be lost')
    return
  }
  const [head, ...lines] = columns(
    ['code', 'respondents', 'lost', 'part lost', 'share', 'share without', losses[0]!.kind, ''],
    losses
      .slice(0, top)
      .map((each) => [
        each.code,
        each.respondents,
        each.lost,
        percentText(each.lostPercent),
        percentText(each.percent),
        percentText(each.percentWithout),
        each.kind === 'rule' ? shorten(each.what) : `“${each.what.replaceAll(' + ', '” + “')}”`,
        placeText(each.where),
      ]),
  )
  print.line(print.strong(head!))
  for (const line of lines) print.line(line)
  if (losses.length > top) print.line(print.faint(`  … and ${losses.length - top} more (--top shows them)`))
}

const percentText = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} %`)

const shorten = (rule: string): string => (rule.length <= 60 ? rule : `${rule.slice(0, 59)}…`)
