import type { Output } from '../io/output.ts'
import { acts, type JournalLine } from '../model/decision.ts'
import { byBytes } from '../model/order.ts'
import type { DecisionCount, ReportInput } from '../report/report-input.ts'

/** Writes page and figures. What draws them is loaded here, so that no other command waits for it. */
export const writeReport = async (output: Output, input: ReportInput): Promise<void> => {
  const { report } = await import('../stages/report.ts')
  const { html, figures } = report(input)
  await output.write('report.html', html)
  for (const { id, svg } of figures) await output.write(`figures/${id}.svg`, `${svg}\n`)
}

/** How often which reviewer did what, in byte order. */
export const countDecisions = (decisions: readonly JournalLine[]): readonly DecisionCount[] =>
  [...new Set(decisions.map(({ by }) => by))].sort(byBytes).flatMap((by) =>
    acts.flatMap((act) => {
      const count = decisions.filter((each) => each.by === by && each.act === act).length
      return count === 0 ? [] : [{ by, act, count }]
    }),
  )
