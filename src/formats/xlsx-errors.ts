import { SaxesParser } from 'saxes'
import type { Watch } from './zip-guard.ts'

/** A cell whose formula failed, such as `#NAME?`: spreadsheet programs make one of an answer that begins with `-`. */
export interface FailedCell {
  readonly cell: string
  readonly value: string
}

/** At most this many failed cells of one sheet are kept. */
const most = 1000
const longestTag = 1000
const longestFormula = 10_000

/**
 * Watches the parts of a workbook for cells that hold an error, which the reader would give as empty. `of` lists those
 * of a sheet by its name (the first sheet where not stated).
 */
export const watchFailedCells = (): {
  readonly watch: Watch
  readonly of: (sheet?: string) => readonly FailedCell[]
} => {
  const texts = new Map<string, string>()
  const edges = new Map<string, string>()
  const failed = new Map<string, FailedCell[]>()
  const watch: Watch = (part, chunk) => {
    if (part === 'xl/workbook.xml' || part === 'xl/_rels/workbook.xml.rels')
      texts.set(part, (texts.get(part) ?? '') + chunk.toString('latin1'))
    if (!part.startsWith('xl/worksheets/')) return
    const text = (edges.get(part) ?? '') + chunk.toString('latin1')
    const cells = failed.get(part) ?? []
    let from = Math.max(0, text.length - longestTag)
    for (const match of text.matchAll(/<c\s([^<>]*\bt="e"[^<>]*)>/g)) {
      const end = match.index + match[0].length
      const value = /^(?:<f\b[^>]*>(?:[^<]*<\/f>)?)?<v>([^<]*)<\/v>/.exec(text.slice(end, end + longestFormula))?.[1]
      if (value === undefined && end + longestFormula > text.length) {
        // The rest of the cell is in the next chunk.
        from = match.index
        break
      }
      from = Math.max(from, end)
      const cell = /\br="([A-Z]+[0-9]+)"/.exec(match[1]!)?.[1]
      if (cells.length < most) cells.push({ cell: cell ?? '?', value: value ?? '#?' })
    }
    failed.set(part, cells)
    edges.set(part, text.slice(from))
  }
  return { watch, of: (sheet) => failed.get(partOf(texts, sheet) ?? '') ?? [] }
}

/** The part that holds a sheet, by way of the workbook's relations. */
const partOf = (texts: ReadonlyMap<string, string>, sheet: string | undefined): string | undefined => {
  const sheets = tagsOf(texts.get('xl/workbook.xml') ?? '', 'sheet')
  const chosen = sheet === undefined ? sheets[0] : sheets.find((attributes) => attributes.name === sheet)
  const relations = tagsOf(texts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship')
  const target = relations.find((attributes) => attributes.Id === chosen?.['r:id'])?.Target
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`
}

const tagsOf = (xml: string, name: string): readonly Readonly<Record<string, string>>[] => {
  const tags: Record<string, string>[] = []
  const parser = new SaxesParser()
  parser.on('error', () => {})
  parser.on('opentag', (tag) => {
    if (tag.name === name) tags.push(tag.attributes as Record<string, string>)
  })
  parser.write(Buffer.from(xml, 'latin1').toString('utf8')).close()
  return tags
}
