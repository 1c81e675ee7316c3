import { groupBy } from '../../statistics/group-by.ts'
import { figureName } from '../figure.ts'
import { type Check, found, listText } from './check.ts'

/** Questions that everybody was asked have one base. */
export const checkBases: Check = ({ figures }) => {
  const bases = groupBy(
    figures.filter(({ follows }) => follows === null),
    ({ base }) => base,
  )
  const [usual, ...others] = [...bases].toSorted((a, b) => b[1].length - a[1].length)
  return others.flatMap(([base, own]) =>
    own.map((figure) =>
      found(
        'warning',
        'base',
        `${figureName(figure)} has a base of \`${base}\`, figure ${listText(usual![1].map(({ name }) => name))} of \`${usual![0]}\`; say why, or correct it`,
        figure.where,
      ),
    ),
  )
}
