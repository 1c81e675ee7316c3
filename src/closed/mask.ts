import { wordsOf } from '../text/fold.ts'
import { itemMarkerEnd } from '../text/item-marker.ts'

/**
 * The answer as the rules should read it, with the same offsets: what is no part of the reply is blanked out, namely a
 * bullet or the question's number and words in front of it, the sign of a number, tick boxes, options not ticked.
 */
export const maskAnswer = (text: string, question: { readonly number?: string | undefined; text: string }): string => {
  const unboxed = maskBoxes(text).replace(numero, (sign) => ' '.repeat(sign.length))
  let from = itemMarkerEnd(unboxed, leading(unboxed, 0))
  for (const pattern of [announcement, numberPattern(question.number)]) {
    const found = pattern?.exec(unboxed.slice(from))
    if (found) from += found[0].length
  }
  from = afterEcho(unboxed, from, question.text)
  return ' '.repeat(from) + unboxed.slice(from)
}

/** The "No." of "Law No. 45" denies nothing. */
const numero = /(?<=[\p{L}\d),]\s{1,2})nos?[.°º]?(?=\s*\d)/giu

const leading = (text: string, from: number): number => from + /^\s*/.exec(text.slice(from))![0].length

const announcement = /^\s*(?:(?:our|the)\s+)?(?:answer|reply|response|ans)\s*:\s*/iu

/** `6(b)` finds "6(b):", "6b." and "Question 6 b)"; a number without letter needs a sign behind it. */
const numberPattern = (number: string | undefined): RegExp | undefined => {
  const [, digits, letter] = /^(\d+)\W*([a-z])?\W*$/iu.exec(number ?? '') ?? []
  if (digits === undefined) return undefined
  const name = letter === undefined ? digits : `${digits}\\s*[.(]?\\s*${letter}\\)?`
  return new RegExp(`^\\s*(?:question|q)?\\s*\\.?\\s*${name}\\s*(?:[.:)]|[–—-](?=\\s))+\\s*`, 'iu')
}

/** Behind the question's own words, where the answer begins with them. */
const afterEcho = (text: string, from: number, question: string): number => {
  const asked = wordsOf(question)
  const words = wordsOf(text.slice(from))
  const last = words[asked.length - 1]
  if (asked.length < 5 || !last || !asked.every(({ folded }, index) => words[index]!.folded === folded)) return from
  return from + last.end + /^[\s?.:]*/u.exec(text.slice(from + last.end))![0].length
}

const ticked = '☒|☑|✓|✔|✅|\\[\\s*[xX✓✔]\\s*\\]|\\(\\s*[xX✓✔]\\s*\\)'
const unticked = '☐|□|◻|\\[\\s*\\]|\\(\\s*\\)'

const maskBoxes = (text: string): string => {
  const boxes = [...text.matchAll(new RegExp(`(${ticked})|${unticked}`, 'gu'))]
  if (boxes.length === 0) return text
  const inFront = boxes[0]!.index === leading(text, 0)
  let masked = text
  boxes.forEach(({ index, 0: sign, 1: tick }, place) => {
    const end = index + sign.length
    const next = boxes[place + 1]?.index ?? text.length
    const last = boxes[place - 1]
    const [from, to] = inFront ? [index, next] : [last ? last.index + last[0].length : 0, end]
    const option = tick === undefined ? optionAt(text, from, to, end, inFront) : ([index, end] as const)
    masked = blanked(masked, option[0], option[1])
  })
  return masked
}

/** An option in front of its box begins with its line; one behind its box ends with its line or sentence. */
const optionAt = (text: string, from: number, to: number, box: number, inFront: boolean): readonly [number, number] => {
  if (!inFront) return [Math.max(from, text.lastIndexOf('\n', to) + 1), to]
  const length = text.slice(box).search(/\n|(?<=[.;])\s/u)
  return [from, length < 0 ? to : Math.min(to, box + length)]
}

const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
