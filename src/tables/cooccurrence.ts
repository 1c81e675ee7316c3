import type { Code } from '../model/codebook.ts'
import { byBytes } from '../model/order.ts'
import type { Study } from '../model/study.ts'
import type { Cell, Table } from '../model/table.ts'
import { associationTest } from '../statistics/compare.ts'
import { enoughTogether, pairCells, pairFigures } from '../statistics/cooccurrence.ts'
import { benjaminiHochberg } from '../statistics/multiplicity.ts'
import { percent } from '../statistics/rounding.ts'
import { significant } from '../statistics/written.ts'
import { baseText, roundingNote, severalThemesNote } from './notes.ts'
import type { Tally } from './tally.ts'

/** Name of the table of pairs. */
export const cooccurrenceId = 'cooccurrence'

/** Which themes the same respondents named: `cooccurrence.csv`, a row a pair of codes in the codebook's order. */
export const cooccurrenceTable = (study: Study, tally: Tally): Table => {
  const pairs = study.codes.flatMap((one, index) => study.codes.slice(index + 1).map((two) => pairOf(tally, one, two)))
  const adjusted = benjaminiHochberg(pairs.map(({ figures }) => figures.p))
  return {
    id: cooccurrenceId,
    title: 'Themes together',
    note: `Counted are respondents with both themes of a pair. The base of a percentage is ${baseText(study.base)}${study.base === 'all' ? '' : ' a question of the one theme and a question of the other'}. ${roundingNote} ${severalThemesNote} \`jaccard\`: those with both among those with either; \`lift\`: how many times as many have both as if the themes had nothing to do with each other. \`p\` is of Fisher's exact test where an expected count is below 5, else of the chi-square test without correction; \`p_adjusted\` is adjusted by Benjamini and Hochberg over all ${pairs.length} pairs. Pairs of fewer than ${enoughTogether} respondents have no lift and no p: one respondent more or less would change them too much.`,
    columns: [
      ...'code_1 label_1 code_2 label_2 respondents first second base base_kind percent'.split(' '),
      ...figureNames,
    ],
    rows: pairs.map(({ one, two, figures }, index): Cell[] => {
      const { both, first, second, all, jaccard, lift, test, p } = figures
      const tested = both >= enoughTogether ? [lift, test, p, adjusted[index]!] : [null, null, null, null]
      const counted = [one.id, one.label, two.id, two.label, both, first, second, all, study.base, percent(both, all)]
      return [
        ...counted,
        ...[jaccard, ...tested].map((value) => (typeof value === 'number' ? significant(value, 4) : value)),
      ]
    }),
  }
}

const figureNames = ['jaccard', 'lift', 'test', 'p', 'p_adjusted'] as const

const pairOf = ({ plan, together }: Tally, one: Code, two: Code) => {
  const [first, second] = [plan.codes.get(one.id)!.questionSet, plan.codes.get(two.id)!.questionSet]
  const [early, late] = byBytes(one.id, two.id) < 0 ? [one.id, two.id] : [two.id, one.id]
  const counts = {
    both: together.pairs.get(early)?.get(late) ?? 0,
    first: together.single.get(one.id)?.[second] ?? 0,
    second: together.single.get(two.id)?.[first] ?? 0,
    all: together.bases[first]![second]!,
  }
  return { one, two, figures: { ...pairFigures(counts), ...associationTest(pairCells(counts)) } }
}
