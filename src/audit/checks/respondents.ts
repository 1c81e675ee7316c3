import type { Finding } from '../../model/finding.ts'
import type { Figure } from '../figure.ts'
import { columnOf, groupsOf, type RespondentList } from '../respondents.ts'
import { type Check, found } from './check.ts'

/** The list of respondents is as long as the base, and its groups are as large as printed. */
export const checkRespondents: Check = ({ figures, respondents }) => {
  if (respondents === undefined) return []
  return figures.flatMap((figure) => [
    ...(figure.follows === null ? checkLength(figure, respondents) : []),
    ...(figure.question === null ? checkGroups(figure, respondents) : []),
  ])
}

const checkLength = (figure: Figure, { file, rows }: RespondentList): readonly Finding[] =>
  rows.length === figure.base
    ? []
    : [
        found(
          'error',
          'respondents',
          `figure ${figure.name} has a base of \`${figure.base}\`, \`${file}\` lists \`${rows.length}\` respondents; correct one of them`,
          figure.where,
        ),
      ]

const checkGroups = (figure: Figure, list: RespondentList): readonly Finding[] => {
  const labels = figure.rows.map(({ label }) => label)
  const groups = columnOf(list, labels)
  if (groups === undefined) return []
  const values = groupsOf(groups, labels)
  const findings = figure.rows.flatMap(({ label, count, where }, index) => {
    const value = values[index]
    if (value === undefined)
      return [
        found(
          'warning',
          'group',
          `\`${list.file}\` has no group like \`${label}\` in its column \`${groups.column}\``,
          where,
        ),
      ]
    const listed = groups.counts.get(value)!
    if (count === null || count === listed) return []
    return [
      found(
        'error',
        'group',
        `\`${label}\` is printed with \`${count}\` respondents; \`${list.file}\` lists \`${listed}\` with ${groups.column} \`${value}\`; correct the count or the list`,
        where,
      ),
    ]
  })
  if (groups.without === 0) return findings
  const column = list.columns.indexOf(groups.column)
  const names = list.rows.filter((cells) => cells[column]!.trim() === '').map((cells) => `\`${cells[0]}\``)
  const shown = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`
  return [
    ...findings,
    found(
      'note',
      'no-group',
      `in no row of figure ${figure.name}, because \`${list.file}\` gives no ${groups.column}: ${shown}; say so beside the figure`,
      figure.where,
    ),
  ]
}
