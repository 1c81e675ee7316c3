import iconv from 'iconv-lite'
import type { Bytes, ReadOptions } from './format.ts'
import { type Decoder, legacyDecoder, lineEnds } from './legacy-decoder.ts'
import { unreadable } from './problems.ts'
import { firstInvalidUtf8, openTail } from './utf8.ts'

/**
 * Bytes as text, chunk by chunk, strictly: a byte order mark decides, else the stated encoding, else UTF-8. A byte
 * that does not fit is a `Stop` (exit code 2) with offset and line.
 */
export async function* decode(bytes: Bytes, options: ReadOptions): AsyncGenerator<string> {
  const { file } = options
  const stated = (options.encoding ?? 'utf-8').toLowerCase()
  if (!isUtf8(stated) && !iconv.encodingExists(stated))
    throw unreadable(
      'input/encoding',
      `\`${stated}\` is no known encoding; name one such as \`utf-8\`, \`utf-16le\` or \`windows-1252\``,
      { file },
    )
  let decoder: Decoder | undefined
  let head: Uint8Array = new Uint8Array(0)
  const start = (): Decoder => {
    const mark = byteOrderMark(head)
    const encoding = mark ?? stated
    if (mark !== undefined && !isUtf8(mark))
      options.report?.({
        level: 'note',
        rule: 'input/encoding',
        message: `read as ${mark}, by its byte order mark`,
        where: { file },
      })
    if (isUtf8(encoding)) refuseBareUtf16(head, file)
    return isUtf8(encoding) ? utf8Decoder(file) : legacyDecoder(encoding, file)
  }
  for await (const chunk of bytes) {
    if (decoder) {
      yield await decoder.write(chunk)
      continue
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
    if (head.length < 4) continue
    decoder = start()
    yield await decoder.write(head)
  }
  if (!decoder) {
    decoder = start()
    yield await decoder.write(head)
  }
  yield await decoder.end()
}

const isUtf8 = (encoding: string): boolean => encoding === 'utf-8' || encoding === 'utf8'

const byteOrderMark = (head: Uint8Array): string | undefined => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return head[2] === 0 && head[3] === 0 ? 'utf-32le' : 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without a mark would pass as UTF-8 full of NULs. */
const refuseBareUtf16 = (head: Uint8Array, file: string): void => {
  const sample = head.subarray(0, 4096)
  const nuls = sample.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0)
  if (sample.length < 4 || nuls * 4 < sample.length) return
  const guess = sample[0] === 0 ? 'utf-16be' : 'utf-16le'
  throw unreadable(
    'input/encoding',
    `every other byte is NUL, so this is no UTF-8 text but looks like ${guess}; state \`encoding: ${guess}\` below \`input\``,
    { file, line: 1 },
  )
}

const utf8Decoder = (file: string): Decoder => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let before = 0
  let line = 1
  let endedInCr = false
  let tail: Uint8Array = new Uint8Array(0)
  const fail = async (chunk: Uint8Array): Promise<never> => {
    const bytes = Buffer.concat([tail, chunk])
    const at = Math.max(0, firstInvalidUtf8(bytes))
    const hint = await suggestion(bytes.subarray(0, 65_536), bytes.subarray(at, at + 65_536))
    throw unreadable(
      'input/encoding',
      `byte 0x${hex(bytes[at] ?? 0)} at offset ${before - tail.length + at} is not UTF-8${hint}`,
      { file, line: line + lineEnds(bytes.subarray(0, at)) },
    )
  }
  return {
    write: async (chunk) => {
      try {
        const text = decoder.decode(chunk, { stream: true })
        const open = openTail(tail.length === 0 || chunk.length > 3 ? chunk : Buffer.concat([tail, chunk]))
        line += lineEnds(chunk, endedInCr)
        endedInCr = chunk.length === 0 ? endedInCr : chunk[chunk.length - 1] === 13
        before += chunk.length
        tail = open <= chunk.length ? chunk.slice(chunk.length - open) : Buffer.concat([tail, chunk]).subarray(-open)
        return text
      } catch {
        return fail(chunk)
      }
    },
    end: async () => {
      try {
        return decoder.decode()
      } catch {
        return fail(new Uint8Array(0))
      }
    },
  }
}

/** What the encoding detector would try: a hint in the message, never a decision. */
const suggestion = async (start: Uint8Array, rest: Uint8Array): Promise<string> => {
  const { default: chardet } = await import('chardet')
  const guess = chardet.detect(rest.length > 40 ? rest : start)?.toLowerCase()
  // Of short samples the detector likes to make UTF-32; only what people's programs write is worth a hint.
  const usable =
    guess !== undefined && /^(windows|iso|shift|euc|gb|big5|koi8)/.test(guess) && iconv.encodingExists(guess)
  const likely = usable ? ` (it looks like ${guess})` : ''
  return `; save the file as UTF-8, or state its encoding${likely} as \`encoding: ${usable ? guess : 'windows-1252'}\` below \`input\``
}

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')
