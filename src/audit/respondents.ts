import { byBytes } from '../model/order.ts'
import { groupBy } from '../statistics/group-by.ts'

/** The list of respondents that a report prints, with their attributes; blank cells are `''`. */
export interface RespondentList {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** How many respondents have each value of a column; those without one apart. */
export interface GroupCounts {
  readonly column: string
  readonly counts: ReadonlyMap<string, number>
  readonly without: number
}

/** Counts of one column. */
export const groupCounts = ({ columns, rows }: RespondentList, column: string): GroupCounts => {
  const at = columns.indexOf(column)
  const groups = groupBy(rows, (cells) => cells[at]!.trim())
  return {
    column,
    counts: new Map([...groups].flatMap(([value, own]) => (value === '' ? [] : [[value, own.length] as const]))),
    without: groups.get('')?.length ?? 0,
  }
}

/** Respondents after each wave, if the list has a column `wave`: the bases that a draft may have had. */
export const waveSizes = (list: RespondentList): readonly { readonly wave: string; readonly respondents: number }[] => {
  if (!list.columns.includes('wave')) return []
  const { counts } = groupCounts(list, 'wave')
  let respondents = 0
  return [...counts]
    .sort(([a], [b]) => Number(a) - Number(b) || byBytes(a, b))
    .map(([wave, count]) => {
      respondents += count
      return { wave, respondents }
    })
}

/** The column whose values name the same groups as the labels, if one does: at least half of the labels. */
export const columnOf = (list: RespondentList, labels: readonly string[]): GroupCounts | undefined => {
  const found = list.columns
    .map((column) => ({ column, named: groupsOf(groupCounts(list, column), labels).filter(Boolean).length }))
    .toSorted((a, b) => b.named - a.named)[0]
  return found && found.named * 2 >= labels.length ? groupCounts(list, found.column) : undefined
}

/** For each label the value of the column that names the same group. */
export const groupsOf = ({ counts }: GroupCounts, labels: readonly string[]): readonly (string | undefined)[] =>
  labels.map((label) => [...counts.keys()].find((value) => groupKey(value) === groupKey(label)))

/** Short names of the United Nations' regional groups. */
const shortNames: Readonly<Record<string, string>> = {
  grulac: 'latin america caribbean',
  weog: 'western europe others',
  eeg: 'eastern europe',
  apg: 'asia pacific',
}

const smallWords = new Set(['and', 'the', 'of', 'states', 'state', 'group', 'countries'])

/** The name of a group without what its writings differ in. */
const groupKey = (name: string): string => {
  const words = name.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []
  const full = shortNames[words.join(' ')] ?? words.join(' ')
  return full
    .split(' ')
    .filter((word) => !smallWords.has(word))
    .map((word) => word.replace(/(?<=europe)an$|(?<=africa|america|asia)n$/, '').replace(/^others$/, 'other'))
    .sort(byBytes)
    .join(' ')
}
