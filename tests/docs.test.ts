import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { Command } from '../src/cli/command.ts'
import { commands } from '../src/cli/commands/index.ts'
import { byBytes } from '../src/model/order.ts'
import { stages } from '../src/pipeline/manifest.ts'

const readme = readFileSync('README.md', 'utf8')

/** All pages of the project that people read. */
const pages: readonly string[] = ['.', 'data', 'docs', 'lexicons', 'output', 'pipelines', 'src', 'tests']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md'))
  .sort(byBytes)

/** The long form of an option, such as `--out`. */
const flag = (flags: string): string => /--[\w-]+/.exec(flags)![0]

/** Fenced blocks of a page in a language. */
const blocks = (page: string, language: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text!)

/** Command lines in the text of a shell block, without comments. */
const commandLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => /^(npx )?verbatim /.test(line))
    .map((line) => line.replace(/^(npx )?verbatim /, ''))

/** What is wrong with a command line: unknown command or option, or a file of this project that is not there. */
const faults = (line: string): readonly string[] => {
  const named = commands.filter(({ name }) => line === name || line.startsWith(`${name} `))
  const command = named.sort((a, b) => b.name.length - a.name.length)[0]
  if (!command) return [`${line}: no such command`]
  const known = new Set(['--help', ...command.options.map(({ flags }) => flag(flags))])
  const words = line.split(/\s+/)
  const unknown = words.filter((word) => word.startsWith('--') && !known.has(word.split('=')[0]!))
  // `mine` stands for a reader's own; what is written need not be there.
  const files = words.filter(
    (word, index) =>
      /^(pipelines|lexicons|data)\/(?!mine\/)[\w./-]+$/.test(word) && words[index - 1] !== '--out' && !existsSync(word),
  )
  return [...unknown, ...files].map((word) => `${line}: ${word}`)
}

describe('the root README', () => {
  const sections = readme.split(/^(?=## )/m)

  test.each(commands.map((command) => [command.name, command] as const))(
    'has `verbatim %s` with all its options',
    (name, { options }) => {
      const own = sections.filter((section) => section.includes(`verbatim ${name}`))
      expect(own.length).toBeGreaterThan(0)
      const told = own.join('\n')
      expect(options.map(({ flags }) => flag(flags)).filter((option) => !told.includes(option))).toEqual([])
    },
  )

  test('has a row for every stage, with what it reads and writes', () => {
    for (const { name } of stages) expect(readme).toMatch(new RegExp(`^\\| \`?${name}\`? \\|`, 'm'))
  })

  test('is finished', () => {
    expect(readme.match(/@@\w+@@|\bTODO\b|\bTBD\b/g) ?? []).toEqual([])
  })
})

describe('pages', () => {
  test.each(pages)('%s: links lead somewhere, YAML parses, commands are real', (page) => {
    const text = readFileSync(page, 'utf8')
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to]) => to!)
    const local = links.filter((to) => !/^[a-z]+:/.test(to))
    expect(local.filter((to) => !existsSync(join(dirname(page), to)))).toEqual([])
    const broken = blocks(page, 'yaml').flatMap((block) => parseDocument(block).errors.map(({ message }) => message))
    expect(broken).toEqual([])
    for (const block of blocks(page, 'json'))
      for (const line of block
        .trim()
        .split('\n')
        .filter((one) => one.startsWith('{') && one.endsWith('}')))
        expect(() => JSON.parse(line), line).not.toThrow()
    const lines = ['sh', 'bash', 'shell'].flatMap((language) => blocks(page, language)).flatMap(commandLines)
    expect(lines.flatMap(faults)).toEqual([])
  })

  test('the examples in the help of the commands are real', () => {
    const lines = commands.flatMap(({ examples }) => examples).map((line) => line.replace(/^verbatim /, ''))
    expect(lines.flatMap(faults)).toEqual([])
  })
})

/** The page of all commands, made of the one list that the help is made of too. */
const cliPage = (all: readonly Command[]): string =>
  `${[
    '# Commands',
    'Made of the list in `src/cli/commands/index.ts`; `UPDATE=1 npx vitest run tests/docs.test.ts` writes it anew.',
    'Exit codes: 0 fine, 1 errors in the material, 2 could not run.\nResults go to standard output, findings and progress to standard error.',
    ...all.flatMap(({ name, summary, arguments: given, options, examples }) => [
      `## verbatim ${name}`,
      `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
      `\`\`\`\nverbatim ${[name, ...given.map((one) => one.name), ...(options.length > 0 ? ['[options]'] : [])].join(' ')}\n\`\`\``,
      table(
        ['Argument or option', 'Is'],
        [
          ...given.map((one) => [one.name, one.description]),
          ...options.map(({ flags, description, default: value }) => [
            flags,
            value === undefined ? description : `${description} (default: ${value})`,
          ]),
        ],
      ),
      `\`\`\`sh\n${examples.join('\n')}\n\`\`\``,
    ]),
  ].join('\n\n')}\n`

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows.map(([name, text]) => [`\`${name}\``, text!.replace(/[|<]/g, '\\$&')])]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

test('docs/cli.md has the commands as they are (`UPDATE=1` writes it)', () => {
  const page = cliPage(commands)
  if (process.env.UPDATE === '1') writeFileSync('docs/cli.md', page)
  expect(existsSync('docs/cli.md') ? readFileSync('docs/cli.md', 'utf8') : '').toBe(page)
})
