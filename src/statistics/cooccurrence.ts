import { type FourCells, fisherExact } from './fisher.ts'
import { benjaminiHochberg } from './multiplicity.ts'

/** Respondents with both of two themes, with each, and all who could have both. */
export interface PairCounts {
  readonly both: number
  readonly first: number
  readonly second: number
  readonly all: number
}

/** How two themes go together; `null` where a figure cannot be computed. */
export interface Cooccurrence extends PairCounts {
  /** Those with both among those with either. */
  readonly jaccard: number | null
  /** How many times as many have both as if the themes had nothing to do with each other. */
  readonly lift: number | null
  /** Natural logarithm of the lift (pointwise mutual information). */
  readonly pmi: number | null
  /** The same from -1 to 1. */
  readonly npmi: number | null
  readonly phi: number | null
  readonly dice: number | null
  /** Fisher's exact p. */
  readonly p: number
}

/** Pairs below this count are not worth showing: one respondent more or less would double or halve their lift. */
export const enoughTogether = 3

/** The figures of one pair. */
export const cooccurrence = (counts: PairCounts): Cooccurrence => ({
  ...pairFigures(counts),
  p: fisherExact(pairCells(counts)),
})

/** The four groups that a pair of themes makes: with both, with one or the other, with neither. */
export const pairCells = ({ both, first, second, all }: PairCounts): FourCells => [
  [both, first - both],
  [second - both, all - first - second + both],
]

/** The figures of one pair, without a test. */
export const pairFigures = (counts: PairCounts): Omit<Cooccurrence, 'p'> => {
  const { both, first, second, all } = counts
  const lift = ratio(both * all, first * second)
  const pmi = lift === null || lift === 0 ? null : Math.log(lift)
  const [[, onlyFirst], [onlySecond, neither]] = pairCells(counts)
  return {
    ...counts,
    jaccard: ratio(both, first + second - both),
    lift,
    pmi,
    npmi: pmi === null || both === all ? null : pmi / -Math.log(both / all),
    phi: ratio(both * neither - onlyFirst * onlySecond, Math.sqrt(first * second * (all - first) * (all - second))),
    dice: ratio(2 * both, first + second),
  }
}

/** Two themes of a list, with `adjusted`: the pair's p over all pairs of the list (Benjamini and Hochberg). */
export interface PairOfThemes extends Cooccurrence {
  readonly codes: readonly [string, string]
  readonly adjusted: number
}

/**
 * All pairs of themes that at least `least` respondents have together, in the list's order. `respondents`: who has each
 * theme; `all`: how many could have any. The adjusted p counts the pairs that are left out, too.
 */
export const cooccurrences = (
  respondents: ReadonlyMap<string, ReadonlySet<string>>,
  all: number,
  least = enoughTogether,
): readonly PairOfThemes[] => {
  const themes = [...respondents]
  const pairs = themes.flatMap(([one, first], index) =>
    themes.slice(index + 1).map(([two, second]) => {
      const both = [...first].filter((respondent) => second.has(respondent)).length
      return { codes: [one, two] as const, ...cooccurrence({ both, first: first.size, second: second.size, all }) }
    }),
  )
  const adjusted = benjaminiHochberg(pairs.map(({ p }) => p))
  return pairs.map((pair, index) => ({ ...pair, adjusted: adjusted[index]! })).filter(({ both }) => both >= least)
}

const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator
