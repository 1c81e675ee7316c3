/** One paragraph of a text, without markup, with single blanks. */
export interface Paragraph {
  readonly text: string
  /** Line on which it begins, from 1; `undefined` in formats without lines. */
  readonly line: number | undefined
}

/** A text with single ordinary blanks and no blanks around it. */
export const tidy = (text: string): string => text.replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ').trim()
