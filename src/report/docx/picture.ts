import { Bookmark, ImageRun, Paragraph, SimpleField, TextRun } from 'docx'
import type { Figure } from '../figures/figure.ts'
import { figureValue } from '../figures/roman.ts'
import { safeText } from '../markup.ts'

/** A drawing as a picture of points (PNG), for word processors that do not draw it themselves. */
export type Raster = (svg: string) => Uint8Array

/** The most that fits on a page, in pixels of 1/96 inch. */
const widest = 600
const highest = 800

/** A figure with its caption above it and the table it is drawn from below. */
export const picture = (
  figure: Figure,
  raster: Raster,
  { place, table }: { readonly place: string; readonly table: readonly (TextRun | SimpleField)[] },
): readonly Paragraph[] => {
  const svg = figure.svg.replaceAll('currentColor', /^<svg[^>]* color="([^"]*)"/.exec(figure.svg)?.[1] ?? '#000')
  const scale = Math.min(widest / figure.width, highest / figure.height, 1)
  return [
    new Paragraph({
      style: 'Caption',
      children: [
        new TextRun({ text: 'Figure ', bold: true }),
        // The number is stated, for the questionnaire may leave some out.
        new Bookmark({
          id: place,
          children: [new SimpleField(`SEQ Figure \\* ROMAN \\r ${figureValue(figure.number)}`, figure.number)],
        }),
        new TextRun({ text: `. ${safeText(figure.title)}` }),
      ],
    }),
    new Paragraph({
      style: 'Picture',
      children: [
        new ImageRun({
          type: 'svg',
          data: new TextEncoder().encode(svg),
          fallback: { type: 'png', data: raster(svg) },
          transformation: { width: Math.round(figure.width * scale), height: Math.round(figure.height * scale) },
          altText: {
            name: `Figure ${figure.number}`,
            title: safeText(`Figure ${figure.number}. ${figure.title}`),
            description: safeText(`${figure.alt} ${figure.desc}`),
          },
        }),
      ],
    }),
    new Paragraph({ style: 'Source', children: table }),
  ]
}
