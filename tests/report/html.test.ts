import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import type { Study } from '../../src/model/study.ts'
import type { Layers } from '../../src/tables/layers.ts'
import { answer, coding, label, littleStudy } from '../tables/little-study.ts'
import { littleLayers, reportOf } from './little-report.ts'

const page = (...parts: Parameters<typeof reportOf>): string => reportOf(...parts).html
const little = littleLayers

const finding: Finding = {
  level: 'warning',
  rule: 'ingest/blank',
  message: 'Found `nothing`, expected an answer.',
  where: { file: 'answers.csv', line: 3 },
}

/** The page as a reader would take it down: one line a block, words in marks between [ ]. */
const readable = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<\/?mark[^>]*>/g, (tag) => (tag[1] === '/' ? ']' : tag.includes('context') ? '[~' : '['))
    .replace(/<rect class="value" width="([^"]*)"[^>]*>/g, '|$1|')
    .replace(/<(h\d|tr|li|p|dt|caption|figcaption|desc|text|blockquote|summary|section|title)\b/g, '\n<$1')
    .replace(/<\/(th|td|dt|dd)>/g, ' · ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

test('a little report reads as expected', async () => {
  await expect(`${readable(page(little(), { findings: [finding] }))}\n`).toMatchFileSnapshot(
    './expected/little-report.txt',
  )
})

test('the same study makes the same bytes', () => {
  expect(page(little())).toBe(page(little()))
})

test('the page loads nothing, runs nothing, and its policy names its own style only', () => {
  const markup = page(little(), { findings: [finding] })
  const style = /<style>([\s\S]*?)<\/style>/.exec(markup)![1]!
  expect(markup).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  expect(markup).toContain("default-src 'none'")
  expect(markup).not.toMatch(/<script|<link|<iframe|<form|https?:|url\(|@import|\sstyle=|\son\w+=/i)
})

test('a study in which nothing was found makes a page without dead links', () => {
  const own = answer('A', 'needs', 'Money.')
  const rejected = [coding(own, 'need.training', ['Money'], 'rejected')]
  for (const layers of [
    { answers: [], labels: [], codings: [] },
    { answers: [own], labels: [], codings: rejected },
  ]) {
    const markup = page(layers)
    for (const [, link] of markup.matchAll(/href="#([^"]*)"/g)) expect(markup).toContain(`id="${link}"`)
  }
  expect(page({ answers: [own], labels: [], codings: rejected })).toContain(
    '1 rejected or moved away by a person, not counted',
  )
})

test('every place is unique and every link has its place', () => {
  const markup = page(little(), { findings: [finding] })
  const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const links = [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!)
  expect(links.length).toBeGreaterThan(10)
  for (const link of links) expect(ids).toContain(link.replace(/^#/, ''))
})

test('tags are closed in order', () => {
  const open: string[] = []
  for (const [tag, close, name] of page(little()).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (['meta', 'br'].includes(name!) || tag.endsWith('/>')) continue
    if (close) expect(open.pop()).toBe(name)
    else open.push(name!)
  }
  expect(open).toEqual([])
})

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'><iframe src=javascript:alert(1)>",
  '</bdi></blockquote></details><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<a href="javascript:alert(1)">x</a>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href=//evil.example>',
  '<style>*{background:url(//evil.example)}</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<form action=//evil.example><button>x',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<svg><animate onbegin=alert(1) attributeName=x>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '$' + '{alert(1)}`-alert(1)-`',
  '<scr\0ipt>alert(1)</scr\0ipt>',
  '\u202e<details open ontoggle=alert(1)>\u2066',
  '<mark onmouseover=alert(1)>x</mark>',
  ']]><![CDATA[<script>alert(1)</script>',
]

test.each(payloads)('hostile text %j is shown as text wherever it stands', (payload) => {
  const own = answer(payload, 'needs', payload, payload)
  const closed = answer(payload, 'law', payload, payload)
  const base = littleStudy()
  const hostile = (markup: string, study: Study) => {
    const layers: Layers = {
      answers: [closed, own],
      labels: [
        {
          ...label(closed, markup, { kind: markup, reason: markup }),
          because: [{ rule: markup, start: 0, end: 1, quote: markup }],
        },
      ],
      codings: study.codes.slice(0, 1).map(({ id }) => ({
        ...coding(own, id, [payload.slice(0, 5)]),
        note: markup,
        by: [markup],
        spans: [
          {
            start: 0,
            end: Math.min(5, payload.length),
            quote: markup,
            lexicon: markup,
            rule: markup,
            context: [{ class: 'done', start: 0, end: 2, quote: markup }],
          },
        ],
      })),
    }
    return page(layers, {
      study,
      findings: [{ level: 'error', rule: markup, message: markup, where: { file: markup } }],
    })
  }
  const dressed: Study = {
    ...base,
    title: payload,
    codes: base.codes.map((code) => ({
      ...code,
      id: code.id + payload,
      label: payload,
      definition: payload,
      familyLabel: payload,
    })),
    questions: new Map(
      [...base.questions].map(([id, question]) => [id, { ...question, number: payload, text: payload }]),
    ),
  }
  // The only tags are those of the page itself.
  const allowed =
    /^(html|head|meta|title|style|body|a|div|header|p|h[1-3]|dl|dt|dd|nav|ul|li|main|section|table|caption|thead|tbody|tr|th|td|span|svg|g|path|line|text|tspan|desc|figure|figcaption|rect|details|summary|ol|b|bdi|blockquote|mark|code)$/
  const body = hostile(payload, dressed).replace(/<style>[\s\S]*?<\/style>/, '')
  expect(body).not.toMatch(/<(script|img|iframe|base|form|link|animate|math|button|!--|!\[)/i)
  for (const [, name, rest] of body.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)) {
    expect(name).toMatch(allowed)
    // A tooltip is text; it states the address of a cell.
    expect(rest!.replace(/ title="[^"]*"/, '')).not.toMatch(/\son\w+\s*=|javascript:|\ssrc=/i)
  }
  expect(body.match(/<title>/g)).toHaveLength(1)
  expect(body).not.toMatch(/[\0\u202e\u2066]/)
})

test('of many quotes the first are shown, and the page says how many there are', () => {
  const answers = Array.from({ length: 9 }, (_, index) => answer(`R${index}`, 'needs', 'Training.'))
  const layers: Layers = {
    answers,
    labels: [],
    codings: answers.map((own) => coding(own, 'need.training', ['Training'])),
  }
  const markup = page(layers, { cap: 4 })
  expect(markup).toContain('4 of 9 shown; all are in <code>codings.ndjson</code>')
  expect(markup.match(/<li>\s*<p class="who">/g)).toHaveLength(4)
})

test('the state of the review stands on top', () => {
  const own = answer('A', 'needs', 'Training.')
  const withStatus = (...statuses: readonly ('suggested' | 'accepted' | 'rejected')[]) =>
    page({
      answers: [own],
      labels: [],
      codings: statuses.map((status) => coding(own, 'need.training', ['Training'], status)),
    })
  expect(withStatus('suggested', 'accepted')).toContain(
    'Suggested by lexicon, not yet reviewed by a person: 1 of 2 codings. Reviewed: 1.',
  )
  expect(withStatus('accepted', 'rejected')).toContain('Reviewed by a person: all 2 codings.')
  expect(withStatus()).toContain('No codings.')
})

test('an attribute with more values than a page holds is left to its table', () => {
  const answers = Array.from({ length: 13 }, (_, index) => answer(`R${index}`, 'needs', 'x', `v${index}`))
  const markup = page({ answers, labels: [], codings: [] })
  expect(markup).toContain(
    '13 values are too many for a page; the table is in <code>tables/themes-by-region.csv</code>',
  )
})

test('every number of a paragraph leads to its row and states the address of its cell', () => {
  const markup = page(little())
  const links = [...markup.matchAll(/<a class="count" href="#([^"]*)" title="([^"]*)">([^<]*)<\/a>/g)]
  expect(links.length).toBeGreaterThan(10)
  for (const [, place, cell] of links) {
    expect(markup).toContain(`<tr id="${place}"`)
    expect(cell).toMatch(/^(themes|closed|respondents-by-region)#.+\/(respondents|percent|base)$/)
  }
})

test('every figure stands in the page with its table', () => {
  const { html: markup, figures } = reportOf(little())
  expect(figures.map(({ number }) => number)).toEqual(['I', 'II', 'III', 'IV', 'V'])
  for (const { id, tableId } of figures) {
    const block = new RegExp(`<figure class="chart" id="${id}">[\\s\\S]*?</figure>\\s*<table`).exec(markup)![0]
    expect(block).toContain(`Drawn from <code>tables/${tableId}.csv</code>`)
  }
})
