import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { stages } from '../src/pipeline/manifest.ts'
import { type Import, program, target, visit } from './program.ts'

/** The folders from left to right, as `src/README.md` states them. */
const line: readonly string[] = /^> (model → .*)$/m.exec(readFileSync('src/README.md', 'utf8'))![1]!.split(' → ')

const folderOf = (name: string): string => name.split('/')[0]!

/**
 * Which packages and modules of Node may be imported where; the longest path that fits counts. An own line for a file
 * is an exception to its folder: it should stay rare.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: ['zod'],
  statistics: [],
  text: [],
  'text/hash.ts': ['node:crypto'],
  'text/nearest.ts': ['natural/lib/natural/distance/jaro-winkler_distance.js'],
  formats: ['zod', 'csv-parse', 'iconv-lite', 'chardet', 'yauzl', 'saxes', 'read-excel-file/node'],
  'formats/xlsx-write.ts': ['write-excel-file/node', 'fflate'],
  'formats/parquet-write.ts': ['hyparquet-writer'],
  lexicon: ['zod'],
  'lexicon/kernel': [],
  'lexicon/forms': ['node:module', 'compromise'],
  'lexicon/importers': ['zod', 'saxes', 'csv-parse/sync'],
  closed: ['zod'],
  tables: [],
  audit: ['zod'],
  report: [],
  // The digest of the page's one style, for its content security policy.
  'report/html.ts': ['node:crypto'],
  'report/figures': ['vega', 'vega-lite'],
  'report/docx': ['docx', 'fflate'],
  'report/docx/raster.ts': ['@resvg/resvg-wasm'],
  stages: [],
  pipeline: ['zod'],
  io: ['zod', 'yaml', 'p-limit', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:worker_threads'],
  app: ['zod', 'node:path'],
  // Lists of pipelines and of journals: only `readdir`, see below.
  'app/check.ts': ['node:path', 'node:fs/promises'],
  'app/load.ts': ['zod', 'node:path', 'node:fs/promises'],
  'app/tool.ts': ['node:module'],
  // Files that come with the program: words for shares, fonts, the engine that draws pictures of points.
  'app/audit-text.ts': ['node:path', 'node:url'],
  'app/read-bands.ts': ['node:path', 'node:url'],
  'app/write-report.ts': ['node:module'],
  cli: ['node:path', 'node:util'],
  'cli/program.ts': ['commander'],
  'cli/link-command.ts': ['node:fs', 'node:url'],
  'index.ts': [],
}

const allowedFor = (name: string): readonly string[] => {
  const fits = Object.keys(allowed).filter((path) => name === path || name.startsWith(`${path}/`))
  return allowed[fits.sort((a, b) => b.length - a.length)[0] ?? ''] ?? []
}

/** The package of a module's name, such as `@a/b` of `@a/b/c.js`. */
const packageOf = (from: string): string => from.split('/', from.startsWith('@') ? 2 : 1).join('/')

const everyImport: readonly (Import & { readonly name: string })[] = program.flatMap(({ name, imports }) =>
  imports.map((one) => ({ name, ...one })),
)
const local = everyImport.filter(({ from }) => from.startsWith('.'))
const foreign = everyImport.filter(({ from }) => !from.startsWith('.'))

describe('the line of folders', () => {
  test('names every folder of src, and each has a README', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(new Set(folders.map(({ name }) => name))).toEqual(new Set(line))
    expect(line.filter((folder) => !existsSync(join('src', folder, 'README.md')))).toEqual([])
  })

  test('is imported from right to left only', () => {
    const wrong = local.flatMap(({ name, from }) => {
      const imported = target(name, from)
      if (imported === undefined || name === 'index.ts') return []
      const isRight = line.indexOf(folderOf(imported)) > line.indexOf(folderOf(name))
      return isRight || imported === 'index.ts' ? [`${name} imports ${imported}`] : []
    })
    expect(wrong).toEqual([])
  })

  test('is not left but for the package’s version', () => {
    const out = local.filter(({ name, from }) => target(name, from) === undefined)
    expect(out.map(({ name, from }) => `${name} ${from}`)).toEqual(['app/tool.ts ../../package.json'])
  })

  test('is open to users as use cases and nouns', () => {
    const folders = local.filter(({ name }) => name === 'index.ts').map(({ from }) => from.split('/')[1])
    expect(new Set(folders)).toEqual(new Set(['app', 'model']))
  })
})

