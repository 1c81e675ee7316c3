import { cellAnchor } from './cell-anchor.ts'
import { type Html, html } from './markup.ts'
import type { Paragraph, Run } from './wording/prose.ts'

/** A paragraph in the page: numbers lead to their rows and carry the address of their cell. */
export const prose = (paragraph: Paragraph): Html =>
  paragraph.length === 0
    ? html``
    : html`<p class="prose">${paragraph.map((sentence, index) => [index === 0 ? '' : ' ', sentence.map(run)])}</p>`

const run = ({ text, cell, value, figure }: Run): Html => {
  if (figure !== undefined) return html`<a href="#figure-${figure.toLowerCase()}">${text}</a>`
  const place = cell === undefined ? undefined : cellAnchor(cell)
  if (cell === undefined || place === undefined) return html`${text}`
  return value === undefined
    ? html`<a class="named" href="#${place}"><bdi>${text}</bdi></a>`
    : html`<a class="count" href="#${place}" title="${cell}">${text}</a>`
}
