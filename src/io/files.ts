import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { Stop } from '../model/finding.ts'

/** The error of a file operation that failed, in plain words (exit code 2). */
export const fileStop = (error: unknown, file: string, doing: 'read' | 'written'): Stop => {
  if (error instanceof Stop) return error
  const { code, message } = error as NodeJS.ErrnoException
  const why: Readonly<Record<string, string>> = {
    ENOENT: doing === 'read' ? 'there is no such file; check the name' : 'its folder does not exist',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EEXIST: 'a part of its path is a file, not a folder',
    EISDIR: 'it is a folder; name a file',
    EACCES: 'this user may not; check the permissions',
    EPERM: 'this user may not; check the permissions',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full; free some space and run again',
    EDQUOT: 'the disk quota is used up; free some space and run again',
    EMFILE: 'too many files are open',
  }
  return new Stop(
    [
      {
        level: 'error',
        rule: doing === 'read' ? 'file/read' : 'file/write',
        message: `\`${file}\` cannot be ${doing}: ${why[code ?? ''] ?? message}`,
        where: { file },
      },
    ],
    2,
  )
}

/** A file's bytes. `name` is what messages call it. */
export const readBytes = async (path: string, name = path): Promise<Buffer> => {
  try {
    return await readFile(path)
  } catch (error) {
    throw fileStop(error, name, 'read')
  }
}

/** A UTF-8 file's text, without a byte order mark; other bytes are a `Stop` (exit code 2). */
export const readText = async (path: string, name = path): Promise<string> => {
  const bytes = await readBytes(path, name)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const message = `\`${name}\` is not UTF-8 text; save it as UTF-8`
    throw new Stop([{ level: 'error', rule: 'file/read', message, where: { file: name } }], 2)
  }
}

/** Waits for all, then gives all results in order, or one `Stop` with the errors of all. */
export const together = async <T extends readonly Promise<unknown>[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> => {
  const results = await Promise.allSettled(work)
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
  const other = failures.find((failure) => !(failure instanceof Stop))
  if (other !== undefined) throw other
  const stops = failures as Stop[]
  if (stops.length > 0)
    throw new Stop(
      stops.flatMap((stop) => stop.findings),
      stops.some((stop) => stop.exitCode === 2) ? 2 : 1,
    )
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as never
}

/** Reads many files at once, at most `atOnce` at a time; results in the order of the paths. All errors at once. */
export const readAll = async <T>(
  paths: readonly string[],
  read: (path: string) => Promise<T>,
  atOnce = 8,
): Promise<readonly T[]> => {
  const limit = pLimit(atOnce)
  return together(paths.map((path) => limit(() => read(path))))
}

/** Writes a whole file so that a reader sees the old or the new one, also after a crash. Makes the folder if needed. */
export const writeWhole = async (path: string, data: string | Uint8Array, name = path): Promise<void> => {
  const folder = dirname(path)
  const beside = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.partial`)
  try {
    await mkdir(folder, { recursive: true })
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(data)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, path)
    await syncFolder(folder)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw fileStop(error, name, 'written')
  }
}

/** Makes a rename in a folder last; systems that cannot open folders need no such step. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined)
  if (!handle) return
  await handle.sync().catch(() => {})
  await handle.close()
}

/** Whether a path exists, and as what. */
export const kindOf = async (path: string): Promise<'file' | 'folder' | 'nothing'> => {
  const found = await stat(path).catch(() => undefined)
  if (!found) return 'nothing'
  return found.isDirectory() ? 'folder' : 'file'
}

/** The absolute path of `path` below `root`; a path that leaves the root is a `Stop` (exit code 2). */
export const below = (root: string, path: string): string => {
  const target = resolve(root, path)
  const way = relative(resolve(root), target)
  if (way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way) && !path.includes('\0'))
    return target
  const message = `\`${path}\` leads out of the project's folder; name a path inside it`
  throw new Stop([{ level: 'error', rule: 'file/outside', message, where: { file: path } }], 2)
}
