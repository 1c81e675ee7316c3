import { CommanderError, Option, Command as Program } from 'commander'
import { tool } from '../app/tool.ts'
import { Stop } from '../model/finding.ts'
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import { createPrinter } from './print.ts'

/** Runs a command line (without node and script); gives the exit code. */
export const runProgram = async (words: readonly string[]): Promise<0 | 1 | 2> => {
  let exitCode: 0 | 1 | 2 = 0
  const program = new Program('verbatim')
    .description(
      'Turns free-text answers into checkable codings and theme-frequency tables. Nothing leaves this machine.',
    )
    .version(tool.version)
    .exitOverride()
    .showHelpAfterError('(run with --help for what is expected)')
  const groups = new Map<string, Program>()
  for (const command of commands) {
    const parts = command.name.split(' ')
    const leaf = parts.pop()!
    const parent = parts.length === 0 ? program : groupOf(program, groups, parts[0]!)
    addCommand(parent, leaf, command, (code) => {
      exitCode = code
    })
  }
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof Stop) {
      createPrinter().findings(error.findings)
      return error.exitCode
    }
    process.stderr.write(
      `this is a bug in verbatim ${tool.version}; please report it with these lines\n${(error as Error).stack ?? String(error)}\n`,
    )
    return 2
  }
}

const groupOf = (program: Program, groups: Map<string, Program>, name: string): Program => {
  const known = groups.get(name)
  if (known) return known
  const group = program.command(name).description(`tools for a ${name}`).exitOverride()
  groups.set(name, group)
  return group
}

const addCommand = (parent: Program, leaf: string, command: Command, done: (code: 0 | 1 | 2) => void): void => {
  const added = parent.command(leaf).description(command.summary).exitOverride()
  for (const { name, description } of command.arguments) added.argument(name, description)
  for (const { flags, description, default: value } of command.options)
    added.addOption(
      value === undefined ? new Option(flags, description) : new Option(flags, description).default(value),
    )
  added.addHelpText('after', `\nExamples:\n${command.examples.map((example) => `  ${example}`).join('\n')}`)
  added.action(async (...values: unknown[]) => {
    const options = added.opts<Record<string, string | boolean | undefined>>()
    const given = values.slice(0, command.arguments.length) as (string | string[] | undefined)[]
    done(
      await command.run({
        arguments: given,
        options,
        print: createPrinter(options.quiet === true || options.json === true),
      }),
    )
  })
}
