import { logGamma } from './special.ts'

/** Drawing `draws` without putting back from `all`, of which `marked` are marked. */
export interface Urn {
  readonly all: number
  readonly marked: number
  readonly draws: number
}

/** Fewest and most marked ones that can be drawn. */
export const drawable = ({ all, marked, draws }: Urn): readonly [least: number, most: number] => [
  Math.max(0, draws + marked - all),
  Math.min(draws, marked),
]

/** Probability of drawing exactly `x` marked ones. */
export const drawExactly = (x: number, urn: Urn): number => {
  const [least, most] = drawable(urn)
  if (x < least || x > most) return 0
  const { all, marked, draws } = urn
  return Math.exp(logChoose(marked, x) + logChoose(all - marked, draws - x) - logChoose(all, draws))
}

/** Probability of drawing at most `x` marked ones. */
export const drawAtMost = (x: number, urn: Urn): number => {
  const [least, most] = drawable(urn)
  let sum = 0
  for (let value = least; value <= Math.min(x, most); value++) sum += drawExactly(value, urn)
  return Math.min(1, sum)
}

/** Probability of drawing at least `x` marked ones. */
export const drawAtLeast = (x: number, urn: Urn): number => {
  const [least, most] = drawable(urn)
  let sum = 0
  for (let value = most; value >= Math.max(x, least); value--) sum += drawExactly(value, urn)
  return Math.min(1, sum)
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
