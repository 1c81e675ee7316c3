import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { kindOf } from './files.ts'

/** Numbers of this process's own folders, which are no leftovers. */
const own = new Set<string>()
let count = 0

/** A name for a folder beside `base` that tells which process it belongs to. */
export const newFolderName = (base: string, use: 'partial' | 'old'): string => {
  const name = `.${base}.${use}-${process.pid}-${count++}`
  own.add(name)
  return name
}

/** Deletes what killed runs left beside `base`; an old folder whose successor never arrived is put back. */
export const clearLeftovers = async (parent: string, base: string): Promise<void> => {
  for (const name of await readdir(parent)) {
    const match = name.startsWith(`.${base}.`) && /^(partial|old)-(\d+)-\d+$/.exec(name.slice(base.length + 2))
    if (!match || own.has(name) || isRunning(Number(match[2]))) continue
    const path = join(parent, name)
    if (match[1] === 'old' && (await kindOf(join(parent, base))) === 'nothing') await rename(path, join(parent, base))
    else await rm(path, { recursive: true, force: true })
  }
}

const isRunning = (pid: number): boolean => {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
