const lanczosStart = 0.99999999999980993
const lanczosTerms = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** Natural logarithm of the gamma function, for x > 0 (Lanczos; relative error about 1e-15). */
export const logGamma = (x: number): number => {
  const series = lanczosTerms.reduce((sum, term, index) => sum + term / (x + index), lanczosStart)
  const shifted = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(series)
}

/** Share of the beta distribution below x, for a, b > 0 and x from 0 to 1. */
export const betaBelow = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast only on one side of the mean.
  return x < (a + 1) / (a + b + 2) ? betaFraction(x, a, b) : 1 - betaFraction(1 - x, b, a)
}

const betaFraction = (x: number, a: number, b: number): number => {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  const fraction = continuedFraction((step) => {
    const m = Math.floor(step / 2)
    const numerator =
      step % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    return [numerator, 1]
  }, 1)
  return front / (a * fraction)
}

/** The point below which a share of the beta distribution lies. */
export const betaPoint = (share: number, a: number, b: number): number =>
  bisect((x) => betaBelow(x, a, b) < share, 0, 1)

/** Share of the gamma distribution with shape a above x, for a > 0 and x >= 0; small shares keep their digits. */
export const gammaAbove = (a: number, x: number): number => {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let step = 1; step < most && term > sum * tiny; step++) {
      term *= x / (a + step)
      sum += term
    }
    return 1 - front * sum
  }
  return front / continuedFraction((step) => [-step * (step - a), x + 2 * step + 1 - a], x + 1 - a)
}

/** Share of the chi-square distribution above x. */
export const chiSquareAbove = (x: number, degrees: number): number => gammaAbove(degrees / 2, x / 2)

/** Share of the standard normal distribution below x. */
export const normalBelow = (x: number): number => {
  const tail = gammaAbove(0.5, (x * x) / 2) / 2
  return x > 0 ? 1 - tail : tail
}

/** The point below which a share of the standard normal distribution lies. */
export const normalPoint = (share: number): number => bisect((x) => normalBelow(x) < share, -40, 40)

const tiny = 1e-17
const most = 10_000

/** Value of `start + a1 / (b1 + a2 / (b2 + ...))` by Lentz's method; `part` gives `[a, b]` of a step, from 1. */
const continuedFraction = (part: (step: number) => readonly [number, number], start: number): number => {
  const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let value = awayFromZero(start)
  let c = value
  let d = 0
  for (let step = 1; step < most; step++) {
    const [numerator, denominator] = part(step)
    d = 1 / awayFromZero(denominator + numerator * d)
    c = awayFromZero(denominator + numerator / c)
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return value
}

/** The place where `isLow` turns from true to false, to the last digit. */
const bisect = (isLow: (x: number) => boolean, low: number, high: number): number => {
  let [from, to] = [low, high]
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2
    if (isLow(middle)) from = middle
    else to = middle
  }
  return (from + to) / 2
}
