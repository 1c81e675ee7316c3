import { type Fact, referenceKey } from './fact.ts'
import { firstFrom, type SentenceSpan } from './positions.ts'

const reference = /\b(figure|question)s? ([IVXLC]+\b|\d{1,3}(?: ?\([a-z]\)|[a-z]\b)?)/gi

/**
 * Which facts a place of a paragraph is about: those of the figures and questions named in its sentence, else in the last
 * sentence before that names any, and those of no question; all where none is named, or none of the named is known.
 */
export const factsByPlace = (
  text: string,
  facts: readonly Fact[],
  sentenceAt: (place: number) => SentenceSpan,
): ((place: number) => readonly Fact[]) => {
  const named = [...text.matchAll(reference)].map((match) => ({
    at: match.index,
    key: referenceKey(match[1]!.toLowerCase() as 'figure' | 'question', match[2]!),
  }))
  if (named.length === 0) return () => facts
  const known = new Set(facts.flatMap(({ keys }) => keys))
  const used = named.filter(({ key }) => known.has(key))
  const places = used.map(({ at }) => at)
  const chosen = new Map<number, readonly Fact[]>()
  return (place) => {
    const last = firstFrom(places, sentenceAt(place)[1]) - 1
    if (last < 0) return facts
    const [from, to] = sentenceAt(places[last]!)
    const keys = new Set(used.slice(firstFrom(places, from), firstFrom(places, to)).map(({ key }) => key))
    const own =
      chosen.get(from) ?? facts.filter((fact) => fact.keys.length === 0 || fact.keys.some((key) => keys.has(key)))
    chosen.set(from, own)
    return own
  }
}
