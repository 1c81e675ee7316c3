import type { Study } from '../model/study.ts'
import type { Cell, Table } from '../model/table.ts'
import { compareShares, type GroupShare } from '../statistics/compare.ts'
import { benjaminiHochberg } from '../statistics/multiplicity.ts'
import { percent } from '../statistics/rounding.ts'
import { decimals, significant } from '../statistics/written.ts'
import { baseText, roundingNote, severalThemesNote } from './notes.ts'
import type { Tally } from './tally.ts'
import type { ThemeCount } from './theme-count.ts'
import { attributeFileName, themeCountsByValue, valuesOf } from './themes-by-attribute.ts'

/** Name of the table of an attribute, such as `differences-by-region`. */
export const differencesTableId = (attribute: string): string => `differences-by-${attributeFileName(attribute)}`

/** Each theme in each value of an attribute against all other values: `differences-by-<attribute>.csv`. */
export const differencesByAttribute = (study: Study, tally: Tally, attribute: string): Table => {
  const values = valuesOf(tally, attribute)
  // Who has no value stands in no group: it is not known whether they belong to the value or to the others.
  const pairs = themeCountsByValue(study, tally, attribute).flatMap((counts) => {
    const groups = counts.map((count, index) => ({ count, value: values[index]! })).filter(({ value }) => value !== '')
    const all = sum(groups.map(({ count }) => shareOf(count)))
    return groups.map(({ count, value }) => {
      const own = shareOf(count)
      return { count, value, own, others: { x: all.x - own.x, n: all.n - own.n } }
    })
  })
  const compared = pairs.map((pair) => ({ ...pair, result: compareShares(pair.own, pair.others) }))
  const tests = compared.flatMap(({ result }) => (result === null ? [] : [result]))
  const adjustedPs = benjaminiHochberg(tests.map(({ p }) => p))
  const adjustedOf = new Map(tests.map((test, index) => [test, adjustedPs[index]!]))
  return {
    id: differencesTableId(attribute),
    title: `Differences of themes by ${attribute}`,
    note: `Counted are respondents with the theme: those of one ${attribute} against those of all others together; respondents without one are left out. The base of a percentage is ${baseText(study.base)} in that group. ${roundingNote} ${severalThemesNote} Differences are in percentage points, with Newcombe's 95 per cent interval (\`low\`, \`high\`). \`p\` is of Fisher's exact test where an expected count is below 5, else of the chi-square test without correction; \`p_adjusted\` is adjusted by Benjamini and Hochberg over all ${tests.length} tests of this table.`,
    columns: [...leading, attribute, ...figures],
    rows: compared.map(({ count: { code }, value, own, others, result }): readonly Cell[] => [
      code.family,
      code.id,
      code.label,
      value,
      ...groupCells(own),
      ...groupCells(others),
      ...(result === null
        ? [null, null, null, null, null, null]
        : [
            points(own, others),
            ...result.interval.map((limit) => decimals(100 * limit, 1)),
            result.test,
            significant(result.p, 4),
            significant(adjustedOf.get(result)!, 4),
          ]),
    ]) as Cell[][],
  }
}

const leading = ['family', 'code', 'label'] as const
const figures = [
  ...['respondents', 'base', 'percent', 'others', 'others_base', 'others_percent'],
  ...['difference', 'low', 'high', 'test', 'p', 'p_adjusted'],
] as const

/** A decision may put a code where the base says nobody was asked; no group has more than all of its base. */
const shareOf = ({ respondents, base }: ThemeCount): GroupShare => ({ x: Math.min(respondents, base), n: base })

const sum = (groups: readonly GroupShare[]): GroupShare => ({
  x: groups.reduce((total, { x }) => total + x, 0),
  n: groups.reduce((total, { n }) => total + n, 0),
})

const groupCells = ({ x, n }: GroupShare): readonly Cell[] => [x, n, percent(x, n)]

/** Difference in percentage points to one decimal, from whole counts: a tie goes away from 0. */
const points = (own: GroupShare, others: GroupShare): number => {
  const crossed = own.x * others.n - others.x * own.n
  return Math.sign(crossed) * percent(Math.abs(crossed), own.n * others.n, 1)! + 0
}
