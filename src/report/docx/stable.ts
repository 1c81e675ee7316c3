import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { byBytes } from '../../model/order.ts'

/** Midnight of the first day that an archive can state. */
const noTime = '1980-01-01T00:00:00'

/**
 * A document of our own without what differs from run to run: times of making, ids that the library counts for the
 * whole process, the archive's own times and order. Not for documents of others: nothing is checked.
 */
export const stableDocx = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).sort(byBytes)
  return zipSync(
    Object.fromEntries(
      names.map((name) => {
        const part = parts[name]!
        return [name, isMarkup(name) ? strToU8(settled(name, strFromU8(part))) : part]
      }),
    ),
    { mtime: noTime, level: 6 },
  )
}

const isMarkup = (name: string): boolean => /\.(xml|rels)$/.test(name)

const settled = (name: string, xml: string): string => {
  if (name === 'docProps/core.xml') return xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
  return counted.reduce(renumbered, xml)
}

/** What stands before and after an id that the library counts: of bookmarks, pictures, and entries of the contents. */
const counted: readonly RegExp[] = [
  /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)(?=")/g,
  /(<wp:docPr\b[^>]*? id=")(\d+)(?=")/g,
  /((?:w:anchor="|w:name="|PAGEREF )_Toc)(\d+)\b/g,
]

/** Ids counted from 1 in the order in which they first stand; equal ones stay equal. */
const renumbered = (xml: string, pattern: RegExp): string => {
  const ids = new Map<string, number>()
  return xml.replace(pattern, (_, start: string, id: string) => {
    ids.set(id, ids.get(id) ?? ids.size + 1)
    return `${start}${ids.get(id)}`
  })
}
