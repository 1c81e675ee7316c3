import { escapeHtml } from '../markup.ts'
import type { Drawing } from './draw.ts'

/** What makes a picture understood by those who do not see it. */
export interface Telling {
  /** Prefix of the ids in the picture: several stand in one page. */
  readonly id: string
  readonly title: string
  readonly desc: string
}

/** Ink and bars where the page says nothing else; the bars' colour is told apart from both black and white paper. */
const ink = '#22262b'
const barColour = '#3f7fa8'

/** Space between the lines of a hatched bar, in pixels. */
const hatchStep = 6

/**
 * A drawing as it is given out: one image with title and description, paper that a page may leave away (class `paper`),
 * patterns as plain lines (a reference into the file would meet its twins in a page, and word processors drop it).
 */
export const dress = ({ svg, width, height }: Drawing, { id, title, desc }: Telling): string => {
  const inner = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/ (?:role|aria-[a-z]+|pointer-events|opacity)="[^"]*"(?=[^<>]*>)/g, '')
    .replace(/<path class="(?:background|foreground)"[^>]*\/>/g, '')
    .replace(/^<rect ([^>]*) fill="white"\/>/, '<rect class="paper" $1 fill="#fff"/>')
    .replace(/<path d="([^"]*)" fill="url\(#(hatched|hollow)\)"\/>/g, (_, path: string, look: string) =>
      pattern(path, look === 'hatched'),
    )
    .replace(/ (?:d|transform)="[^"]*"(?=[^<>]*>)/g, (attribute) => attribute.replace(/\d+\.\d{3,}/g, short))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" color="${ink}"><title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-desc">${escapeHtml(desc)}</desc>${inner}`
}

const short = (digits: string): string => String(Math.round(Number(digits) * 100) / 100)

/** A bar that is told apart by its outline, and by lines across it where it is hatched. */
const pattern = (path: string, hatched: boolean): string => {
  const [x = 0, y = 0, width = 0, height = 0] = (/^M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)/.exec(path) ?? [])
    .slice(1)
    .map(Number)
  if (width === 0) return ''
  const inset = { x: x + 0.75, y: y + 0.75, width: Math.max(0, width - 1.5), height: height - 1.5 }
  const outline = `<path d="M${inset.x},${inset.y}h${inset.width}v${inset.height}h${-inset.width}Z" fill="none" stroke="${barColour}" stroke-width="1.5"/>`
  return hatched
    ? `${outline}<path d="${hatch(inset)}" fill="none" stroke="${barColour}" stroke-width="1.5"/>`
    : outline
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Lines that rise from left to right, cut off at the box. */
const hatch = ({ x, y, width, height }: Box): string => {
  const lines: string[] = []
  for (let foot = hatchStep - height; foot < width; foot += hatchStep) {
    const from = Math.max(0, foot)
    const to = Math.min(width, foot + height)
    if (from < to) lines.push(`M${x + from},${y + height - (from - foot)}L${x + to},${y + height - (to - foot)}`)
  }
  return lines.join('').replace(/\d+\.\d{3,}/g, short)
}
