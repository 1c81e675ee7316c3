/**
 * The one order of names in everything Verbatim writes: by UTF-8 bytes, the same in every locale and engine.
 * UTF-16 order differs from it only where surrogates meet the units above them, hence the fix-up.
 */
export const byBytes = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Moves surrogates (code points above U+FFFF) behind U+E000–U+FFFF, as UTF-8 does. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
