import { quantifier } from '../../audit/bands.ts'
import { groupBy } from '../../statistics/group-by.ts'
import type { ThemeCount } from '../../tables/theme-count.ts'
import { countWord } from './number-words.ts'
import { capital, listed, type Paragraph, plain, type Run, type Sentence, type Style, seeFigure } from './prose.ts'
import { countAndShare, countRun, type Quantity, subject, whoText } from './quantity.ts'

/** The themes of a family in words: most frequent first, those of one quantifier in one sentence, none left out. */
export const familyProse = (counts: readonly ThemeCount[], { bands, figure }: Style): Paragraph => {
  const named = counts.filter(({ respondents }) => respondents > 0).toSorted((a, b) => b.respondents - a.respondents)
  const never = counts.filter(({ respondents }) => respondents === 0)
  const word = (count: ThemeCount): string => quantifier(bands, count.respondents, count.base) ?? ''
  const sentences = [...groupBy(named, word)].map(([quantifierWord, own]): Sentence => {
    const items = listed(
      own.map((count, at) => [label(count), plain(' ('), ...countAndShare(quantityOf(count), at === 0), plain(')')]),
    )
    if (quantifierWord === '' && own.length === 1)
      return [...subject(quantityOf(own[0]!), undefined), plain(' mentioned '), label(own[0]!)]
    if (quantifierWord === '')
      return [plain(`Fewer than ${countWord(bands.floor)} respondents each mentioned `), ...items]
    return capital([plain(`${whoText(quantifierWord, own[0]!.baseKind)} mentioned `), ...items])
  })
  return [
    ...sentences.map((sentence, index) => [...sentence, ...(index === 0 ? seeFigure(figure) : []), plain('.')]),
    ...(never.length === 0 ? [] : [[...nobody(never), ...(named.length === 0 ? seeFigure(figure) : []), plain('.')]]),
  ]
}

const nobody = (never: readonly ThemeCount[]): Sentence => [
  { ...countRun(quantityOf(never[0]!)), text: 'No' },
  plain(' respondents mentioned '),
  ...listed(never.map((count) => [label(count)])),
]

const label = (count: ThemeCount): Run => {
  const { cell } = countRun(quantityOf(count))
  return { text: `“${count.code.label}”`, ...(cell === undefined ? {} : { cell }) }
}

const quantityOf = ({ code, respondents, base, baseKind, percent }: ThemeCount): Quantity => ({
  count: respondents,
  base,
  baseKind,
  percent,
  place: { table: 'themes', keys: [code.id] },
})