test('every imported file is there, by its full name', () => {
  const names = new Set(program.map(({ name }) => name))
  const wrong = local.filter(({ name, from }) => {
    const imported = target(name, from)
    return imported !== undefined && !names.has(imported)
  })
  expect(wrong).toEqual([])
})

test('no files import each other in a ring', () => {
  const imports = new Map(program.map(({ name, imports: own }) => [name, own.map(({ from }) => target(name, from))]))
  const done = new Set<string>()
  const rings: string[] = []
  const walk = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name)
    if (start >= 0) rings.push([...path.slice(start), name].join(' → '))
    if (start >= 0 || done.has(name)) return
    for (const next of imports.get(name) ?? []) if (next !== undefined) walk(next, [...path, name])
    done.add(name)
  }
  for (const { name } of program) walk(name, [])
  expect(rings).toEqual([])
})

describe('packages and modules of Node', () => {
  test('are imported only where they may be', () => {
    const wrong = foreign.filter(({ name, from }) => !allowedFor(name).includes(from))
    expect(wrong.map(({ name, from }) => `${name} imports ${from}`)).toEqual([])
  })

  test('are all in use where they are allowed', () => {
    const used = Object.entries(allowed).flatMap(([path, names]) =>
      names
        .filter(
          (one) => !foreign.some(({ name, from }) => from === one && (name === path || name.startsWith(`${path}/`))),
        )
        .map((one) => `${path} ${one}`),
    )
    expect(used).toEqual([])
  })

  test('beside io only the list of a folder is read from the disk', () => {
    const disk = foreign.filter(({ name, from }) => from.startsWith('node:fs') && name.startsWith('app/'))
    expect(disk.flatMap(({ names }) => names)).toEqual(disk.map(() => 'readdir'))
  })

  test('natural is loaded by single files, never by its root, whose import reads .env and prints', () => {
    const natural = foreign.filter(({ from }) => /^natural(\/|$)/.test(from))
    expect(natural.filter(({ from }) => !/^natural\/lib\/natural\/(?!util\/).+\/[\w-]+\.js$/.test(from))).toEqual([])
  })

  test('are dependencies of the package, and all dependencies are imported', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
    const packages = foreign.filter(({ from }) => !from.startsWith('node:')).map(({ from }) => packageOf(from))
    // Letters for pictures: read as files, not imported.
    expect(new Set([...packages, 'dejavu-fonts-ttf'])).toEqual(new Set(Object.keys(dependencies)))
  })
})

describe('nothing depends on clock, chance, place or language', () => {
  /** Exact places where it may, with why. */
  const exceptions: readonly string[] = [
    // The time of the run, for the manifest.
    'cli/commands/run.ts new Date',
    // A workbook's serial number as a calendar date, in UTC.
    'formats/xlsx.ts new Date',
    // What the manifest says of the engine.
    'app/tool.ts process.versions',
    // Whether the terminal wants colour.
    'cli/print.ts process.env',
  ]
  const forbidden =
    /^(Date(\.\w+)?|new Date|Math\.random|Intl(\.\w+)?|performance(\.\w+)?|fetch|process\.(env|versions|platform|hrtime|uptime)|crypto\.(randomUUID|getRandomValues)|.*\.(localeCompare|toLocale\w+))$/

  test('but at the places listed', () => {
    const found = new Set<string>()
    for (const { name, tree } of program)
      visit(tree, (node) => {
        const text = ts.isNewExpression(node)
          ? `new ${node.expression.getText()}`
          : ts.isPropertyAccessExpression(node)
            ? node
                .getText()
                .replace(/\s/g, '')
                .replace(/^(process\.\w+).*/, '$1')
            : ts.isCallExpression(node)
              ? node.expression.getText()
              : ''
        if (forbidden.test(text)) found.add(`${name} ${text}`)
      })
    expect([...found].sort()).toEqual([...exceptions].sort())
  })
})

