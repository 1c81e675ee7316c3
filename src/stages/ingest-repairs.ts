import type { Finding, Place } from '../model/finding.ts'
import { placeText } from '../model/finding.ts'
import { type Repairs, repair } from '../text/repair.ts'

/** Repairs a text and remembers what was done where. `name` says what it is, such as an answer's address. */
export type Mend = (raw: string, name: () => string, place: () => Place) => string

const words: Readonly<Record<keyof Repairs, string>> = {
  crlf: 'line ends CRLF written as LF',
  cr: 'line ends CR written as LF',
  controls: 'control characters replaced by U+FFFD',
  surrogates: 'halves of characters (lone surrogates) replaced by U+FFFD',
}
const kinds = Object.keys(words) as readonly (keyof Repairs)[]
const placesShown = 3

/** A counter of repairs: `mend` repairs, `notes` lists how many of each kind were made and the first places. */
export const countRepairs = (file: string): { readonly mend: Mend; readonly notes: () => readonly Finding[] } => {
  const counts = { crlf: 0, cr: 0, controls: 0, surrogates: 0 }
  const places = new Map<keyof Repairs, { readonly text: string; readonly place: Place }[]>()
  const mend: Mend = (raw, name, place) => {
    const { text, repairs } = repair(raw)
    if (text === raw) return text
    for (const kind of kinds) {
      if (repairs[kind] === 0) continue
      counts[kind] += repairs[kind]
      const known = places.get(kind) ?? []
      if (known.length < placesShown) known.push({ text: `${name()} (${nearText(place())})`, place: place() })
      places.set(kind, known)
    }
    return text
  }
  const notes = (): readonly Finding[] =>
    kinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => {
        const known = places.get(kind)!
        const where = known.map((one) => one.text).join(', ')
        return {
          level: 'note',
          rule: 'ingest/repaired',
          message: `${words[kind]}: ${counts[kind]}, first in ${where}`,
          where: known[0]?.place ?? { file },
        }
      })
  return { mend, notes }
}

/** The place without the file's name. */
const nearText = ({ line, cell }: Place): string =>
  line === undefined ? placeText(cell === undefined ? {} : { cell }).trim() : `line ${line}`
