/**
 * Addresses of records: readable and computed, so that the same data has the same ids on every run.
 *
 *   answer   `R001/q4`
 *   segment  `R001/q4#0-57`
 *   coding   `R001/q4=practice.training`
 */

/** A part of an address, without the characters that separate parts. */
export const escapePart = (part: string): string =>
  part.replace(/[%/#=\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)

/** What `escapePart` was given. */
export const unescapePart = (part: string): string =>
  part.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Address of one respondent's answer to one question, such as `R001/q4`. */
export const answerId = (respondent: string, question: string): string =>
  `${escapePart(respondent)}/${escapePart(question)}`

/** Address of a segment of an answer, such as `R001/q4#0-57`. */
export const segmentId = (answer: string, start: number, end: number): string => `${answer}#${start}-${end}`

/** Address of a coding, such as `R001/q4=practice.training`. */
export const codingId = (answer: string, code: string): string => `${answer}=${escapePart(code)}`

/** Takes an answer's address apart; `undefined` where the text is no such address. */
export const parseAnswerId = (id: string): { respondent: string; question: string } | undefined => {
  const parts = id.split('/')
  if (parts.length !== 2 || parts[0] === '' || parts[1] === '') return undefined
  return { respondent: unescapePart(parts[0]!), question: unescapePart(parts[1]!) }
}
