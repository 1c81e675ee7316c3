import { semicolon, softSeparator, wordsOf } from '../../text/fold.ts'
import type { ForeignTerm, Report } from './imported.ts'

/** What the signs of a foreign term mean. */
export interface TermStyle {
  /** `?`: exactly one letter, or a question mark like any other. */
  readonly question: 'letter' | 'sign'
  /** Signs between the words of a phrase, such as `_`. */
  readonly joiner?: string
}

/** Letters that nobody writes, in place of wildcards while a term is cut into words. */
const star = '\ua2b0'
const any = '\ua2b1'

/**
 * A foreign term as a rule: words, wildcards inside words, `~1` for a word left open, `~0` where punctuation stands
 * between two words. What cannot be said is reported; `undefined` where nothing is left to match.
 */
export const termOf = (source: string, style: TermStyle, report: Report, line?: number): ForeignTerm | undefined => {
  const joined = style.joiner === undefined ? source : source.replaceAll(style.joiner, ' ')
  const marked = joined.replaceAll('*', star).replaceAll('?', style.question === 'letter' ? any : ' ')
  const rule: string[] = []
  const sample: string[] = []
  let open = 0
  for (const { start, end, gap } of wordsOf(marked)) {
    const word = unmarked(marked.slice(start, end)).toLowerCase()
    if (/^[*?]+$/.test(word)) {
      open++
      continue
    }
    if (rule.length > 0) {
      if (gap >= semicolon)
        report('warning', 'punctuation', `the term \`${source}\` holds a \`;\`, over which no phrase is found`, line)
      if (open > 0) rule.push(`~${open}`)
      else if (gap !== softSeparator) rule.push('~0')
    }
    if (open > 0) reportOpen(source, report, line)
    open = 0
    rule.push(word)
    sample.push(word.replaceAll('*', '').replaceAll('?', 'x') || 'x')
  }
  if (open > 0 && rule.length > 0) reportOpen(source, report, line)
  if (rule.length > 0) return { rule: rule.join(' '), sample: sample.join(' '), line }
  report(
    'warning',
    'no-word',
    `the term \`${source}\` has no letters or digits and is left out: nothing could match it`,
    line,
  )
  return undefined
}

const unmarked = (text: string): string => text.replaceAll(star, '*').replaceAll(any, '?')

const reportOpen = (source: string, report: Report, line: number | undefined): void =>
  report(
    'warning',
    'open-word',
    `\`${source}\` leaves a whole word open; between words that has become a gap, at either end it is left out: read the rule again`,
    line,
  )
