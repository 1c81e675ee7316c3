import { limits } from './format.ts'
import { unreadable } from './problems.ts'

/** Lines of a text with their numbers, split at LF alone (U+2028 is no line end in JSON); a CR before it is dropped. */
export async function* linesOf(
  text: AsyncIterable<string>,
  file: string,
): AsyncGenerator<{ readonly line: number; readonly content: string }> {
  let rest = ''
  let line = 1
  const trimmed = (content: string): string => (content.endsWith('\r') ? content.slice(0, -1) : content)
  for await (const chunk of text) {
    const pieces = chunk.split('\n')
    pieces[0] = rest + pieces[0]!
    rest = pieces.pop()!
    if (rest.length > limits.record)
      throw unreadable('input/line-size', `the line is longer than ${limits.record} characters`, { file, line })
    for (const piece of pieces) yield { line: line++, content: trimmed(piece) }
  }
  if (rest !== '') yield { line, content: trimmed(rest) }
}
