import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderDocx } from '../../../src/report/docx/document.ts'
import type { Raster } from '../../../src/report/docx/picture.ts'
import { makeFigures } from '../../../src/report/figures/index.ts'
import { littleStudy } from '../../tables/little-study.ts'
import { publishedTables, sample } from '../figures/study.ts'
import { littleLayers, reportOf } from '../little-report.ts'
import { partsOf, pngSize, rasterOf } from './tools.ts'

let raster: Raster
let bytes: Uint8Array
let parts: Readonly<Record<string, string>>
const text = (xml: string): string => [...xml.matchAll(/<w:t\b[^>]*>([^<]*)/g)].map(([, words]) => words).join('')
const document = (): string => parts['word/document.xml']!
const paragraphs = (style: string): readonly string[] =>
  document()
    .split('<w:p>')
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map(text)

beforeAll(async () => {
  raster = await rasterOf()
  bytes = await renderDocx(reportOf(littleLayers()).content, raster)
  parts = partsOf(bytes)
}, 60_000)

describe('the document', () => {
  test('has the same bytes each time, also as the second of a process', async () => {
    expect(Buffer.from(await renderDocx(reportOf(littleLayers()).content, raster)).equals(bytes)).toBe(true)
  })

  test('says no time and leads nowhere outside', () => {
    expect(parts['docProps/core.xml']).not.toContain('dcterms:')
    for (const [name, xml] of Object.entries(parts))
      if (name.endsWith('.rels')) expect(xml).not.toContain('TargetMode="External"')
  })

  test('is well-formed in every part', () => {
    for (const [name, xml] of Object.entries(parts)) {
      if (!/\.(xml|rels|svg)$/.test(name)) continue
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => expect.fail(`${name}: ${error.message}`))
      parser.write(xml).close()
    }
  })

  test('has real headings', () => {
    expect(paragraphs('Heading1')).toEqual(['Respondents', 'Closed questions', 'Themes', 'Annex: methods'])
    expect(paragraphs('Heading2')).toEqual([
      'Question law: Is it an offence?',
      'Question penalty: If yes, is the penalty high?',
      'Needs',
      'Bodies',
      'How this was counted',
      'Words for shares',
      'Questionnaire',
      'Codebook',
      'Counts',
      'Decisions of reviewers',
      'Findings',
      'Versions and fingerprints',
    ])
    expect(paragraphs('Title')).toEqual(['A little study'])
  })

  test('numbers its figures and tables by fields that a word processor keeps up', () => {
    const captions = paragraphs('Caption')
    expect(captions.filter((caption) => caption.startsWith('Figure'))).toEqual([
      'Figure I. Number of respondents, by region',
      'Figure II. Question law: Is it an offence?',
      'Figure III. Question penalty: If yes, is the penalty high?',
      'Figure IV. Themes: Needs',
      'Figure V. Themes: Bodies',
    ])
    expect(document().match(/SEQ Figure \\\* ROMAN \\r \d+/g)).toHaveLength(5)
    const tables = captions.filter((caption) => caption.startsWith('Table')).map((caption) => caption.split('.')[0])
    expect(tables).toEqual(tables.map((_, index) => `Table ${index + 1}`))
  })

  test('refers only to places that are there, each there once', () => {
    const places = [...document().matchAll(/<w:bookmarkStart\b[^>]*? w:name="([^"]*)"/g)].map(([, name]) => name!)
    expect(new Set(places).size).toBe(places.length)
    const wanted = [
      ...document().matchAll(/w:instr="REF (\S+) /g),
      ...document().matchAll(/<w:hyperlink\b[^>]*? w:anchor="([^"]*)"/g),
    ].map(([, name]) => name!)
    expect(wanted.length).toBeGreaterThan(20)
    for (const name of wanted) expect(places).toContain(name)
  })

  test('repeats the head of every table on each page', () => {
    expect(document().match(/<w:tblHeader\b/g)?.length).toBe(document().match(/<w:tbl>/g)?.length)
  })

  test('has every figure as a drawing, with a picture of points beside it and words for those who do not see it', () => {
    const names = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
    expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(5)
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(5)
    expect(document()).toContain(
      'descr="Figure II, bar chart. Question law: Is it an offence? The longest: Yes: 1, 50 per cent.',
    )
    for (const name of names) if (name.endsWith('.svg')) expect(parts[name]).not.toContain('currentColor')
  })

  test('has the paragraphs of the page, numbered, and a methods annex', () => {
    expect(text(document())).toContain(
      'One respondent (50 per cent) answered “yes” to question law (see figure II). No respondents answered “no”.',
    )
    expect(document()).toContain('<w:numPr>')
    for (const words of [
      'Training is asked for.',
      'from 20 to below 50 per cent',
      'Lexicon little/needs',
      'Codings accepted',
      'reviewer-1',
      'If yes, is the penalty high? (After “Yes” to question law.)',
    ])
      expect(text(document())).toContain(words)
  })

  test('shows hostile names as text', async () => {
    const title = '</w:t><w:p>&\u0000\u202e"'
    const hostile = partsOf(
      await renderDocx(reportOf(littleLayers(), { study: littleStudy({ title }) }).content, raster),
    )
    expect(text(hostile['word/document.xml']!)).toContain('&lt;/w:t&gt;&lt;w:p&gt;&amp;\ufffd')
    expect(hostile['docProps/core.xml']).not.toContain('<w:p>')
  })
})

test('a picture of points is twice as wide as the drawing, and the same each time', () => {
  const { svg, width, height } = makeFigures(sample(), publishedTables())[1]!
  const png = raster(svg)
  expect(pngSize(png)).toEqual([2 * width, 2 * height])
  expect(Buffer.from(raster(svg)).equals(png)).toBe(true)
})
