import { createRequire } from 'node:module'
import { readBytes } from '../io/files.ts'
import type { Output } from '../io/output.ts'
import { acts, type JournalLine } from '../model/decision.ts'
import { byBytes } from '../model/order.ts'
import type { DecisionCount, ReportInput } from '../report/report-input.ts'

/** Writes page, figures and, if wanted, the document. What draws them is loaded here, so that no other command waits for it. */
export const writeReport = async (
  output: Output,
  input: ReportInput,
  { docx }: { readonly docx: boolean },
): Promise<void> => {
  const { report } = await import('../stages/report.ts')
  const { html, figures, content } = report(input)
  await output.write('report.html', html)
  for (const { id, svg } of figures) await output.write(`figures/${id}.svg`, `${svg}\n`)
  if (!docx) return
  const { renderDocx } = await import('../report/docx/document.ts')
  const { createRaster } = await import('../report/docx/raster.ts')
  await output.write('report.docx', await renderDocx(content, await createRaster(await rasterFiles())))
}

/** Files of packages: the engine that draws pictures of points, and the fonts it draws letters with. */
const rasterFiles = async () => {
  const { resolve } = createRequire(import.meta.url)
  const [wasm, ...fonts] = await Promise.all(
    [
      '@resvg/resvg-wasm/index_bg.wasm',
      'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
      'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
    ].map((name) => readBytes(resolve(name), name)),
  )
  return { wasm: wasm!, fonts }
}

/** How often which reviewer did what, in byte order. */
export const countDecisions = (decisions: readonly JournalLine[]): readonly DecisionCount[] =>
  [...new Set(decisions.map(({ by }) => by))].sort(byBytes).flatMap((by) =>
    acts.flatMap((act) => {
      const count = decisions.filter((each) => each.by === by && each.act === act).length
      return count === 0 ? [] : [{ by, act, count }]
    }),
  )
