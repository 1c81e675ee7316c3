import type { Scope } from './context.ts'
import type { Match } from './match.ts'

/** Up to so many scopes a sentence, looking at each is the fastest. */
const few = 32
/** Words a block; scopes reach at most some of them, but for the few of list triggers. */
const block = 16

/** Gives the scopes that reach a match, in order; a scope whose trigger shares words with the match does not. */
export type ScopeIndex = (match: Match) => readonly Scope[]

/** Arranges the scopes of a sentence by place, so that a long sentence full of triggers costs no more a match than a short one. */
export const createScopeIndex = (scopes: readonly Scope[]): ScopeIndex => {
  if (scopes.length <= few) return (match) => scopes.filter((scope) => reaches(scope, match))
  const blocks = new Map<number, number[]>()
  scopes.forEach(({ from, to }, index) => {
    for (let place = Math.floor(from / block); place * block < to; place++) {
      const known = blocks.get(place)
      if (known) known.push(index)
      else blocks.set(place, [index])
    }
  })
  const inBlock = (place: number, match: Match): Scope[] => {
    const result: Scope[] = []
    for (const index of blocks.get(place) ?? []) {
      const scope = scopes[index]!
      if (reaches(scope, match)) result.push(scope)
    }
    return result
  }
  return (match) => {
    const places = new Set<number>()
    for (const [from, to] of match.parts)
      for (let place = Math.floor(from / block); place * block < to; place++) places.add(place)
    const found = [...places].map((place) => inBlock(place, match))
    return found.length === 1 ? found[0]! : [...new Set(found.flat())].sort((a, b) => a.at - b.at || a.bit - b.bit)
  }
}

const reaches = (scope: Scope, { parts }: Match): boolean =>
  parts.some(([from, to]) => from < scope.to && scope.from < to) &&
  !parts.some(([from, to]) => from < scope.end && scope.at < to)
