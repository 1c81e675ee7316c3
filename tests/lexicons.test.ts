import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runClosedExamples } from '../src/closed/examples.ts'
import { runExamples } from '../src/lexicon/examples.ts'
import { placeText } from '../src/model/finding.ts'
import { byBytes } from '../src/model/order.ts'
import { createRules } from '../src/pipeline/chunk.ts'
import { load, pipelines } from './pipelines.ts'

const patience = 120_000

test.each(pipelines)(
  '%s: its rules read every example as its author does',
  async (name) => {
    const { lexicons, closed, material } = await load(name)
    const { tagger, classifier } = createRules(material)
    const findings = [
      ...lexicons.flatMap((source) => runExamples(source, material.codes, tagger)),
      ...(closed ? runClosedExamples(closed, classifier) : []),
    ]
    expect(findings.map(({ where, message }) => `${placeText(where)} ${message}`)).toEqual([])
  },
  patience,
)

test(
  'every lexicon is used by a pipeline',
  async () => {
    const used = new Set<string>()
    for (const name of pipelines) for (const { file } of (await load(name)).files) used.add(file)
    const lexicons = readdirSync('lexicons', { recursive: true, encoding: 'utf8' })
      .map((name) => `lexicons/${name.replaceAll('\\', '/')}`)
      // Bands of the words of reports are read by the audit of figures, not by pipelines.
      .filter((name) => name.endsWith('.yaml') && !name.startsWith('lexicons/bands/'))
      .sort(byBytes)
    expect(lexicons.filter((name) => !used.has(name))).toEqual([])
  },
  patience,
)

test(
  'the inflected forms of all lemmas are written down (`verbatim lexicon forms pipelines/*.yaml`)',
  async () => {
    const written = JSON.parse(readFileSync('lexicons/forms/en.json', 'utf8')) as Record<string, readonly string[]>
    const missing = new Set<string>()
    for (const name of pipelines)
      for (const [lemma] of (await load(name)).material.forms) if (!written[lemma]) missing.add(lemma)
    expect([...missing].sort(byBytes)).toEqual([])
    expect(Object.keys(written)).toEqual(Object.keys(written).sort(byBytes))
  },
  patience,
)
