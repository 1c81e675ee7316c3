import type { Scope } from './context.ts'
import type { Match } from './match.ts'

/** Up to so many scopes a sentence, looking at each is the fastest. */
const few = 32
/** Words a block; scopes reach at most some of them, but for the few of list triggers. */
const block = 64

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
  return ({ parts, ...match }) => {
    const indexes = new Set<number>()
    for (const [from, to] of parts)
      for (let place = Math.floor(from / block); place * block < to; place++)
        for (const index of blocks.get(place) ?? []) indexes.add(index)
    return [...indexes]
      .sort((a, b) => a - b)
      .map((index) => scopes[index]!)
      .filter((scope) => reaches(scope, { ...match, parts }))
  }
}

const reaches = (scope: Scope, { parts }: Match): boolean =>
  parts.some(([from, to]) => from < scope.to && scope.from < to) &&
  !parts.some(([from, to]) => from < scope.end && scope.at < to)
