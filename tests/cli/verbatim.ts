import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** What a command came to. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Time for a test that starts the program a few times, in milliseconds: slow machines need seconds to start Node. */
export const patience = 60_000

/** Runs the built program, as a person would. */
export const verbatim = (
  words: readonly string[],
  { cwd = process.cwd(), env = {} }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> => {
  if (!existsSync(program)) throw new Error('there is no dist/cli/main.js: run `npm run build` first')
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...words],
      { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ code, stdout, stderr })
      },
    )
  })
}
