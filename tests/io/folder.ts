import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new empty folder that is deleted after the test. */
export const testFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** All names in a folder, hidden ones too, sorted. */
export const namesIn = (folder: string): readonly string[] => readdirSync(folder).sort()
