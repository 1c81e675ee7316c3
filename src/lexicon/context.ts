import { type ContextClass, contextClasses } from '../model/tag.ts'
import { clauseBreak, semicolon } from '../text/fold.ts'
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
    for (let place = 0; place < finds.count; place++) {
      const at = finds.data[3 * place + 1]!
      const end = finds.data[3 * place + 2]!
      if (titles.some(([start, stop]) => start <= at && end <= stop)) continue
      found.push({ trigger: triggers.definitions[finds.data[3 * place]!]!, at, end })
    }
    return scopesOf(kernel, cancelled(blocked(found)), from, to)
  }
}

/** Drops triggers that a `never` phrase of the same extent and class takes the meaning from, and those phrases. */
const blocked = (found: readonly Found[]): Found[] =>
  found.filter(
    ({ trigger, at, end }) =>
      trigger.kind !== 'never' &&
      !found.some(
        (other) =>
          other.trigger.kind === 'never' && other.trigger.bit === trigger.bit && other.at === at && other.end === end,
      ),
  )

/** "no lack of": a negation right before a lack says that there is none; both go. */
const cancelled = (found: readonly Found[]): Found[] =>
  found.filter(({ trigger, at, end }) => {
    if (trigger.kind === 'before' && trigger.bit === negated)
      return !found.some(
        (other) => other.trigger.bit === lacking && other.trigger.kind === 'before' && other.at === end,
      )
    if (trigger.kind === 'before' && trigger.bit === lacking)
      return !found.some(
        (other) => other.trigger.bit === negated && other.trigger.kind === 'before' && other.end === at,
      )
    return true
  })

const scopesOf = (kernel: Kernel, found: readonly Found[], from: number, to: number): Scope[] => {
  const scopes: Scope[] = []
  for (const { trigger, at, end } of found) {
    if (trigger.kind === 'terminator') continue
    const scope = { bit: trigger.bit, at, end }
    if (trigger.kind !== 'after')
      scopes.push({ ...scope, from: end, to: reachForward(kernel, found, trigger, end, to) })
    if (trigger.kind !== 'before')
      scopes.push({ ...scope, from: reachBackward(kernel, found, trigger, at, from), to: at })
  }
  return scopes
}

/** Up to the end of the sentence, a terminator, the next trigger of the class, a clause break, or the class's words. */
const reachForward = (kernel: Kernel, found: readonly Found[], trigger: Trigger, end: number, to: number): number => {
  const { gaps } = kernel.tokens
  let limit = trigger.list ? to : Math.min(to, end + trigger.words)
  for (const other of found)
    if (
      other.at >= end &&
      other.at < limit &&
      (other.trigger.kind === 'terminator' || (other.trigger.bit === trigger.bit && other.trigger.kind !== 'after'))
    )
      limit = other.at
  for (let token = end; token < limit; token++) {
    if (trigger.list ? false : gaps[token]! >= (token === end ? semicolon : clauseBreak)) return token
  }
  return limit
}

const reachBackward = (kernel: Kernel, found: readonly Found[], trigger: Trigger, at: number, from: number): number => {
  const { gaps } = kernel.tokens
  let limit = Math.max(from, at - trigger.words)
  for (const other of found)
    if (other.end <= at && other.end > limit && other.trigger.kind === 'terminator') limit = other.end
  for (let token = at; token > limit; token--) if (gaps[token]! >= clauseBreak) return token
  return limit
}
