// The single file, never the package's root: that one reads `.env` and writes to the standard output.
import similarity from 'natural/lib/natural/distance/jaro-winkler_distance.js'

/** The candidate most like a misspelt name (Jaro-Winkler, case ignored); `undefined` where none is like it. */
export const nearest = (name: string, candidates: Iterable<string>, atLeast = 0.8): string | undefined => {
  let best: string | undefined
  let score = atLeast
  for (const candidate of candidates) {
    const current = similarity(name, candidate, { ignoreCase: true })
    if (current > score || (current === score && best === undefined)) {
      best = candidate
      score = current
    }
  }
  return best
}

/** `; did you mean `x`?`, or nothing where no candidate is near. */
export const didYouMean = (name: string, candidates: Iterable<string>): string => {
  const near = nearest(name, candidates)
  return near === undefined ? '' : `; did you mean \`${near}\`?`
}
