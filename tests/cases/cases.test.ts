import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { byBytes } from '../../src/model/order.ts'
import { testFolder } from '../io/folder.ts'
import { caseNames, casesFolder, readable, runInto } from './run-case.ts'

// Whole runs take seconds where the machine is busy.
vi.setConfig({ testTimeout: 60_000 })

/** With `UPDATE=1` the expected files are written anew; what changed is then read like code. */
const update = process.env.UPDATE === '1'

describe('a little study comes out as expected', () => {
  test.each(caseNames)('%s', async (name) => {
    const out = join(testFolder(), 'out')
    await runInto(join(casesFolder, name, 'pipeline.yaml'), out)
    const found = readable(out)
    const expected = join(casesFolder, name, 'expected')
    if (update) {
      rmSync(expected, { recursive: true, force: true })
      mkdirSync(expected)
      for (const [file, text] of found) writeFileSync(join(expected, file), text)
    }
    expect([...found.keys()].sort(byBytes)).toEqual(readdirSync(expected).sort(byBytes))
    for (const [file, text] of found) expect(text, file).toBe(readFileSync(join(expected, file), 'utf8'))
  })
})
