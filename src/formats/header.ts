import type { Finding, Place } from '../model/finding.ts'
import { limits } from './format.ts'
import { unreadable } from './problems.ts'

/** Names that would reach into an object's prototype if a column's name ever became a key. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** What is wrong with a header: blank, repeated or forbidden names. Too many columns are a `Stop` (exit code 2). */
export const checkHeader = (header: readonly string[], place: (column: number) => Place): readonly Finding[] => {
  if (header.length > limits.columns)
    throw unreadable(
      'input/columns',
      `the header has ${header.length} columns; at most ${limits.columns} are read. Is the delimiter right?`,
      place(0),
    )
  const findings: Finding[] = []
  const first = new Map<string, number>()
  const add = (column: number, rule: string, message: string): void => {
    findings.push({ level: 'error', rule, message, where: place(column) })
  }
  header.forEach((name, column) => {
    const earlier = first.get(name)
    if (name.trim() === '')
      add(column, 'input/blank-header', `column ${column + 1} has no name; name it, or delete the column`)
    else if (forbidden.has(name))
      add(
        column,
        'input/forbidden-header',
        `column ${column + 1} is called \`${name}\`, which no column may; rename it`,
      )
    else if (earlier !== undefined)
      add(
        column,
        'input/duplicate-header',
        `columns ${earlier + 1} and ${column + 1} are both called \`${name}\`; rename one of them`,
      )
    else first.set(name, column)
  })
  return findings
}

/** A text for a message: on one line, at most 40 characters. */
export const shorten = (text: string): string => {
  const line = [...text.slice(0, 100).replace(/\s+/g, ' ')]
  return line.length > 40 || text.length > 100 ? `${line.slice(0, 40).join('')}…` : line.join('')
}
