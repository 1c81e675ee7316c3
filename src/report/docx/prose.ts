import { InternalHyperlink, Paragraph, type ParagraphChild, SimpleField, TextRun } from 'docx'
import { cellAnchor } from '../cell-anchor.ts'
import { safeText } from '../markup.ts'
import type { Run, Paragraph as Words } from '../wording/prose.ts'
import { colours } from './look.ts'
import type { Places } from './places.ts'

/** A numbered paragraph: figures are cross-references, and numbers lead to their rows. */
export const proseParagraph = (words: Words, places: Places): Paragraph =>
  new Paragraph({
    numbering: { reference: 'paragraphs', level: 0 },
    children: words.flatMap((sentence, index) => [
      ...(index === 0 ? [] : [new TextRun(' ')]),
      ...joined(sentence).map((run) => child(run, places)),
    ]),
  })

const child = ({ text, cell, value, figure }: Run, places: Places): ParagraphChild => {
  if (figure !== undefined) return new SimpleField(`REF ${places.of(`figure ${figure}`)} \\h`, figure)
  const anchor = cell === undefined || value === undefined ? undefined : cellAnchor(cell)
  return anchor === undefined
    ? new TextRun({ text: safeText(text) })
    : new InternalHyperlink({
        anchor: places.of(anchor),
        children: [new TextRun({ text: safeText(text), color: colours.link })],
      })
}

/** Neighbouring plain words as one run. */
const joined = (sentence: readonly Run[]): readonly Run[] => {
  const runs: Run[] = []
  for (const run of sentence) {
    const last = runs.at(-1)
    const isPlain = (each: Run | undefined): boolean =>
      each !== undefined && each.figure === undefined && each.value === undefined
    if (last && isPlain(last) && isPlain(run)) runs[runs.length - 1] = { text: last.text + run.text }
    else runs.push(run)
  }
  return runs
}
