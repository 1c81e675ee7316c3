import { CLOSER, isCombining, isDigit, isLower, isUpper, isWordUnit, layoutOf, STOP, STRONG } from './characters.ts'

/** An end mark with what surrounds it: `[mark, marksEnd)` marks, `[marksEnd, closersEnd)` closers, `next` visible again. */
export interface EndMark {
  /** Where the sentence began. */
  readonly start: number
  readonly mark: number
  readonly marksEnd: number
  readonly closersEnd: number
  readonly next: number
}

/** No abbreviation is longer; bounding the look back keeps texts without white space linear. */
const longestWord = 8
const fullStop = 46

/** The word before a full stop, inner full stops included; empty where there is none or it is too long. */
const wordBefore = (text: string, start: number, end: number): string => {
  let begin = end
  while (begin > start && (isWordUnit(text, begin - 1) || text.charCodeAt(begin - 1) === fullStop)) {
    begin--
    if (end - begin > longestWord) return ''
  }
  return text.slice(begin, end)
}

const wordAfter = (text: string, index: number): string => {
  let end = index
  while (end < text.length && end - index <= longestWord && isWordUnit(text, end)) end++
  return text.slice(index, end).toLowerCase()
}

const openers = '"\'“‘„«‹([{*_'

/** The first place from `index` on that is no opening quotation mark or bracket. */
const afterOpeners = (text: string, index: number): number => {
  let at = index
  while (at < text.length && at - index < 3 && openers.includes(text.charAt(at))) at++
  return at
}

const dotted = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u
const enumerator = /^(?:\d{1,2}|[a-z])$/i
const roman = /^[ivxlc]+$/

/** Whether the number or letter that ends at a full stop counts something off: `We ask for: 1. Training, 2. …`. */
const countsOff = (text: string, start: number, begin: number): boolean => {
  let at = begin
  while (at > start && begin - at < 4 && text.charCodeAt(at - 1) === 32) at--
  return at === start || ':;,'.includes(text.charAt(at - 1))
}

/** Whether the single full stop at `mark` belongs to the word before it, seen what follows. */
export const isAbbreviation = (
  text: string,
  { start, mark, next }: EndMark,
  abbreviations: ReadonlySet<string>,
): boolean => {
  const word = wordBefore(text, start, mark)
  if (word === '') return false
  const folded = word.toLowerCase()
  if (abbreviations.has(folded)) return true
  if (word.length <= 2 && enumerator.test(word) && countsOff(text, start, mark - word.length)) return true
  const first = afterOpeners(text, next)
  if (isDigit(text, first)) return abbreviations.has(`${folded} 1`)
  const initials = word.length === 1 ? isUpper(word, 0) : word.includes('.') && dotted.test(word)
  if (isLower(text, first)) return initials || abbreviations.has(`${folded} a`)
  if (!isUpper(text, first)) return false
  if (abbreviations.has(`${folded} I`) && roman.test(wordAfter(text, first))) return true
  return initials && isUpper(word, 0) && !abbreviations.has(`. ${wordAfter(text, first)}`)
}

/** Whether a sentence ends with this mark. Line ends are not looked at. */
export const endsSentence = (text: string, end: EndMark, abbreviations: ReadonlySet<string>): boolean => {
  const { mark, marksEnd, closersEnd, next } = end
  if ((layoutOf[text.charCodeAt(marksEnd - 1)]! & STRONG) !== 0) return true
  const unit = text.charCodeAt(next)
  const bits = layoutOf[unit]!
  // `"` and `'` open as well as close; other closers, commas and further marks go on with the sentence.
  if ((bits & STOP) !== 0 || ((bits & CLOSER) !== 0 && unit !== 34 && unit !== 39)) return false
  if (',;:'.includes(text.charAt(next)) || isCombining(text, next)) return false
  const single = text.charCodeAt(mark) === fullStop && marksEnd === mark + 1
  if (isLower(text, afterOpeners(text, next))) {
    const last = text.charAt(marksEnd - 1)
    const trailing = !single && (last === '.' || last === '…')
    if (closersEnd > marksEnd || trailing) return false
  }
  return !(single && isAbbreviation(text, end, abbreviations))
}
