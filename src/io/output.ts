import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Stop } from '../model/finding.ts'
import { below, fileStop, kindOf, readBytes, syncFolder } from './files.ts'
import { clearLeftovers, newFolderName } from './leftovers.ts'
import { openWriter, type Writer } from './writer.ts'

/** A folder of results in the making. Until `commit` the folder of the run before stays as it is. */
export interface Output {
  /** Opens a file below the folder, to be written in pieces. */
  readonly stream: (name: string) => Promise<Writer>
  /** Writes a whole file below the folder. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<void>
  /** Puts all files onto the disk and swaps the folder in. */
  readonly commit: () => Promise<void>
  /** Throws away what was written; after `commit` it does nothing. */
  readonly abort: () => Promise<void>
}

export interface OutputOptions {
  /** A file that every output folder holds: a folder with other files but without it is somebody else's. */
  readonly marker?: string
  /** Whether the marker's text is one that this program wrote; another tool's file of that name is no marker. */
  readonly isOwn?: (content: string) => boolean
  /** The folder's name in messages. */
  readonly name?: string
}

/**
 * Starts an output folder beside `dir`. Remains of killed runs are cleared away first; a `dir` that holds files but no
 * marker is refused (`Stop`, exit code 2), because it would be replaced as a whole.
 */
export const openOutput = async (
  dir: string,
  { marker = 'manifest.json', isOwn = () => true, name = dir }: OutputOptions = {},
): Promise<Output> => {
  const target = resolve(dir)
  const parent = dirname(target)
  const fresh = join(parent, newFolderName(basename(target), 'partial'))
  const guard = <T>(work: Promise<T>, file = name): Promise<T> =>
    work.catch((error: unknown) => {
      throw fileStop(error, file, 'written')
    })
  await guard(mkdir(parent, { recursive: true }))
  await guard(clearLeftovers(parent, basename(target)))
  await refuseForeign(target, marker, isOwn, name)
  await guard(mkdir(fresh))
  const writers = new Map<string, Writer>()
  let isOpen = true

  const stream = async (file: string): Promise<Writer> => {
    if (!isOpen) throw new Error('the output is closed')
    checkName(file, writers)
    const path = below(fresh, file)
    // Taken before the first wait, so that two calls cannot both have the name.
    const opened = guard(
      mkdir(dirname(path), { recursive: true }).then(() => openWriter(path, `${name}/${file}`)),
      `${name}/${file}`,
    )
    const placeholder: Writer = {
      write: async (text) => (await opened).write(text),
      close: async () => (await opened).close(),
    }
    writers.set(twinKey(file), placeholder)
    return opened
  }
  const abort = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    await Promise.allSettled([...writers.values()].map((writer) => writer.close()))
    await rm(fresh, { recursive: true, force: true })
  }
  const commit = async (): Promise<void> => {
    if (!isOpen) throw new Error('the output is closed')
    if (!writers.has(twinKey(marker))) throw new Error(`the output lacks its marker \`${marker}\``)
    try {
      for (const writer of writers.values()) await writer.close()
      await syncFolders(fresh)
      await swap(fresh, target, parent)
    } catch (error) {
      await abort()
      throw fileStop(error, name, 'written')
    }
    isOpen = false
  }
  const write = async (file: string, content: string | Uint8Array): Promise<void> => {
    const writer = await stream(file)
    await writer.write(content)
    await writer.close()
  }
  return { stream, write, commit, abort }
}

/** Old away, new in, old deleted: two renames, between which a kill leaves only what `clearLeftovers` puts right. */
const swap = async (fresh: string, target: string, parent: string): Promise<void> => {
  const old = join(parent, newFolderName(basename(target), 'old'))
  const hadOld = (await kindOf(target)) !== 'nothing'
  if (hadOld) await rename(target, old)
  try {
    await rename(fresh, target)
  } catch (error) {
    if (hadOld) await rename(old, target)
    throw error
  }
  await syncFolder(parent)
  if (hadOld) await rm(old, { recursive: true, force: true })
}

const syncFolders = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(folder, entry.name))
  await syncFolder(folder)
}

const refuseForeign = async (
  target: string,
  marker: string,
  isOwn: (content: string) => boolean,
  name: string,
): Promise<void> => {
  const kind = await kindOf(target)
  if (kind === 'nothing') return
  const names = kind === 'folder' ? await readdir(target) : []
  if (kind === 'folder' && names.length === 0) return
  if (names.includes(marker) && isOwn((await readBytes(join(target, marker), `${name}/${marker}`)).toString('utf8')))
    return
  const lacks = `it has no \`${marker}\` of this program`
  const found = kind === 'file' ? 'is a file' : `holds files that are no earlier output (${lacks})`
  const message = `\`${name}\` ${found}; it would be replaced as a whole. Name another folder, or empty this one`
  throw new Stop([{ level: 'error', rule: 'output/foreign', message, where: { file: name } }], 2)
}

/** Names that differ on one system are one file on another. */
const twinKey = (file: string): string => file.normalize('NFC').toLowerCase()

const safePart = /^[\p{L}\p{N}_-][\p{L}\p{N}._ -]*$/u
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

const checkName = (file: string, writers: ReadonlyMap<string, Writer>): void => {
  const isSafe = file
    .split('/')
    .every((part) => safePart.test(part) && !/[. ]$/.test(part) && !reserved.test(part) && part.length <= 150)
  if (isSafe && !writers.has(twinKey(file))) return
  const message = isSafe
    ? `two files of the output would be called \`${file}\``
    : `\`${file}\` is no safe file name; use letters, digits, \`-\` and \`_\``
  throw new Stop([{ level: 'error', rule: 'output/name', message, where: { file } }], 2)
}
