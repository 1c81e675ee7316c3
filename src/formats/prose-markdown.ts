import { type Paragraph, tidy } from './prose-paragraph.ts'

/** The paragraphs of a Markdown or plain text; headings and list items are paragraphs of their own. */
export const markdownParagraphs = (text: string): readonly Paragraph[] => {
  const done: Paragraph[] = []
  let lines: string[] = []
  let begin = 0
  let fence = ''
  const flush = (): void => {
    const tidied = tidy(plain(lines.join(' ')))
    if (tidied !== '') done.push({ text: tidied, line: begin })
    lines = []
  }
  text.split(/\r\n?|\n/).forEach((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== '' || mark !== undefined) {
      flush()
      if (fence === '') fence = mark!
      else if (mark?.startsWith(fence)) fence = ''
      return
    }
    if (/^\s*(?:$|>|\|)/.test(line)) {
      flush()
      return
    }
    const item = /^\s*(?:#{1,6}|[-*+]|\d{1,4}[.)])\s+/.exec(line)
    if (item) flush()
    if (lines.length === 0) begin = index + 1
    lines.push(item ? line.slice(item[0].length) : line)
    if (/^\s*#/.test(line)) flush()
  })
  flush()
  return done
}

/** A line without the signs for stress, links and code. */
const plain = (line: string): string =>
  line
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
