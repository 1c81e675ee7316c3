const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Whether `index` stands between the two halves of a surrogate pair. */
const insidePair = (text: string, index: number): boolean =>
  index > 0 && index < text.length && isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index))

/** UTF-16 offset to code points; `undefined` inside a surrogate pair or outside the text. A lone half counts as one. */
export const toCodePoints = (text: string, utf16Offset: number): number | undefined => {
  if (!Number.isInteger(utf16Offset) || utf16Offset < 0 || utf16Offset > text.length) return undefined
  if (insidePair(text, utf16Offset)) return undefined
  let pairs = 0
  for (let index = 1; index < utf16Offset; index++) if (insidePair(text, index)) pairs++
  return utf16Offset - pairs
}

/** Offset in code points to UTF-16; `undefined` outside the text. A lone half of a surrogate pair counts as one. */
export const toUtf16 = (text: string, codePointOffset: number): number | undefined => {
  if (!Number.isInteger(codePointOffset) || codePointOffset < 0) return undefined
  let index = 0
  for (let left = codePointOffset; left > 0; left--) {
    if (index >= text.length) return undefined
    index += insidePair(text, index + 1) ? 2 : 1
  }
  return index
}
