/** What a UTF-16 unit may be to the layout of a text; several bits may be set. */
export const SPACE = 1
/** A line end (which is white space too). */
export const LINE = 2
/** A mark that may end a sentence. */
export const STOP = 4
/** A mark that ends a sentence whatever follows it, white space or not. */
export const STRONG = 8
/** A quotation mark or bracket that may stand between an end mark and the white space. */
export const CLOSER = 16

/** The bits of every UTF-16 unit: one look-up a unit keeps the scan as fast as memory allows. */
export const layoutOf: Uint8Array = (() => {
  const table = new Uint8Array(0x10000)
  const mark = (units: string, bits: number): void => {
    for (let index = 0; index < units.length; index++) table[units.charCodeAt(index)]! |= bits
  }
  mark('\t\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A', SPACE)
  mark('\u202F\u205F\u3000\uFEFF', SPACE)
  mark('\n\u2028\u2029', SPACE | LINE)
  mark('.!?…\u203C\u203D\u2047\u2048\u2049', STOP)
  mark('\u0589\u061F\u06D4\u0964\u0965\u1362\u3002\uFF01\uFF0E\uFF1F\uFF61', STOP | STRONG)
  mark('"\'”’»›)]}」』）】〉》', CLOSER)
  return table
})()

/** End of the run of units with one of `bits` that starts at `index` (`index` itself where there is none). */
export const runEnd = (text: string, index: number, bits: number): number => {
  let end = index
  while (end < text.length && (layoutOf[text.charCodeAt(end)]! & bits) !== 0) end++
  return end
}

const lower = /^\p{Ll}/u
const upper = /^[\p{Lu}\p{Lt}]/u
const wordUnit = /^[\p{L}\p{M}\p{N}]/u
const combining = /^[\p{M}\u200D]/u

const at = (text: string, index: number): string => String.fromCodePoint(text.codePointAt(index) ?? 0)

/** Whether a lower-case letter stands at `index`. */
export const isLower = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index)
  return unit < 0x80 ? unit >= 97 && unit <= 122 : lower.test(at(text, index))
}

/** Whether a capital stands at `index`. */
export const isUpper = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index)
  return unit < 0x80 ? unit >= 65 && unit <= 90 : upper.test(at(text, index))
}

/** Whether an ASCII digit stands at `index`. */
export const isDigit = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index)
  return unit >= 48 && unit <= 57
}

/** Whether a letter, mark or digit of the basic plane stands at `index`. */
export const isWordUnit = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index)
  if (unit < 0x80) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
  return wordUnit.test(text.charAt(index))
}

/** Whether what stands at `index` belongs to the character before it. */
export const isCombining = (text: string, index: number): boolean =>
  text.charCodeAt(index) >= 0x300 && combining.test(at(text, index))
