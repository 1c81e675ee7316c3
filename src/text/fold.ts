/**
 * The one class-and-fold table of the program: what each UTF-16 unit is, and what it looks like to a lexicon.
 * Folding goes into a hash or a comparison, never into a second string, so matching needs no offset map.
 *
 * Value below `wordUnit`: a class of separator or special unit. Value from `wordUnit` on: a word unit, folded to one
 * unit (lower case, compatibility form, without accents).
 */
export const softSeparator = 0
/** Comma, quotes and all other signs: a phrase may not cross it, a gap may. */
export const comma = 1
/** Colon, brackets, long dashes: like a comma, but a context trigger's scope ends there. */
export const clauseBreak = 2
/** Semicolon: neither phrase nor gap nor context crosses it. */
export const semicolon = 3
/** The gap before the first word of a sentence; no unit has this class, the segments decide it. */
export const sentenceBreak = 4
/** Apostrophes, marks that fold to nothing, letters that fold to two, surrogates: see `special`. */
export const special = 5
/** A letter, digit or other sign that words are made of. */
export const wordUnit = 6

const apostrophes = new Set([0x27, 0x2019, 0x02bc, 0xff07])
/** Units that are part of a word but fold to nothing: soft hyphen, joiners, word joiner, byte order mark. */
const invisible = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff])
const softSigns = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2f, 0x5f, 0x2e, 0x21, 0x3f])
const clauseSigns = new Set([0x3a, 0x28, 0x29, 0x5b, 0x5d, 0x7b, 0x7d, 0x2014, 0x2015, 0xff1a, 0xff08, 0xff09])
const semicolons = new Set([0x3b, 0xff1b, 0x061b])

/** Folded forms of units that fold to more than one, such as ß and ﬁ. */
const expansions = new Map<number, readonly number[]>()

const table = buildTable()

/** Class or folded unit of a UTF-16 unit. */
export const foldTable: Uint16Array = table

/** What a special unit is: an apostrophe, a unit that folds to nothing, half of a surrogate pair, or its folded units. */
export const specialKind = (unit: number): 'apostrophe' | 'nothing' | 'surrogate' | readonly number[] => {
  if (apostrophes.has(unit)) return 'apostrophe'
  if (unit >= 0xd800 && unit <= 0xdfff) return 'surrogate'
  return expansions.get(unit) ?? 'nothing'
}

function buildTable(): Uint16Array {
  const result = new Uint16Array(65536)
  const isWord = /^[\p{L}\p{N}]$/u
  const isMark = /^\p{M}$/u
  const isSpace = /^\s$/u
  for (let unit = 0; unit < 65536; unit++) {
    const character = String.fromCharCode(unit)
    if (apostrophes.has(unit) || invisible.has(unit) || (unit >= 0xd800 && unit <= 0xdfff) || isMark.test(character))
      result[unit] = special
    else if (isSpace.test(character) || softSigns.has(unit) || unit < 0x20) result[unit] = softSeparator
    else if (semicolons.has(unit)) result[unit] = semicolon
    else if (clauseSigns.has(unit)) result[unit] = clauseBreak
    else if (isWord.test(character)) result[unit] = foldUnit(unit, character)
    else result[unit] = comma
  }
  // An en dash between blanks is a dash, between words a hyphen: only the blanks tell, so the tokenizer looks there.
  return result
}

function foldUnit(unit: number, character: string): number {
  // "ŉ" decomposes to an apostrophe and n; an apostrophe at a word's start would not survive a second folding.
  const folded =
    character === 'ß' || character === 'ẞ'
      ? 'ss'
      : plain(character.normalize('NFKD').toLowerCase()).replaceAll('\u02bc', '')
  // Fractions, and letters that are an accent alone, would fold to signs: they stay as they are.
  if (!/^[\p{L}\p{N}]+$/u.test(folded)) return character.toLowerCase().charCodeAt(0)
  if (folded.length === 1) return folded.charCodeAt(0)
  expansions.set(
    unit,
    [...folded].map((letter) => letter.charCodeAt(0)),
  )
  return special
}

/** Letters above U+FFFF: capitals of old scripts, and the mathematical alphabets, which are letters in costume. */
function foldAstral(character: string): string {
  const folded = plain(character.normalize('NFKD').toLowerCase())
  return folded.length > 0 && /^[\p{L}\p{N}]+$/u.test(folded) ? folded : character.toLowerCase()
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ς', 'σ')
}

/** A word, or a text of several, folded to what the kernel compares: one string per word. */
export const foldWords = (text: string): string[] => wordsOf(text).map((word) => word.folded)

/** A word of a text with its folded form. A final possessive `'s` belongs to neither. */
export interface FoldedWord {
  readonly folded: string
  readonly start: number
  readonly end: number
  /** Strongest separator between the word before and this one. */
  readonly gap: number
}

