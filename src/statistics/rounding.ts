/**
 * Share of `x` in `n` as a percentage, rounded half up to `digits` decimals; `null` where `n` is 0.
 * `x` and `n` are counts; the arithmetic stays in integers, so that a tie is a tie and not a binary fraction near it.
 */
export const percent = (x: number, n: number, digits = 0): number | null => {
  if (n === 0) return null
  const scale = 10 ** digits
  const numerator = 200 * scale * x + n
  const denominator = 2 * n
  return (numerator - (numerator % denominator)) / denominator / scale
}
