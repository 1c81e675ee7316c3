import iconv from 'iconv-lite'
import { unreadable } from './problems.ts'

/** Text from bytes, chunk by chunk; bytes that do not fit are a `Stop` (exit code 2). */
export interface Decoder {
  readonly write: (chunk: Uint8Array) => Promise<string>
  readonly end: () => Promise<string>
}

/** A strict decoder of any encoding but UTF-8. */
export const legacyDecoder = (encoding: string, file: string): Decoder => {
  const decoder = iconv.getDecoder(encoding)
  const isUnicode = encoding.startsWith('utf')
  const unit = encoding.startsWith('utf-16') ? 2 : encoding.startsWith('utf-32') ? 4 : 1
  let line = 1
  let offset = 0
  let isFirst = true
  let held = ''
  const fail = (before: string): never => {
    const at = offset + iconv.encode(before, encoding).length
    throw unreadable(
      'input/encoding',
      `the bytes at about offset ${at} are not ${encoding}; state the file's true encoding as \`encoding\` below \`input\``,
      { file, line: line + lineEnds(Buffer.from(before)) },
    )
  }
  const accept = (decoded: string, isLast: boolean): string => {
    let text = held + (isFirst && decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded)
    if (decoded !== '') isFirst = false
    // The first half of a pair waits for the second, which is in the next chunk.
    held = !isLast && /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : ''
    text = text.slice(0, text.length - held.length)
    // The legacy encodings cannot write U+FFFD: where it appears, a byte had no meaning.
    const at = isUnicode ? text.search(/\p{Surrogate}/u) : text.indexOf('\ufffd')
    if (at >= 0) fail(text.slice(0, at))
    line += lineEnds(Buffer.from(text))
    return text
  }
  return {
    write: async (chunk) => {
      const text = accept(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)), false)
      offset += chunk.length
      return text
    },
    end: async () => {
      const text = accept(decoder.end() ?? '', true)
      return offset % unit === 0 ? text : fail(text)
    },
  }
}

/** Line ends in bytes of an ASCII-like encoding: LF, and CR where no LF follows. */
export const lineEnds = (bytes: Uint8Array, isAfterCr = false): number => {
  let count = isAfterCr && bytes[0] === 10 ? -1 : 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) if (bytes[at + 1] !== 10) count++
  return count
}