/** The words of a text, slowly and plainly: for lexicons, searches and as the oracle of the kernel. */
export const wordsOf = (text: string): FoldedWord[] => {
  const words: FoldedWord[] = []
  let index = 0
  let gap = sentenceBreak
  while (index < text.length) {
    const word = wordAt(text, index)
    if (word === undefined) {
      gap = Math.max(gap, separatorClass(text, index))
      index++
      continue
    }
    words.push({ folded: word.folded, start: index, end: word.end, gap })
    gap = softSeparator
    index = word.next
  }
  return words
}

/**
 * Class of the separator at an index. A hyphen with blanks around, or beside another hyphen, is a dash. An emoji is a
 * sign like any other; a mark without a letter is nothing.
 */
export const separatorClass = (text: string, index: number): number => {
  const unit = text.charCodeAt(index)
  const value = table[unit]!
  if (value === softSeparator) return isHyphen(unit) && isDash(text, index) ? clauseBreak : softSeparator
  if (value < special) return value
  const kind = specialKind(unit)
  if (kind === 'nothing') return softSeparator
  // "peoples' rights": the apostrophe of a plural is no quotation mark.
  if (kind === 'apostrophe') return table[text.charCodeAt(index - 1)] === 0x73 ? softSeparator : comma
  // Either half of the pair of a mark: nothing too.
  const start = unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? index - 1 : index
  return astralKind(String.fromCodePoint(text.codePointAt(start)!)) === 'mark' ? softSeparator : comma
}

/** Whether a unit is a hyphen or an en dash, which only its surroundings tell apart from a dash. */
export const isHyphen = (unit: number): boolean => unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013)

const isDash = (text: string, index: number): boolean => {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index + 1)
  return isHyphen(before) || isHyphen(after) || (isBlank(before) && isBlank(after))
}

const isBlank = (unit: number): boolean =>
  unit <= 0x20 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f || unit === 0x3000

const astralWord = /^[\p{L}\p{N}]$/u
const astralMark = /^\p{M}$/u
/** What the character at an index above U+FFFF is; half a pair is nothing but a sign. */
const astralKind = (character: string): 'word' | 'mark' | 'sign' =>
  character.length === 2 && astralWord.test(character) ? 'word' : astralMark.test(character) ? 'mark' : 'sign'

/** Whether a letter or digit stands at an index, behind marks that fold to nothing. */
const isLetterAt = (text: string, index: number): boolean => {
  for (let at = index; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const value = table[unit]!
    if (value !== special) return value >= wordUnit
    const kind = specialKind(unit)
    if (kind === 'surrogate') {
      const astral = astralKind(String.fromCodePoint(text.codePointAt(at)!))
      if (astral !== 'mark') return astral === 'word'
      at++
    } else if (kind !== 'nothing') return kind !== 'apostrophe'
  }
  return false
}

/** A string of any number of units; one call with all of them would overflow the stack. */
const stringOf = (units: readonly number[]): string => {
  let text = ''
  for (let from = 0; from < units.length; from += 4096) text += String.fromCharCode(...units.slice(from, from + 4096))
  return text
}

/** The word that starts exactly at an index; `next` is where scanning goes on (after a trimmed possessive). */
export const wordAt = (text: string, start: number): { folded: string; end: number; next: number } | undefined => {
  const units: number[] = []
  let index = start
  let end = start
  let beforeApostrophe = -1
  let unitsBefore = 0
  while (index < text.length) {
    const unit = text.charCodeAt(index)
    const value = table[unit]!
    if (value >= wordUnit) {
      units.push(value)
      index++
      end = index
      continue
    }
    if (value !== special) break
    const kind = specialKind(unit)
    if (kind === 'apostrophe') {
      if (units.length === 0 || !isLetterAt(text, index + 1)) break
      beforeApostrophe = index
      unitsBefore = units.length
      units.push(39)
      index++
    } else if (kind === 'surrogate') {
      const character = String.fromCodePoint(text.codePointAt(index)!)
      const astral = astralKind(character)
      if (astral === 'sign' || (astral === 'mark' && units.length === 0)) break
      const folded = astral === 'word' ? foldAstral(character) : ''
      for (let place = 0; place < folded.length; place++) units.push(folded.charCodeAt(place))
      index += 2
      end = index
    } else if (kind === 'nothing') {
      if (units.length === 0) return undefined
      index++
      end = index
    } else {
      units.push(...kind)
      index++
      end = index
    }
  }
  if (units.length === 0) return undefined
  const next = index
  if (beforeApostrophe >= 0 && units.length === unitsBefore + 2 && units[units.length - 1] === 0x73) {
    units.length = unitsBefore
    end = beforeApostrophe
  }
  return { folded: stringOf(units), end, next }
}
