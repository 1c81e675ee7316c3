import type { Bar, Chart } from './figure.ts'

/** Bars that fit on a page. */
const room = 30

/** A chart of the bars, longest first, equals in the table's order; what does not fit on a page is left out and counted. */
export const mostFirst = (bars: readonly Bar[]): Chart => {
  const sorted = bars.toSorted((a, b) => b.count - a.count)
  return {
    unit: 'Respondents',
    bars: sorted.slice(0, room),
    end: Math.max(1, ...bars.map(({ count }) => count)),
    left: Math.max(0, sorted.length - room),
  }
}
