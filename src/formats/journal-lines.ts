import type { Finding } from '../model/finding.ts'
import { firstInvalidUtf8 } from './utf8.ts'

/** A line of a journal that is not blank: its number, its text without line end, and its JSON (`undefined`: none). */
export interface RawLine {
  readonly line: number
  readonly text: string
  readonly value: unknown
}

/** At most sixty characters of a text, for messages. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The lines of a journal that are not blank, without a torn tail; adds what is wrong to `findings`. */
export const rawLines = (content: Uint8Array | string, file: string, findings: Finding[]): readonly RawLine[] => {
  const texts = decoded(content, file, findings)
    .replace(/^\uFEFF/, '')
    .split('\n')
  const tail = texts.pop()!.trim()
  const raws = texts.flatMap((text, index): RawLine[] => {
    const line = text.endsWith('\r') ? text.slice(0, -1) : text
    return line.trim() === '' ? [] : [{ line: index + 1, text: line, value: parseJson(line) }]
  })
  const torn = (line: number, text: string, why: string): void => {
    const message = `the last line ${why} and was cut off: \`${shortened(text)}\`; if the decision is meant, write it again on a line of its own`
    findings.push({ level: 'warning', rule: 'journal/torn-tail', message, where: { file, line } })
  }
  if (tail !== '') torn(texts.length + 1, tail, 'has no line end')
  else if (raws.length > 0 && raws.at(-1)!.value === undefined) {
    const { line, text } = raws.pop()!
    torn(line, text, 'is no JSON')
  }
  return raws
}

/** The text of a file's bytes. A sequence torn in the tail is the tail's matter; one before it is an error. */
const decoded = (content: Uint8Array | string, file: string, findings: Finding[]): string => {
  if (typeof content === 'string') return content
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
  const invalid = firstInvalidUtf8(content)
  if (invalid < 0 || content.indexOf(10, invalid) < 0) return text
  const line = content.subarray(0, invalid).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1)
  const message = `byte ${invalid + 1} of the file is no UTF-8; expected a journal in UTF-8; save it as UTF-8`
  findings.push({ level: 'error', rule: 'journal/encoding', message, where: { file, line } })
  return text
}
