/** A wildcard inside one word: `*` any letters or none, `?` exactly one. All else is folded letters. */
export interface Glob {
  readonly source: string
  /** Letters before the first wildcard sign. */
  readonly prefix: string
}

/** A word with wildcards, taken apart. */
export const parseGlob = (source: string): Glob => ({ source, prefix: /^[^*?]*/.exec(source)![0] })

/**
 * Whether a folded word matches. Greedy with one point of return (the last `*`), so the time is at most
 * word × pattern, whatever the pattern.
 */
export const globMatches = (glob: Glob, word: string): boolean => {
  const pattern = glob.source
  if (!word.startsWith(glob.prefix)) return false
  let at = glob.prefix.length
  let place = at
  let star = -1
  let retry = 0
  while (at < word.length) {
    const sign = pattern[place]
    if (sign === '*') {
      star = place++
      retry = at
    } else if (sign === '?' || sign === word[at]) {
      place++
      at++
    } else if (star >= 0) {
      place = star + 1
      at = ++retry
    } else return false
  }
  while (pattern[place] === '*') place++
  return place === pattern.length
}
