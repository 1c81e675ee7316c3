import { foldWords } from '../../text/fold.ts'
import type { Report } from './imported.ts'
import type { Line } from './lines.ts'

/** "in one category if …, else in another": after a word of some categories, or before a given word. */
export interface Condition {
  readonly before: readonly number[]
  readonly after: string | undefined
  readonly ifSo: number | undefined
  readonly ifNot: number | undefined
}

/** A line of the body: a term, the categories it is in, and those it is in under a condition. */
export interface LiwcEntry {
  readonly term: string
  readonly ids: readonly number[]
  readonly conditions: readonly Condition[]
  readonly line: number
}

const plainId = /^\d+$/
const conditional = /^(?:\(([\d ]+)\)|<([^>]+)>|\(([^()\d][^()]*)\))(\d+)?(?:\/(\d+))?$/

/** Reads a line of the body; unknown categories and marks are reported. `undefined` where no category is left. */
export const bodyLine = ({ text, number }: Line, known: ReadonlySet<number>, report: Report): LiwcEntry | undefined => {
  const { term, marks } = split(text, known)
  const conditionOfTerm = /^(.*\S)\s+\(([^()\d]+)\)$/.exec(term)
  const exists = (id: number): boolean => {
    if (!known.has(id))
      report('warning', 'unknown-category', `\`${term}\` is in category ${id}, which the legend does not have`, number)
    return known.has(id)
  }
  const ids: number[] = []
  const conditions: Condition[] = []
  for (const mark of marks) {
    const found = conditional.exec(mark)
    if (plainId.test(mark)) {
      if (exists(Number(mark))) ids.push(Number(mark))
    } else if (found && (found[4] ?? found[5])) {
      const [, categories, next, word, ifSo, ifNot] = found
      conditions.push({
        before: (categories ?? '').split(/\s+/).filter(Boolean).map(Number).filter(exists),
        after: next ?? word,
        ifSo: ifSo !== undefined && exists(Number(ifSo)) ? Number(ifSo) : undefined,
        ifNot: ifNot !== undefined && exists(Number(ifNot)) ? Number(ifNot) : undefined,
      })
    } else
      report(
        'warning',
        'mark',
        `\`${mark}\` behind \`${term}\` is no category and no condition, and is left out`,
        number,
      )
  }
  if (marks.length === 0) report('warning', 'no-category', `\`${term}\` has no category and is left out`, number)
  if (!conditionOfTerm) return { term, ids, conditions, line: number }
  // `like (of)`: the term counts only where the word in brackets follows.
  const word = foldWords(conditionOfTerm[2]!).join(' ')
  const turned = ids.map((ifSo) => ({ before: [], after: word, ifSo, ifNot: undefined }))
  return { term: conditionOfTerm[1]!, ids: [], conditions: [...conditions, ...turned], line: number }
}

/**
 * Term and marks: what stands before the first tab is the term. Lines without tabs end in blanks and numbers; only
 * numbers that the legend has are taken off the end, so that `9 11` stays a term.
 */
const split = (text: string, known: ReadonlySet<number>): { term: string; marks: string[] } => {
  const line = text.trim()
  const tab = line.indexOf('\t')
  if (tab > 0) return { term: line.slice(0, tab).trim(), marks: marksOf(line.slice(tab)) }
  const wide = /^(.*?\S)\s{2,}(\S.*)$/.exec(line)
  if (wide && marksOf(wide[2]!).every(isMark)) return { term: wide[1]!, marks: marksOf(wide[2]!) }
  const words = line.split(' ')
  let end = words.length
  while (end > 1 && (known.has(Number(words[end - 1])) || conditional.test(words[end - 1]!))) end--
  return { term: words.slice(0, end).join(' '), marks: words.slice(end) }
}

const isMark = (mark: string): boolean => plainId.test(mark) || conditional.test(mark)

/** Marks between blanks or tabs; blanks inside brackets belong to a mark. */
const marksOf = (text: string): string[] => text.match(/\([^()]*\)[\d/]*|<[^<>]*>[\d/]*|[^\s]+/g) ?? []
