import { open } from 'node:fs/promises'
import { fileStop } from './files.ts'

/** Appends to one new file, in order. `close` puts it onto the disk; a second `close` does nothing. */
export interface Writer {
  readonly write: (content: string | Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

/** How much text waits before it is written, in UTF-16 units. */
const bufferUnits = 262_144

/** Opens a new file for writing; it must not exist yet. The first error comes back from every later call. */
export const openWriter = async (path: string, name = path): Promise<Writer> => {
  const handle = await open(path, 'wx')
  let waiting: string[] = []
  let size = 0
  let failure: unknown
  let closing: Promise<void> | undefined
  let last: Promise<void> = Promise.resolve()

  const enqueue = (data: string | Uint8Array): Promise<void> => {
    last = last.then(async () => {
      if (failure !== undefined) return
      try {
        await handle.writeFile(data)
      } catch (error) {
        failure = fileStop(error, name, 'written')
      }
    })
    return last
  }
  const flush = (): Promise<void> => {
    if (size === 0) return last
    const text = waiting.join('')
    waiting = []
    size = 0
    return enqueue(text)
  }
  const check = (): void => {
    if (failure !== undefined) throw failure
  }
  return {
    write: async (content) => {
      if (closing) throw new Error(`\`${name}\` is closed`)
      if (typeof content === 'string') {
        waiting.push(content)
        size += content.length
        if (size >= bufferUnits) await flush()
      } else {
        flush()
        await enqueue(content)
      }
      check()
    },
    close: async () => {
      closing ??= (async () => {
        await flush()
        try {
          if (failure === undefined) await handle.sync()
        } catch (error) {
          failure = fileStop(error, name, 'written')
        } finally {
          await handle.close()
        }
      })()
      await closing
      check()
    },
  }
}
