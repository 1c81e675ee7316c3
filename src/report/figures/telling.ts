import { number } from '../words.ts'
import type { Bar, Chart } from './figure.ts'

/** A figure in one sentence: what it is, and its longest bar. */
export const altText = (name: string, title: string, { bars }: Chart): string => {
  const longest = bars.toSorted((a, b) => b.count - a.count)[0]
  const most = longest === undefined || longest.count === 0 ? '' : ` The longest: ${barText(longest)}.`
  return `${name}, bar chart. ${ended(title)}${most}`
}

/** Every bar of a figure in words. */
export const descText = ({ bars, left }: Chart): string => {
  const more = left === 0 ? '' : ` ${number(left)} more are in the table.`
  return `Horizontal bars, one a row. ${bars.map(barText).join('; ')}.${more}`
}

const barText = ({ label, count, percent }: Bar): string =>
  `${label}: ${number(count)}${percent === null ? '' : `, ${percent} per cent`}`

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
