import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Loaded, loadPipeline } from '../src/app/load.ts'
import { byBytes } from '../src/model/order.ts'

/** The pipelines of the project, as file names. */
export const pipelines: readonly string[] = readdirSync('pipelines')
  .filter((name) => name.endsWith('.yaml'))
  .sort(byBytes)

const loaded = new Map<string, Promise<Loaded>>()

/** A pipeline with all its files; read once a test file, since it takes a second. */
export const load = (name: string): Promise<Loaded> => {
  const known = loaded.get(name) ?? loadPipeline(join('pipelines', name))
  loaded.set(name, known)
  return known
}
