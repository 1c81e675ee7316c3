import type { Printer } from './print.ts'

/** One option of a command, in commander's notation. */
export interface CommandOption {
  readonly flags: string
  readonly description: string
  readonly default?: string
}

/** One command: what help, README and the docs test are made of, and what it does. */
export interface Command {
  /** Words of the command line, such as `run` or `lexicon test`. */
  readonly name: string
  readonly summary: string
  /** In commander's notation, such as `<pipeline>` and `[files...]`. */
  readonly arguments: readonly { readonly name: string; readonly description: string }[]
  readonly options: readonly CommandOption[]
  /** Command lines that work as they stand in the project's root. */
  readonly examples: readonly string[]
  /** Gives the exit code: 0 fine, 1 errors in the material, 2 could not run. */
  readonly run: (input: CommandInput) => Promise<0 | 1 | 2>
}

export interface CommandInput {
  readonly arguments: readonly (string | readonly string[] | undefined)[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly print: Printer
}

/** The value of an option that takes a word. */
export const word = (options: CommandInput['options'], name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
