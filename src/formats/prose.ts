import { unreadable } from './problems.ts'
import { docxParagraphs } from './prose-docx.ts'
import { htmlParagraphs } from './prose-html.ts'
import { markdownParagraphs } from './prose-markdown.ts'
import type { Paragraph } from './prose-paragraph.ts'

/** The endings that `readProse` knows. */
export const proseEndings = ['.docx', '.html', '.htm', '.md', '.txt'] as const

/**
 * The paragraphs that the author of a text wrote: quotations, tables, code and scripts are left out. A file
 * of another kind, or a broken one, is a `Stop` (exit code 2).
 */
export const readProse = async (bytes: Buffer, file: string): Promise<readonly Paragraph[]> => {
  const name = file.toLowerCase()
  if (name.endsWith('.docx')) return docxParagraphs(bytes, file)
  const text = textOf(bytes, file)
  if (/\.html?$/.test(name)) return htmlParagraphs(text)
  if (/\.(md|txt)$/.test(name)) return markdownParagraphs(text)
  throw unreadable('prose/format', `\`${file}\` has no known ending; texts are read from ${proseEndings.join(', ')}`, {
    file,
  })
}

const textOf = (bytes: Buffer, file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable('prose/encoding', `\`${file}\` is not UTF-8 text; save it as UTF-8`, { file })
  }
}
