import { type Document, isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Place } from '../model/finding.ts'

/** The place of a part of a YAML file, such as `['codes', 'x', 'rules', 0]`; of what surrounds it, if it is missing. */
export type PlaceOf = (path: readonly PropertyKey[], of?: 'value' | 'key') => Place

/** Finds places in a document. A value that is a map or list is found by its key. */
export const placesIn = (document: Document, at: (offset: number) => Place, file: string): PlaceOf => {
  return (path, of = 'value') => {
    let node: unknown = document.contents
    let offset = isNode(node) ? node.range?.[0] : undefined
    for (const [depth, step] of path.entries()) {
      const next: { key?: unknown; value: unknown } | undefined = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
        : isSeq(node)
          ? { value: node.items[Number(step)] }
          : undefined
      if (!next) break
      const { key, value } = next
      const wantsKey = isNode(key) && (!isScalar(value) || (of === 'key' && depth === path.length - 1))
      const place = wantsKey ? key : value
      if (isNode(place)) offset = place.range?.[0] ?? offset
      else if (isNode(key)) offset = key.range?.[0] ?? offset
      node = value
    }
    return offset === undefined ? { file } : at(offset)
  }
}