test('only the command line speaks to the terminal or ends the process', () => {
  const wrong: string[] = []
  for (const { name, tree } of program)
    visit(tree, (node) => {
      if (!ts.isPropertyAccessExpression(node) || name.startsWith('cli/')) return
      if (/^(console\.\w+|process\.(stdout|stderr|exit|exitCode|argv|chdir))$/.test(node.getText()))
        wrong.push(`${name} ${node.getText()}`)
    })
  expect(wrong).toEqual([])
})

describe('the style', () => {
  const found = (kind: (node: ts.Node) => boolean): readonly string[] =>
    program.flatMap(({ name, tree }) => {
      const hits: string[] = []
      visit(tree, (node) => {
        if (kind(node)) hits.push(`${name}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
      })
      return hits
    })

  test('has one class, the error that stops a run', () => {
    expect(found(ts.isClassLike).map((place) => place.split(':')[0])).toEqual(['model/finding.ts'])
  })

  test('has no enums, no namespaces, no default exports and no `any`', () => {
    const isDefault = (node: ts.Node): boolean =>
      ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword
    expect(
      found((node) => ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)).filter(
        (place) => !/\.d\.ts:/.test(place),
      ),
    ).toEqual([])
    expect(
      found((node) => isDefault(node) && !ts.isDefaultClause(node.parent)).filter((place) => !/\.d\.ts:/.test(place)),
    ).toEqual([])
    expect(found((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([])
  })

  test('names no file after nothing', () => {
    const empty = /(^|\/)(utils?|helpers?|types|misc|common|manager|data|info)\.ts$/
    expect(program.filter(({ name }) => empty.test(name)).map(({ name }) => name)).toEqual([])
  })

  test('says of every exported function and value what it is or gives', () => {
    const bare = program.flatMap(({ name, tree }) =>
      tree.statements
        .filter((node) => ts.isVariableStatement(node) || ts.isFunctionDeclaration(node))
        .filter((node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        .filter((node) => ts.getJSDocCommentsAndTags(node).length === 0)
        // A line right below another is part of what was said above.
        .filter((node) => /\n\s*\n$|^\s*$/.test(tree.text.slice(0, node.getStart())))
        .map((node) => `${name}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`),
    )
    expect(bare).toEqual([])
  })
})

describe('lists', () => {
  test('every command is in the list of commands', () => {
    const files = readdirSync('src/cli/commands').filter((file) => file !== 'index.ts' && file !== 'README.md')
    const listed = everyImport
      .filter(({ name, from }) => name === 'cli/commands/index.ts' && from.startsWith('./'))
      .map(({ from }) => from.slice(2))
    // A file that commands share is no command: it exports none.
    const shared = files.filter(
      (file) => !/^export const \w+: Command\b/m.test(readFileSync(join('src/cli/commands', file), 'utf8')),
    )
    expect(new Set([...listed, ...shared])).toEqual(new Set(files))
  })

  test('every stage is a file of its name', () => {
    expect(stages.filter(({ name }) => !existsSync(`src/stages/${name}.ts`))).toEqual([])
  })

  test('every folder of the project that people look into has a README', () => {
    const folders = ['.', 'pipelines', 'lexicons', 'data', 'output', 'tests', 'src', 'docs'].filter((folder) =>
      existsSync(folder),
    )
    expect(folders.filter((folder) => !existsSync(join(folder, 'README.md')))).toEqual([])
    const studies = readdirSync('data', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const silent = studies.filter(({ name }) => !existsSync(join('data', name, 'README.md')))
    expect(silent.map(({ name }) => `data/${name}`)).toEqual([])
  })
})
