import { type Html, html } from './markup.ts'
import type { Mark, Passage } from './passage.ts'

/** A passage with its words marked, apart from the direction of the text around it; nothing for an empty passage. */
export const quote = (passage: Passage): Html =>
  passage.text === ''
    ? html``
    : html`<blockquote><bdi>${passage.cutBefore ? '… ' : ''}${pieces(passage)}${passage.cutAfter ? ' …' : ''}</bdi></blockquote>`

/** Marks may overlap: the text is cut at every border, and a piece that is evidence is shown as evidence. */
const pieces = ({ text, marks }: Passage): readonly Html[] => {
  const borders = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const cut = borders
    .slice(0, -1)
    .map((start, index) => ({ start, end: borders[index + 1]!, kind: kindAt(marks, start) }))
  const joined: { start: number; end: number; kind: Mark['kind'] | undefined }[] = []
  for (const piece of cut) {
    const last = joined.at(-1)
    if (last && last.kind === piece.kind) last.end = piece.end
    else joined.push({ ...piece })
  }
  return joined.map(({ start, end, kind }) => {
    const words = text.slice(start, end)
    if (kind === 'hit') return html`<mark>${words}</mark>`
    return kind === 'context' ? html`<mark class="context">${words}</mark>` : html`${words}`
  })
}

const kindAt = (marks: readonly Mark[], place: number): Mark['kind'] | undefined => {
  const here = marks.filter(({ start, end }) => start <= place && place < end)
  return here.find(({ kind }) => kind === 'hit')?.kind ?? here[0]?.kind
}
