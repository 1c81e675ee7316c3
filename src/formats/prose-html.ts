import { type Paragraph, tidy } from './prose-paragraph.ts'

/** Elements inside a line of text; all others end a paragraph. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark s samp small span strong sub sup time u var wbr br'.split(
    ' ',
  ),
)

/** Elements whose content is no text of the author. */
const skipped = new Set([
  'table',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'blockquote',
  'q',
  'textarea',
  'title',
])

/** Elements whose content is no markup: only their own end tag ends them. */
const raw = new Set(['script', 'style', 'textarea', 'title'])

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/**
 * The paragraphs of a page, for reading and comparing only: markup is dropped, never kept. One pass from left to right, so
 * that no page, however broken, takes long.
 */
export const htmlParagraphs = (page: string): readonly Paragraph[] => {
  const done: Paragraph[] = []
  let text = ''
  let begin = -1
  const hidden: string[] = []
  let at = 0
  let lineAt = 0
  let line = 1
  const lineOf = (index: number): number => {
    for (let next = page.indexOf('\n', lineAt); next >= 0 && next < index; next = page.indexOf('\n', next + 1)) {
      line++
      lineAt = next + 1
    }
    return line
  }
  const flush = (): void => {
    const tidied = tidy(text)
    if (tidied !== '') done.push({ text: tidied, line: lineOf(begin) })
    text = ''
    begin = -1
  }
  const add = (part: string, index: number): void => {
    if (hidden.length > 0) return
    if (begin < 0 && part.trim() !== '') begin = index + (part.length - part.trimStart().length)
    text += decoded(part)
  }
  while (at < page.length) {
    const open = page.indexOf('<', at)
    add(page.slice(at, open < 0 ? page.length : open), at)
    if (open < 0) break
    const tag = tagAt(page, open)
    at = tag.end
    if (tag.name === undefined) add(page.slice(open, tag.end), open)
    else if (tag.name === '') continue
    else if (skipped.has(tag.name)) {
      if (tag.closes)
        hidden.splice(Math.max(0, hidden.lastIndexOf(tag.name)), hidden.includes(tag.name) ? hidden.length : 0)
      else if (raw.has(tag.name)) at = endOfRaw(page, at, tag.name)
      else if (!tag.isEmpty) hidden.push(tag.name)
      if (tag.name !== 'q') flush()
    } else if (!inline.has(tag.name)) flush()
    else if (tag.name === 'br' || tag.name === 'wbr') add(tag.name === 'br' ? ' ' : '', open)
  }
  flush()
  return done
}

/** A tag: `name` is `''` for comments and declarations, `undefined` where the `<` is no tag at all. */
interface Tag {
  readonly name: string | undefined
  readonly closes: boolean
  readonly isEmpty: boolean
  readonly end: number
}

const tagAt = (page: string, open: number): Tag => {
  const none = { closes: false, isEmpty: false }
  const after = (mark: string, from: number): number => {
    const found = page.indexOf(mark, from)
    return found < 0 ? page.length : found + mark.length
  }
  if (page.startsWith('<!--', open)) return { ...none, name: '', end: after('-->', open + 4) }
  if (page[open + 1] === '!' || page[open + 1] === '?') return { ...none, name: '', end: after('>', open) }
  const closes = page[open + 1] === '/'
  const from = open + (closes ? 2 : 1)
  const name = /^[a-z][a-z0-9:-]{0,40}/i.exec(page.slice(from, from + 41))?.[0].toLowerCase()
  if (name === undefined) return { ...none, name, end: open + 1 }
  const end = endOfTag(page, from + name.length)
  return { name, closes, isEmpty: page[end - 2] === '/', end }
}

/** Behind the `>` of a tag, which may also stand in the value of an attribute. */
const endOfTag = (page: string, from: number): number => {
  let quote = ''
  for (let index = from; index < page.length; index++) {
    const sign = page[index]!
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return index + 1
    else if ((sign === '"' || sign === "'") && page[index - 1] === '=') quote = sign
  }
  return page.length
}

const endOfRaw = (page: string, from: number, name: string): number => {
  const found = new RegExp(`</${name}\\b[^>]{0,200}>`, 'gi')
  found.lastIndex = from
  return found.exec(page) ? found.lastIndex : page.length
}

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name as string]! : (all as string)
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
  })
