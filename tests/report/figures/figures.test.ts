import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { draw } from '../../../src/report/figures/draw.ts'
import { dress } from '../../../src/report/figures/dress.ts'
import type { Chart } from '../../../src/report/figures/figure.ts'
import { makeFigures } from '../../../src/report/figures/index.ts'
import { specOf } from '../../../src/report/figures/spec.ts'
import { littleLayers, reportOf } from '../little-report.ts'
import { published, publishedTables, sample } from './study.ts'

const figures = makeFigures(sample(), publishedTables())

/** Names of the elements of a picture, and its texts; throws where it is no well-formed XML. */
const contentOf = (svg: string): { readonly elements: readonly string[]; readonly texts: readonly string[] } => {
  const elements: string[] = []
  const texts: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    elements.push(name)
    if (name === 'text') texts.push('')
  })
  parser.on('text', (text) => {
    if (elements.at(-1) === 'tspan' || elements.at(-1) === 'text') texts[texts.length - 1] += text
  })
  parser.write(svg).close()
  return { elements, texts }
}

describe('the figures of the sample', () => {
  test('are the eleven of the published report, in numbering and order, then one a family', () => {
    expect(figures.slice(0, 11).map(({ number, subject }) => [number, subject])).toEqual([
      ['I', 'region'],
      ...published.map(([number, question]) => [number, question]),
    ])
    const families = new Set(sample().codes.map(({ family }) => family))
    expect(figures.slice(11).map(({ kind, subject }) => [kind, subject])).toEqual(
      [...families].map((one) => ['family', one]),
    )
    expect(figures[11]!.number).toBe('XII')
  })

  test('show every class with count and per cent, as the report has them', () => {
    for (const [number, , counts] of published) {
      const { chart, svg } = figures.find((figure) => figure.number === number)!
      expect(chart.bars.map(({ count }) => count)).toEqual(counts)
      const labels = chart.bars.map(({ count, percent }) => `${count} (${percent}%)`)
      expect(contentOf(svg).texts.filter((text) => text.includes('%'))).toEqual(labels)
    }
    expect(figures[1]!.chart.bars.map(({ percent }) => percent)).toEqual([53, 29, 12, 6])
  })

  test('show themes most frequent first', () => {
    for (const { kind, chart } of figures)
      if (kind === 'family')
        expect(chart.bars.map(({ count }) => count)).toEqual(
          chart.bars.map(({ count }) => count).toSorted((a, b) => b - a),
        )
  })
})

describe('a picture', () => {
  test('is well-formed, stands alone and is told in words', () => {
    for (const { svg, title, number, desc, alt } of figures) {
      const { elements } = contentOf(svg)
      expect(elements.slice(0, 3)).toEqual(['svg', 'title', 'desc'])
      expect(new Set(elements)).toEqual(
        new Set([
          'svg',
          'title',
          'desc',
          'rect',
          'g',
          'line',
          'text',
          'path',
          ...(elements.includes('tspan') ? ['tspan'] : []),
        ]),
      )
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="[^"]+" aria-describedby="[^"]+"/)
      expect(svg).not.toMatch(/url\(|<style|\sstyle=|href|\son\w+=|NaN|undefined/)
      expect(alt).toContain(`Figure ${number}, bar chart. ${title}`)
      expect(desc).toContain('per cent')
    }
  })

  test('has text in the reader’s sans-serif font and in the page’s ink', () => {
    for (const [text] of figures[0]!.svg.matchAll(/<text[^>]*>/g)) {
      expect(text).toContain('font-family="sans-serif"')
      expect(text).toContain('fill="currentColor"')
    }
  })

  test('has the same bytes each time it is drawn, after whatever other', () => {
    const again = makeFigures(sample(), publishedTables())
    expect(again.map(({ svg }) => svg)).toEqual(figures.map(({ svg }) => svg))
  })

  test('is this one, for three classes', async () => {
    const chart: Chart = {
      unit: 'Respondents',
      end: 77,
      left: 0,
      bars: [
        { label: 'Yes', count: 50, percent: 65, look: 'solid' },
        { label: 'Not classifiable', count: 12, percent: 16, look: 'hatched' },
        { label: 'Not applicable (no answer or no data)', count: 15, percent: 19, look: 'hollow' },
      ],
    }
    const svg = dress(draw(specOf(chart)), { id: 'figure-i', title: 'Figure I. A question', desc: 'Three bars.' })
    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot('./expected/three-classes.svg')
  })

  test('tells bars of no class apart without colour', () => {
    const { svg } = reportOf(littleLayers()).figures[1]!
    expect(svg.match(/<path [^>]*fill="none" stroke="#[0-9a-f]+"/g)).toHaveLength(1)
    expect(svg.match(/<path [^>]*fill="#[0-9a-f]+"/g)).toHaveLength(2)
  })

  test.each(['<script>', '"onload="', 'a & b', '\u0000\u202e\ud800', 'd="1.2345" >'])(
    'shows the label %j as text',
    (label) => {
      const chart: Chart = {
        unit: 'Respondents',
        end: 1,
        left: 0,
        bars: [{ label, count: 1, percent: 1, look: 'solid' }],
      }
      const { texts } = contentOf(dress(draw(specOf(chart)), { id: 'x', title: label, desc: label }))
      // Controls are shown as U+FFFD, marks of direction are left out.
      const shown = label.replace(/[\0\ud800]/g, '\ufffd').replace('\u202e', '')
      expect(texts.map((text) => text.replaceAll(' ', ''))).toContain(shown.replaceAll(' ', ''))
    },
  )

  test('of nobody is drawn too', () => {
    const chart: Chart = { unit: 'Respondents', end: 1, left: 0, bars: [] }
    expect(contentOf(dress(draw(specOf(chart)), { id: 'x', title: 't', desc: 'd' })).elements).toContain('svg')
  })
})
