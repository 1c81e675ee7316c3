/** Markup that is safe to put into a page: made by `html` only. */
export interface Html {
  readonly html: string
}

/** What may stand between the parts of a template: text and numbers are escaped, markup is taken as it is. */
export type Content = string | number | Html | readonly Content[] | null | undefined

/**
 * Text as it may stand in any markup. Answers are hostile until proven otherwise: controls and lone surrogates become
 * U+FFFD, and marks that turn the direction of text beyond their own words are left out (the page isolates quotes itself).
 */
export const safeText = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u{fffe}\u{ffff}]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')

/** Safe text as it may stand between tags and in quoted attributes: without the characters of markup. */
export const escapeHtml = (text: string): string =>
  safeText(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)

const render = (content: Content): string => {
  if (content === null || content === undefined) return ''
  if (typeof content === 'string') return escapeHtml(content)
  if (typeof content === 'number') return String(content)
  return 'html' in content ? content.html : content.map(render).join('')
}

/** A template of markup; everything put in is escaped, unless it is markup already. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Html => ({
  html: parts.map((part, index) => part + render(contents[index])).join(''),
})

/** Text in which words between backticks are names: they are set as code. */
export const withCode = (text: string): readonly Html[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))

/** Name of a place in the page; different names never give the same place. */
export const anchor = (kind: string, ...names: readonly string[]): string =>
  [
    kind,
    ...names.map((name) => name.replace(/[^A-Za-z0-9.-]/g, (found) => `_${found.charCodeAt(0).toString(16)}_`)),
  ].join('--')
