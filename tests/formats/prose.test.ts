import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readProse } from '../../src/formats/prose.ts'
import { Stop } from '../../src/model/finding.ts'
import { archive } from './archive.ts'

const read = async (name: string, text: string) =>
  (await readProse(Buffer.from(text), name)).map(({ text: words, line }) => `${line} ${words}`)

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const word = (body: string): Buffer =>
  archive({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${w} ${mc}><w:body>${body}</w:body></w:document>`,
  })
const docx = async (body: string) => (await readProse(word(body), 'a.docx')).map(({ text }) => text)
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const stopOf = (bytes: Buffer, name: string) =>
  readProse(bytes, name).then(
    () => undefined,
    (error: Stop) => error,
  )

test('a page gives the paragraphs that its author wrote, with their lines', async () => {
  const page = `<!doctype html><html><head><title>9 respondents</title><style>p { color: red }</style></head>
<body><h1>Views</h1>
<p class="a > b">More than <b>half</b> of the&nbsp;respondents
(41 respondents, or 53&#32;per cent) &amp; others.<br>So 2 &lt; 3, as <q>quoted words</q> say.</p>
<!-- <p>not here</p> --><blockquote><p>7 States</p></blockquote>
<script>if (1 < 2) document.write("<p>8 States</p>")</script>
<table><tr><td>3 respondents</td></tr></table><ul><li>One<li>Two</ul>end`
  expect(await read('a.html', page)).toEqual([
    '2 Views',
    '3 More than half of the respondents (41 respondents, or 53 per cent) & others. So 2 < 3, as say.',
    '7 One',
    '7 Two',
    '7 end',
  ])
})

test('broken pages end, and what is no tag stays text', async () => {
  expect(await read('a.html', '1 < 2 and 3 <4')).toEqual(['1 1 < 2 and 3 <4'])
  expect(await read('a.html', 'a<b title="open')).toEqual(['1 a'])
  expect(await read('a.html', 'a<!-- open')).toEqual(['1 a'])
  expect(await read('a.html', '<script>open')).toEqual([])
  expect(await read('a.html', '</blockquote>a &#xd800; &#0; &nothing; b')).toEqual(['1 a &nothing; b'])
})

test('whatever a page is, its paragraphs are tidy and their lines rise', async () => {
  const piece = fc.constantFrom('<', '>', 'p', '/', '"', '=', ' ', '!--', '-->', 'script', 'q', 'a', '&lt;', '\n')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const page = pieces.join('')
      const paragraphs = await readProse(Buffer.from(page), 'a.html')
      const lines = paragraphs.map(({ line }) => line!)
      expect(lines).toEqual(lines.toSorted((one, two) => one - two))
      expect(lines.at(-1) ?? 1).toBeLessThanOrEqual(page.split('\n').length)
      for (const { text } of paragraphs) expect(text).toMatch(/^\S(?:.*\S)?$/)
    }),
    { numRuns: 200 },
  )
})

test('Markdown gives paragraphs without stress, links, quotes, tables and code', async () => {
  const text = `# The *views*

More than **half** of the [respondents](http://x.org/a_b)
(41 respondents) said so_and_so.
- one \`code\`
- two
> 12 States lied

| a | 3 |
~~~
5 respondents
~~~
end`
  expect(await read('a.md', text)).toEqual([
    '1 The views',
    '3 More than half of the respondents (41 respondents) said so_and_so.',
    '5 one code',
    '6 two',
    '13 end',
  ])
})

test('a Word document gives its paragraphs, runs joined, without what was deleted', async () => {
  const run =
    '<w:p><w:r><w:t xml:space="preserve">More than </w:t></w:r><w:r><w:t>half</w:t><w:tab/><w:t>&amp; all</w:t></w:r>'
  const gone = '<w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'
  expect(await docx(`${run}${gone}${p(' ')}${p('next')}`)).toEqual(['More than half & all', 'next'])
  expect(await docx(`<w:tbl><w:tr><w:tc>${p('3 States')}</w:tc></w:tr></w:tbl>${p('after')}`)).toEqual(['after'])
  const box = `<mc:AlternateContent><mc:Choice Requires="wps">${p('boxed')}</mc:Choice><mc:Fallback>${p('boxed')}</mc:Fallback></mc:AlternateContent>`
  expect(await docx(`<w:p><w:r><w:t>around </w:t>${box}</w:r><w:r><w:t>it</w:t></w:r></w:p>`)).toEqual([
    'boxed',
    'around it',
  ])
})

test('what cannot be read is said, with exit code 2', async () => {
  const cases: readonly (readonly [Buffer, string, RegExp])[] = [
    [Buffer.from('no zip'), 'a.docx', /no Word document/],
    [archive({ 'word/other.xml': '<a/>' }), 'a.docx', /no part `word\/document.xml`/],
    [archive({ 'word/document.xml': '<w:document>' }), 'a.docx', /is broken/],
    [archive({ 'word/document.xml': '<!DOCTYPE a []><a/>' }), 'a.docx', /DOCTYPE/],
    [Buffer.from([0xff, 0xfe, 0x41, 0xd8]), 'a.md', /not UTF-8/],
    [Buffer.from('text'), 'a.pdf', /no known ending.*\.docx, \.html/],
  ]
  for (const [bytes, name, message] of cases) {
    const stop = await stopOf(bytes, name)
    expect(stop).toBeInstanceOf(Stop)
    expect(stop!.exitCode).toBe(2)
    expect(stop!.findings[0]!.message).toMatch(message)
  }
})
