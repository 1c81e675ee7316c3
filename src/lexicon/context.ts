import { type ContextClass, contextClasses } from '../model/tag.ts'
import { clauseBreak, comma, semicolon } from '../text/fold.ts'
import type { Kernel, Phrase } from './kernel/kernel.ts'
import { createFinds } from './kernel/kernel.ts'

/** Bit of a context class. */
export const contextBit = (name: ContextClass): number => 1 << contextClasses.indexOf(name)

/** Bits of several classes. */
export const contextMask = (names: readonly ContextClass[]): number =>
  names.reduce((mask, name) => mask | contextBit(name), 0)

/** What a trigger does: from where to where it reaches, for which class. */
export interface Trigger {
  readonly kind: 'before' | 'after' | 'both' | 'never' | 'terminator'
  /** Class bit; 0 for terminators. */
  readonly bit: number
  readonly words: number
  /** Reaches over the items of a list that follows it. */
  readonly list: boolean
  /** Between commas it bears only on what stands between them ("officers, not guards, were trained"). */
  readonly aside: boolean
}

/** Compiled triggers: `definitions[output]` says what a found phrase does. */
export interface Triggers {
  readonly phrases: readonly Phrase[]
  readonly definitions: readonly Trigger[]
}

/** The reach of one trigger: it bears on tokens `from` to before `to`; `at`..`end` is the trigger itself. */
export interface Scope {
  readonly bit: number
  readonly from: number
  readonly to: number
  readonly at: number
  readonly end: number
}

interface Found {
  readonly trigger: Trigger
  readonly at: number
  readonly end: number
}

const negated = contextBit('negated')
const lacking = contextBit('lacking')

/** Finds the scopes of the triggers between two tokens that bound a sentence. `titles` are token ranges that triggers do not leave. */
export const createContext = (
  kernel: Kernel,
  triggers: Triggers,
): ((from: number, to: number, titles: readonly (readonly [number, number])[]) => Scope[]) => {
  const finds = createFinds()
  return (from, to, titles) => {
    kernel.scanTriggers(from, to, finds)
    const found: Found[] = []
    let title = 0
    for (let place = 0; place < finds.count; place++) {
      const at = finds.data[3 * place + 1]!
      const end = finds.data[3 * place + 2]!
      while (title < titles.length && titles[title]![1] <= at) title++
      const inTitle = titles[title]
      if (inTitle && inTitle[0] <= at && end <= inTitle[1]) continue
      found.push({ trigger: triggers.definitions[finds.data[3 * place]!]!, at, end })
    }
    return scopesOf(kernel, cancelled(blocked(found)), from, to)
  }
}

/** Drops triggers that a `never` phrase of the same extent and class takes the meaning from, and those phrases. */
const blocked = (found: readonly Found[]): Found[] => {
  const never = new Set(found.filter(({ trigger }) => trigger.kind === 'never').map(extent))
  return found.filter((each) => each.trigger.kind !== 'never' && !never.has(extent(each)))
}

const extent = ({ trigger, at, end }: Found): string => `${trigger.bit} ${at} ${end}`

/** "no lack of": a negation right before a lack says that there is none; both go. */
const cancelled = (found: readonly Found[]): Found[] => {
  const isBefore = (each: Found, bit: number): boolean => each.trigger.kind === 'before' && each.trigger.bit === bit
  const lacks = new Set(found.filter((each) => isBefore(each, lacking)).map(({ at }) => at))
  const negations = new Set(found.filter((each) => isBefore(each, negated)).map(({ end }) => end))
  return found.filter(
    (each) => !(isBefore(each, negated) && lacks.has(each.end)) && !(isBefore(each, lacking) && negations.has(each.at)),
  )
}

const scopesOf = (kernel: Kernel, found: readonly Found[], from: number, to: number): Scope[] => {
  const scopes: Scope[] = []
  found.forEach(({ trigger, at, end }, place) => {
    if (trigger.kind === 'terminator') return
    const scope = { bit: trigger.bit, at, end }
    if (trigger.kind !== 'after') scopes.push({ ...scope, from: end, to: reachForward(kernel, found, place, to) })
    if (trigger.kind !== 'before') scopes.push({ ...scope, from: reachBackward(kernel, found, place, from), to: at })
  })
  return scopes
}

/**
 * Up to the end of the sentence, a terminator, the next trigger of the class, a clause break, or the class's words.
 * `found` is in order, so the search for the next trigger ends at the first: the whole is linear in the sentence.
 */
const reachForward = (kernel: Kernel, found: readonly Found[], place: number, to: number): number => {
  const { gaps } = kernel.tokens
  const { trigger, at, end } = found[place]!
  let limit = trigger.list ? to : Math.min(to, end + trigger.words)
  for (let next = place + 1; next < found.length && found[next]!.at < limit; next++) {
    const other = found[next]!
    const stops =
      other.trigger.kind === 'terminator' || (other.trigger.bit === trigger.bit && other.trigger.kind !== 'after')
    if (other.at >= end && stops) limit = other.at
  }
  if (trigger.list) return limit
  const aside = trigger.aside && gaps[at] === comma
  for (let token = end; token < limit; token++) {
    const stop = token === end ? semicolon : aside ? comma : clauseBreak
    if (gaps[token]! >= stop) return token
  }
  return limit
}

/** The same to the left: also the trigger of the class before it stops it, for that one speaks of what is before. */
const reachBackward = (kernel: Kernel, found: readonly Found[], place: number, from: number): number => {
  const { gaps } = kernel.tokens
  const { trigger, at } = found[place]!
  let limit = Math.max(from, at - trigger.words)
  for (let before = place - 1; before >= 0 && found[before]!.end > limit; before--) {
    const other = found[before]!
    const stops =
      other.trigger.kind === 'terminator' || (other.trigger.bit === trigger.bit && other.trigger.kind !== 'before')
    if (other.end <= at && stops) limit = other.end
  }
  for (let token = at; token > limit; token--) if (gaps[token]! >= clauseBreak) return token
  return limit
}
