import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { load, pipelines } from './pipelines.ts'

const patience = 120_000

test('there is a pipeline for each study', () => {
  expect(pipelines).toEqual(['upr.yaml', 'wildlife.yaml'])
})

describe.each(pipelines)('%s', (name) => {
  test(
    'loads without errors or warnings, with a lexicon for every code of its codebook',
    async () => {
      const { findings, lexicons, material } = await load(name)
      expect(findings.filter(({ level }) => level !== 'note')).toEqual([])
      const covered = new Set(lexicons.flatMap(({ content }) => Object.keys(content.codes)))
      expect(material.codes.filter(({ id }) => !covered.has(id)).map(({ id }) => id)).toEqual([])
    },
    patience,
  )

  test(
    'names everything from the root of the project, none of it a path of a machine',
    async () => {
      const { files, pipeline } = await load(name)
      for (const { file } of files) {
        expect(file).not.toMatch(/^[/\\]|^[A-Za-z]:|\.\./)
        expect(existsSync(file)).toBe(true)
      }
      expect(pipeline.input.file).not.toMatch(/^[/\\]|\.\./)
    },
    patience,
  )
})
