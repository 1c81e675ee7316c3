import { type Html, html } from './markup.ts'

/** A bar for a share of 0 to 100 per cent; for the eye only, the number stands beside it. */
export const bar = (respondents: number, base: number): Html => {
  const width = base === 0 ? 0 : Math.min(100, Math.round((10_000 * respondents) / base) / 100)
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="10"/><rect class="value" width="${width}" height="10"/></svg>`
}
