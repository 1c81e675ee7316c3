import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const available = spawnSync('rg', ['--version']).status === 0
const mostOutput = 2 ** 30

const search = (name, flags, megabytes, notes, hitsOf) => {
  let folder
  let written
  const file = (part) => join(folder, part)
  return {
    name,
    notes,
    megabytes,
    missing: available ? undefined : '`rg` is not on the path',
    separateProcess: 'rg',
    prepare: (terms) => {
      folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
      writeFileSync(file('terms'), `${terms.join('\n')}\n`)
    },
    run: (texts) => {
      if (written !== texts)
        writeFileSync(file('texts'), `${texts.map((text) => text.replace(/\s+/g, ' ')).join('\n')}\n`)
      written = texts
      const { stdout, status } = spawnSync(
        'rg',
        ['--no-config', '-j', '1', ...flags, '-F', '-f', file('terms'), file('texts')],
        { maxBuffer: mostOutput },
      )
      if (status !== 0 && status !== 1) throw new Error(`rg ended with ${status}`)
      return hitsOf(stdout)
    },
  }
}

const linesOf = (output) => {
  let lines = 0
  for (let place = output.indexOf(10); place >= 0; place = output.indexOf(10, place + 1)) lines++
  return lines
}

export const ripgrepWords = search(
  'ripgrep: -F -i -w -o',
  ['-i', '-w', '-o', '-b'],
  2,
  'one thread, start-up included; whole words with byte offsets',
  linesOf,
)
export const ripgrepCount = search(
  'ripgrep: -F -c',
  ['-c'],
  undefined,
  'one thread, start-up included; only counts lines with a hit, also inside words',
  (output) => Number(output.toString()),
)
