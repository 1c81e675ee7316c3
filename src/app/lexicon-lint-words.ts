import { globMatches, parseGlob } from '../lexicon/kernel/glob.ts'
import type { Finding } from '../model/finding.ts'
import { byBytes } from '../model/order.ts'
import { overlapReason, type Survey } from './lexicon-survey.ts'
import type { TermGroup } from './lexicon-terms.ts'
import type { Trial } from './lexicon-trial.ts'
import { sample, shorten } from './lexicon-words.ts'

/** Rules with fewer hits may have met only the contexts that they are to leave out. */
const tellingHits = 3

/** Wildcards with fewer letters are looked at; those that catch more distinct words have exploded. */
const fewLetters = 4
const manyWords = 30

/** What the answers say of the words of lexicons: rules, terms and lists that find nothing, and wildcards that find too much. */
export const lintWords = (trial: Trial, groups: readonly TermGroup[], survey: Survey): readonly Finding[] => [
  ...wideWildcards(groups, survey.words),
  ...silentRules(trial, groups, survey),
  ...idleExclusions(trial, survey),
  ...silentLists(groups, survey),
  ...unusedLists(trial, groups),
]

/** A wildcard with the distinct words of the answers that it catches. */
interface Wildcard {
  readonly text: string
  readonly caught: readonly string[]
}

/** One finding a list or rule for those that catch very many words, and one for those that only might. */
const wideWildcards = (groups: readonly TermGroup[], words: ReadonlySet<string>): Finding[] => {
  const sorted = [...words].sort(byBytes)
  const known = new Map<string, Wildcard>()
  const look = (text: string): Wildcard => {
    const glob = parseGlob(text)
    const wildcard = known.get(text) ?? { text, caught: sorted.filter((word) => globMatches(glob, word)) }
    known.set(text, wildcard)
    return wildcard
  }
  return groups.flatMap((group) => {
    const wildcards = group.wildcards.map(look)
    const wide = wildcards.filter(({ text, caught }) => caught.length > manyWords && group.lone.has(text))
    const short = wildcards.filter((each) => !wide.includes(each) && letters(each.text) < fewLetters)
    const name = `${group.kind === 'list' ? 'list' : 'rule'} \`${shorten(group.name)}\``
    return [
      ...(wide.length === 0
        ? []
        : finding(
            'warning',
            'lexicon/wide-wildcard',
            `${name}: ${catchText(wide)}; write the words that are meant`,
            group,
          )),
      ...(short.length === 0
        ? []
        : finding('note', 'lexicon/short-wildcard', `${name}: ${catchText(short)}; are all of them meant?`, group)),
    ]
  })
}

const letters = (wildcard: string): number => wildcard.replace(/[*?]/g, '').length

/** What wildcards catch: the first four with their first ten words, the others with their number of words. */
const catchText = (wildcards: readonly Wildcard[]): string =>
  wildcards
    .map(({ text, caught }, index) => {
      const words =
        caught.length === 0 ? 'no word' : `${caught.length} ${caught.length === 1 ? 'word' : 'different words'}`
      return `\`${text}\` catches ${index < 4 && caught.length > 0 ? `${words}: ${sample(caught)}` : words}`
    })
    .join('; ')

/** Rules without a hit or without one that counts, and the alternatives of the others that never occur. */
const silentRules = (
  { loaded, compiled }: Trial,
  groups: readonly TermGroup[],
  { rules, terms }: Survey,
): Finding[] => {
  // A file that only lends lists may have rules of another pipeline.
  const own = new Set(loaded.lexicons.map(({ id }) => id))
  return groups
    .filter(({ kind, source }) => kind === 'rule' && own.has(source.id))
    .flatMap((group, index) => {
      const { hits, counted, reasons } = rules[index]!
      const { code } = compiled.rules[index]!
      const name = `rule \`${shorten(group.name)}\` of \`${code}\``
      const silent = group.terms.filter((term) => !terms.occurs(term)).map(({ text }) => text)
      const missing =
        silent.length === 0 ? '' : `${silent.length} of ${group.terms.length} terms never occur: ${sample(silent)}`
      if (hits === 0)
        return finding(
          'note',
          'lexicon/silent-rule',
          `${name} finds nothing in these answers${missing === '' ? '' : `; ${missing}`}`,
          group,
        )
      if (counted > 0) return missing === '' ? [] : finding('note', 'lexicon/silent-term', `${name}: ${missing}`, group)
      const why = [...reasons].map(([reason, count]) => `${count} × ${reason}`).join(', ')
      const covered = reasons.has(overlapReason)
      return finding(
        covered || hits < tellingHits ? 'note' : 'warning',
        covered ? 'lexicon/covered-rule' : 'lexicon/never-counts',
        covered
          ? `${name}: none of its ${hits} ${hits === 1 ? 'hit' : 'hits'} is needed in these answers: ${why}`
          : `${name} has ${hits} ${hits === 1 ? 'hit' : 'hits'}, none of which counts: ${why}; check its \`veto\` and \`need\``,
        group,
      )
    })
}

/** One note a code. */
const idleExclusions = ({ loaded }: Trial, { exclusions }: Survey): Finding[] =>
  loaded.lexicons.flatMap(({ content, placeOf }) =>
    Object.entries(content.codes).flatMap(([code, { not }]): Finding[] => {
      const idle = not.filter((text) => !exclusions.has(`${code} ${text}`))
      if (idle.length === 0) return []
      const message = `${idle.length} of ${not.length} \`not\` of \`${code}\` take no hit away in these answers: ${sample(idle)}`
      return [{ level: 'note', rule: 'lexicon/idle-exclusion', message, where: placeOf(['codes', code, 'not']) }]
    }),
  )

const silentLists = (groups: readonly TermGroup[], { terms }: Survey): Finding[] =>
  groups.flatMap((group) => {
    if (group.kind !== 'list') return []
    const silent = group.terms.filter((term) => !terms.occurs(term)).map(({ text }) => text)
    if (silent.length === 0) return []
    return finding(
      'note',
      'lexicon/silent-term',
      `list \`${group.name}\`: ${silent.length} of ${group.terms.length} terms never occur: ${sample(silent)}`,
      group,
    )
  })

/** Lists of this pipeline's own lexicons that nothing refers to; a file that only lends lists may serve others. */
const unusedLists = ({ loaded }: Trial, groups: readonly TermGroup[]): Finding[] => {
  const used = new Set(
    groups.flatMap(({ lists, source }) =>
      lists.flatMap((name) => [source.id, ...source.content.use].map((id) => `${id} @${name}`)),
    ),
  )
  const own = new Set(loaded.lexicons.map(({ id }) => id))
  return groups.flatMap((group) =>
    group.kind === 'list' && own.has(group.source.id) && !used.has(`${group.source.id} ${group.name}`)
      ? finding('note', 'lexicon/unused-list', `no rule and no list uses the list \`${group.name}\``, group)
      : [],
  )
}

const finding = (level: Finding['level'], rule: string, message: string, { place }: TermGroup): Finding[] => [
  { level, rule, message, where: place },
]
