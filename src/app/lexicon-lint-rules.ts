import type { CompiledLexicons, Rule } from '../lexicon/compile.ts'
import type { Node } from '../lexicon/program.ts'
import { type Finding, type Place, placeText } from '../model/finding.ts'
import { byBytes } from '../model/order.ts'
import { groupBy } from '../statistics/group-by.ts'
import { sample, shorten } from './lexicon-words.ts'

/** What is wrong with rules whatever the answers are: rules that can never count, and rules written twice. */
export const lintRules = (compiled: CompiledLexicons, places: readonly Place[]): readonly Finding[] => [
  ...impossibleRules(compiled, places),
  ...repeatedRules(compiled, places),
  ...sharedTerms(compiled, places),
]

const impossibleRules = ({ rules, nodes }: CompiledLexicons, places: readonly Place[]): Finding[] =>
  rules.flatMap(({ node, text, veto, need }, index) => {
    if (!canMatch(nodes, node))
      return warning(
        'lexicon/dead-rule',
        `rule \`${shorten(text)}\` cannot match anything: a part of it that must be there has no words, or takes itself away; correct or remove it`,
        places[index],
      )
    if (need !== 0 && (need & ~veto) === 0)
      return warning(
        'lexicon/dead-rule',
        `rule \`${shorten(text)}\` can never count: it does not count in the very contexts that it needs; change \`need\` or \`veto\``,
        places[index],
      )
    return []
  })

const canMatch = (nodes: readonly Node[], id: number): boolean => {
  const node = nodes[id]!
  if (node.kind === 'nothing') return false
  if (node.kind === 'atom') return true
  if (node.kind === 'or') return node.options.some((option) => canMatch(nodes, option))
  if (node.kind === 'not') return node.left !== node.right && canMatch(nodes, node.left)
  return canMatch(nodes, node.left) && canMatch(nodes, node.right)
}

/** A rule that stands in its code already: the same words, contexts and questions, however they are written. */
const repeatedRules = ({ rules }: CompiledLexicons, places: readonly Place[]): Finding[] => {
  const first = new Map<string, number>()
  return rules.flatMap((rule, index) => {
    const { code, node, veto, need, questions } = rule
    const key = JSON.stringify([code, node, veto, need, questions && [...questions].sort(byBytes)])
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, index)
      return []
    }
    const message = `rule \`${shorten(rule.text)}\` of \`${code}\` stands already in ${placeText(places[earlier])}; remove one of them`
    return warning('lexicon/repeated-rule', message, places[index])
  })
}

/** Words or parts of rules that give two codes by themselves: one finding a pair of codes, at the first such rule. */
const sharedTerms = (compiled: CompiledLexicons, places: readonly Place[]): Finding[] => {
  const { rules } = compiled
  const termsOf = standaloneTerms(compiled)
  const rulesOf = new Map<string, number[]>()
  rules.forEach((rule, index) => {
    for (const term of termsOf(rule.node)) rulesOf.set(term, [...(rulesOf.get(term) ?? []), index])
  })
  const shared = [...rulesOf].flatMap(([term, indexes]) =>
    indexes.flatMap((a, place) =>
      indexes
        .slice(place + 1)
        .filter((b) => rules[a]!.code !== rules[b]!.code && canBothCount(rules[a]!, rules[b]!))
        .map((b) => ({ term, a, b })),
    ),
  )
  return [...groupBy(shared, ({ a, b }) => `${rules[a]!.code} ${rules[b]!.code}`).values()].flatMap((own) => {
    const [first] = own
    const pairs = [...groupBy(own, ({ a, b }) => `${a} ${b}`).values()].map((same) => {
      const { a, b } = same[0]!
      const terms = same.flatMap(({ term }) => (term.startsWith('#') ? [] : [term]))
      const what = terms.length === 0 ? `the rule \`${shorten(rules[a]!.text)}\`` : sample(terms, 4)
      return `${what} (${placeText(places[a])} and ${placeText(places[b])})`
    })
    const shown = pairs.slice(0, mostPairs).join('; ')
    const more = pairs.length > mostPairs ? `; and in ${pairs.length - mostPairs} more pairs of rules` : ''
    return warning(
      'lexicon/shared-term',
      `\`${rules[first!.a]!.code}\` and \`${rules[first!.b]!.code}\` are both given by ${shown}${more}; if one of them is meant, narrow the other`,
      places[first!.a],
    )
  })
}

/** Most pairs of rules that one finding names. */
const mostPairs = 6

/** Whether some hit could count for two rules: they share a question, and a context. */
const canBothCount = (a: Rule, b: Rule): boolean => {
  if (a.questions && b.questions && ![...a.questions].some((question) => b.questions!.has(question))) return false
  const allowed = ~(a.veto | b.veto)
  return [a, b].every(({ need }) => need === 0 || (need & allowed) !== 0)
}

/** Most phrases that the choices of one term are written out to. */
const mostPhrases = 200

/** For each node what suffices for it to match: words of its alternatives, or `#` and the number of a larger part. */
const standaloneTerms = ({ nodes, phrases, definitions }: CompiledLexicons): ((node: number) => readonly string[]) => {
  const ofAtom = new Map<number, string[]>()
  for (const { slots, output } of phrases) {
    const { atom, checks } = definitions[output]!
    const count = slots.reduce((product, slot) => product * slot.length, 1)
    const written =
      count > mostPhrases
        ? [slots.map((slot) => (slot.length === 1 ? slot[0]! : `[${slot.join('|')}]`)).join(' ')]
        : slots.reduce<string[]>(
            (all, slot) => all.flatMap((start) => slot.map((word) => `${start} ${word}`.trim())),
            [''],
          )
    const exact = checks.map(({ surface }) => `=${surface} `).join('')
    ofAtom.set(atom, [...(ofAtom.get(atom) ?? []), ...written.map((text) => exact + text)])
  }
  const known = new Map<number, readonly string[]>()
  const termsOf = (id: number): readonly string[] => {
    const node = nodes[id]!
    const stored = known.get(id)
    if (stored) return stored
    const terms =
      node.kind === 'atom'
        ? (ofAtom.get(node.atom) ?? [])
        : node.kind === 'or'
          ? node.options.flatMap(termsOf)
          : node.kind === 'not'
            ? termsOf(node.left)
            : [`#${id}`]
    const unique = [...new Set(terms)]
    known.set(id, unique)
    return unique
  }
  return termsOf
}

const warning = (rule: string, message: string, where: Place | undefined): Finding[] => [
  { level: 'warning', rule, message, ...(where && { where }) },
]
