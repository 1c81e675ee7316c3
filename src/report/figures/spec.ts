import type { TopLevelSpec } from 'vega-lite'
import { safeText } from '../markup.ts'
import { number } from '../words.ts'
import type { Bar, Chart } from './figure.ts'
import { linesOf } from './lines.ts'

/** Sizes of all figures, in pixels. */
const fontSize = 13
const lineHeight = 16
const barHeight = 18
const plotWidth = 340
const room = { left: 236, right: 104, top: 6, bottom: 46 }
const mostLines = 4

/** The fills that `dress` turns into patterns. */
export const fills: Readonly<Record<Bar['look'], string>> = {
  solid: '#3f7fa8',
  hatched: 'url(#hatched)',
  hollow: 'url(#hollow)',
}

/** A chart as a Vega-Lite specification with its data in it; colours that follow the page are `currentColor`. */
export const specOf = ({ unit, bars, end }: Chart): TopLevelSpec => {
  const labels = bars.map(({ label }) => linesOf(safeText(label), room.left - 16, fontSize, mostLines))
  const rowHeight = Math.max(barHeight + 8, Math.max(1, ...labels.map(({ length }) => length)) * lineHeight + 8)
  const values = bars.map(({ count, percent, look }, row) => ({
    row,
    count,
    look,
    label: labels[row]!.join('\n'),
    lines: labels[row]!.length,
    value: `${number(count)}${percent === null ? '' : ` (${percent}%)`}`,
  }))
  const text = {
    type: 'text',
    baseline: 'middle',
    fontSize,
    lineHeight,
    lineBreak: '\n',
    fill: 'currentColor',
  } as const
  return {
    width: plotWidth,
    height: bars.length * rowHeight,
    padding: room,
    autosize: 'none',
    data: { values },
    encoding: {
      y: { field: 'row', type: 'ordinal', sort: null, axis: null, scale: { paddingInner: 0, paddingOuter: 0 } },
    },
    layer: [
      {
        mark: { type: 'bar', height: barHeight, clip: false },
        encoding: {
          x: {
            field: 'count',
            type: 'quantitative',
            title: unit,
            scale: { domain: [0, end], nice: false, zero: true },
            axis: {
              grid: true,
              tickMinStep: 1,
              tickCount: 5,
              format: 'd',
              labelFlush: false,
              domain: false,
              ticks: false,
            },
          },
          fill: {
            field: 'look',
            type: 'nominal',
            legend: null,
            scale: { domain: Object.keys(fills), range: Object.values(fills) },
          },
        },
      },
      {
        // A label of several lines stands with its middle, not its first line, at the bar.
        mark: { ...text, align: 'right', dx: -10, dy: { expr: `-${lineHeight / 2} * (datum.lines - 1)` } },
        encoding: { x: { value: 0 }, text: { field: 'label' } },
      },
      {
        mark: { ...text, align: 'left', dx: 7, fontWeight: 600 },
        encoding: { x: { field: 'count', type: 'quantitative' }, text: { field: 'value' } },
      },
    ],
    config: {
      aria: false,
      font: 'sans-serif',
      view: { stroke: null },
      axis: {
        gridColor: 'currentColor',
        gridOpacity: 0.16,
        labelColor: 'currentColor',
        titleColor: 'currentColor',
        labelFontSize: 11,
        titleFontSize: 12,
        titleFontWeight: 'normal',
        labelPadding: 6,
        titlePadding: 8,
      },
    },
  }
}
