import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { fileStop } from './files.ts'

/** SHA-256 of a file's bytes, in hexadecimal. */
export const fingerprint = async (path: string, name = path): Promise<string> => {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    throw fileStop(error, name, 'read')
  }
  return hash.digest('hex')
}
