import type { BandPolicy } from '../../audit/bands.ts'

/** A piece of a sentence: plain words, or words that lead somewhere. */
export interface Run {
  readonly text: string
  /** Address of the cell that the words are about, such as `closed#q6a=yes/respondents`. */
  readonly cell?: string
  /** The number that the words say, as it stands in that cell. */
  readonly value?: number
  /** Number of the figure that is pointed at. */
  readonly figure?: string
}

/** Sentences as runs: the first begins with a capital, no sentence with a figure, and each ends in a full stop. */
export type Sentence = readonly Run[]
export type Paragraph = readonly Sentence[]

/** How to word: the words for shares, and the figure to point at. */
export interface Style {
  readonly bands: BandPolicy
  /** Number of the figure beside the paragraph. */
  readonly figure: string | undefined
}

/** Plain words as a run. */
export const plain = (text: string): Run => ({ text })

/** The words of a paragraph without what they lead to. */
export const paragraphText = (paragraph: Paragraph): string =>
  paragraph.map((sentence) => sentence.map(({ text }) => text).join('')).join(' ')

/** ` (see figure II)`; nothing without a figure. */
export const seeFigure = (figure: string | undefined): Sentence =>
  figure === undefined ? [] : [plain(' (see figure '), { text: figure, figure }, plain(')')]

/** Several pieces as a list: `a and b`, `a; b; and c`. */
export const listed = (items: readonly Sentence[]): Sentence => {
  if (items.length < 3) return items.flatMap((item, index) => (index === 0 ? item : [plain(' and '), ...item]))
  return items.flatMap((item, index) =>
    index === 0 ? item : [plain(index === items.length - 1 ? '; and ' : '; '), ...item],
  )
}

/** A sentence with a capital at its start. */
export const capital = ([first, ...rest]: Sentence): Sentence =>
  first === undefined ? [] : [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest]
