import { createReadStream } from 'node:fs'
import type { ReadOptions, Records } from '../formats/format.ts'
import { formatOf, formats } from '../formats/index.ts'
import { Stop } from '../model/finding.ts'
import { fileStop, kindOf } from './files.ts'

/** Opens a file of answers by its name's ending; CSV and JSON lines are read as they are asked for. */
export const openSource = async (path: string, options: Partial<ReadOptions> = {}): Promise<Records> => {
  const file = options.file ?? path
  const format = formatOf(path)
  if (!format) {
    const endings = formats.flatMap((one) => one.extensions).join(', ')
    const message = `\`${file}\` has no known ending; answers are read from ${endings}`
    throw new Stop([{ level: 'error', rule: 'input/format', message, where: { file } }], 2)
  }
  if ((await kindOf(path)) === 'folder') throw fileStop({ code: 'EISDIR' }, file, 'read')
  return format.read(bytesOf(path, file), { ...options, file })
}

async function* bytesOf(path: string, file: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 262_144 })
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw fileStop(error, file, 'read')
  }
}
