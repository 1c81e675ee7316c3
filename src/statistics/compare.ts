import { chiSquare } from './chi-square.ts'
import { type FourCells, fisherExact } from './fisher.ts'
import { type Interval, wilson, wilsonFinite } from './interval.ts'

/** How many of a group have something; `population` where the group is a part of a known whole. */
export interface GroupShare {
  readonly x: number
  readonly n: number
  readonly population?: number
}

/** Two groups compared; shares and their difference from -1 to 1. */
export interface Comparison {
  /** First share less second. */
  readonly difference: number
  /** 95 per cent interval of the difference. */
  readonly interval: Interval
  readonly test: 'fisher' | 'chi-square'
  /** Of this test alone; over many tests see `benjaminiHochberg`. */
  readonly p: number
}

/** Newcombe's 95 per cent interval for the first share less the second; `null` where a group is empty. */
export const newcombe = (first: GroupShare, second: GroupShare): Interval | null => {
  const [one, two] = [limits(first), limits(second)]
  if (one === null || two === null) return null
  const [p, q] = [first.x / first.n, second.x / second.n]
  return [p - q - Math.hypot(p - one[0], two[1] - q), p - q + Math.hypot(one[1] - p, q - two[0])]
}

const limits = ({ x, n, population }: GroupShare): Interval | null =>
  population === undefined ? wilson(x, n) : wilsonFinite(x, n, population)

/**
 * Whether two groups, or two properties of one group, have to do with each other: Fisher's test where an expected count
 * is below 5, else chi-square without correction, whose time does not grow with the counts.
 */
export const associationTest = (cells: FourCells): Pick<Comparison, 'test' | 'p'> => {
  const chi = chiSquare(cells)
  return chi === null || chi.leastExpected < 5
    ? { test: 'fisher', p: fisherExact(cells) }
    : { test: 'chi-square', p: chi.p }
}

/**
 * Compares a share between two groups that share no respondents, by `associationTest`. `null` where a group is empty.
 */
export const compareShares = (first: GroupShare, second: GroupShare): Comparison | null => {
  const interval = newcombe(first, second)
  if (interval === null) return null
  return {
    difference: first.x / first.n - second.x / second.n,
    interval,
    ...associationTest([
      [first.x, first.n - first.x],
      [second.x, second.n - second.x],
    ]),
  }
}
