import { SaxesParser } from 'saxes'
import { unreadable } from './problems.ts'
import { type Paragraph, tidy } from './prose-paragraph.ts'
import { guardZip } from './zip-guard.ts'

const main = /\/wordprocessingml(?:\/2006)?\/main$/
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/** The paragraphs of a Word document's body; a file that is none is a `Stop` (exit code 2). */
export const docxParagraphs = async (bytes: Buffer, file: string): Promise<readonly Paragraph[]> => {
  const chunks: Buffer[] = []
  await guardZip(bytes, (part, chunk) => {
    if (part === 'word/document.xml') chunks.push(chunk)
  }).catch((error: Error) => {
    throw unreadable('prose/docx', `\`${file}\` is no Word document that can be read: ${error.message}`, { file })
  })
  if (chunks.length === 0)
    throw unreadable(
      'prose/docx',
      `\`${file}\` has no part \`word/document.xml\`; save it as a Word document (.docx)`,
      { file },
    )
  try {
    return paragraphsOf(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    throw unreadable('prose/docx', `the text of \`${file}\` is broken: ${(error as Error).message}`, { file })
  }
}

const paragraphsOf = (xml: string): readonly Paragraph[] => {
  const parser = new SaxesParser({ xmlns: true })
  const done: Paragraph[] = []
  // Text boxes hold paragraphs inside a paragraph, hence a stack.
  const open: string[] = []
  let isText = false
  let hidden = 0
  const isHidden = (uri: string, local: string): boolean =>
    (uri === compatibility && local === 'Fallback') || (main.test(uri) && local === 'tbl')
  const add = (text: string): void => {
    if (open.length > 0 && hidden === 0) open[open.length - 1] += text
  }
  parser.on('opentag', ({ local, uri }) => {
    // Tables are no prose, and what stands in a fallback stands in the choice before it, too.
    if (isHidden(uri, local)) hidden++
    if (!main.test(uri)) return
    if (local === 'p') open.push('')
    else if (local === 't') isText = true
    else if (local === 'tab' || local === 'br' || local === 'cr') add(' ')
    else if (local === 'noBreakHyphen') add('-')
  })
  parser.on('closetag', ({ local, uri }) => {
    if (isHidden(uri, local)) hidden--
    if (!main.test(uri)) return
    if (local === 't') isText = false
    if (local !== 'p') return
    const text = tidy(open.pop() ?? '')
    if (text !== '') done.push({ text, line: undefined })
  })
  parser.on('text', (text) => {
    if (isText) add(text)
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return done
}
