import { type ContextClass, contextClasses } from '../model/tag.ts'
import { clauseBreak, comma, semicolon } from '../text/fold.ts'
import type { Finds, Kernel, Phrase } from './kernel/kernel.ts'
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

/** Numbers of one scope in `Scopes.data`: bit, from, to, at, end. */
export const scopeSize = 5

/** Scopes of one sentence, as numbers: the tagger looks at them once a hit. Reused from sentence to sentence. */
export interface Scopes {
  count: number
  data: Int32Array
}

/** Finds the scopes of the triggers between two tokens that bound a sentence. `titles` are token ranges that triggers do not leave. */
export type ContextReader = (from: number, to: number, titles: readonly (readonly [number, number])[]) => Scopes

const negated = contextBit('negated')
const lacking = contextBit('lacking')

/** Makes the reader of a kernel's triggers. Linear in the sentence; it makes no object a trigger. */
export const createContext = (kernel: Kernel, { definitions }: Triggers): ContextReader => {
  const finds = createFinds()
  const scopes: Scopes = { count: 0, data: new Int32Array(64 * scopeSize) }
  const bitOf = Int32Array.from(definitions, ({ bit }) => bit)
  const isNever = Uint8Array.from(definitions, ({ kind }) => (kind === 'never' ? 1 : 0))
  const isBefore = (output: number, bit: number): boolean =>
    definitions[output]!.kind === 'before' && definitions[output]!.bit === bit

  /** Finds of one place stand together: drops those that a `never` phrase takes the meaning from, and those in titles. */
  const settle = (titles: readonly (readonly [number, number])[]): void => {
    const { data } = finds
    let kept = 0
    let title = 0
    for (let place = 0; place < finds.count; ) {
      const at = data[3 * place + 1]!
      const end = data[3 * place + 2]!
      let next = place
      let never = 0
      while (next < finds.count && data[3 * next + 1] === at) {
        const output = data[3 * next]!
        if (isNever[output] === 1) never |= bitOf[output]!
        next++
      }
      while (title < titles.length && titles[title]![1] <= at) title++
      const inTitle = titles[title] !== undefined && titles[title]![0] <= at && end <= titles[title]![1]
      for (; place < next; place++) {
        const output = data[3 * place]!
        if (inTitle || isNever[output] === 1 || (bitOf[output]! & never) !== 0) continue
        data[3 * kept] = output
        data[3 * kept + 1] = at
        data[3 * kept + 2] = end
        kept++
      }
    }
    finds.count = kept
    cancel()
  }

  /** "no lack of": a negation right before a lack says that there is none; both go, and are marked by `~output`. */
  const cancel = (): void => {
    const { data } = finds
    for (let place = 0; place < finds.count; place++) {
      if (data[3 * place]! < 0 || !isBefore(data[3 * place]!, negated)) continue
      const end = data[3 * place + 2]!
      for (let next = place + 1; next < finds.count && data[3 * next + 1]! <= end; next++) {
        const output = data[3 * next]! < 0 ? ~data[3 * next]! : data[3 * next]!
        if (data[3 * next + 1] !== end || !isBefore(output, lacking)) continue
        data[3 * next] = ~output
        if (data[3 * place]! >= 0) data[3 * place] = ~data[3 * place]!
      }
    }
  }

  const push = (bit: number, from: number, to: number, at: number, end: number): void => {
    const place = scopeSize * scopes.count
    if (place === scopes.data.length) {
      const larger = new Int32Array(2 * scopes.data.length)
      larger.set(scopes.data)
      scopes.data = larger
    }
    scopes.count++
    const { data } = scopes
    data[place] = bit
    data[place + 1] = from
    data[place + 2] = to
    data[place + 3] = at
    data[place + 4] = end
  }

  return (from, to, titles) => {
    scopes.count = 0
    kernel.scanTriggers(from, to, finds)
    if (finds.count === 0) return scopes
    settle(titles)
    for (let place = 0; place < finds.count; place++) {
      const output = finds.data[3 * place]!
      if (output < 0) continue
      const { kind, bit } = definitions[output]!
      if (kind === 'terminator') continue
      const at = finds.data[3 * place + 1]!
      const end = finds.data[3 * place + 2]!
      if (kind !== 'after') push(bit, end, reachForward(kernel, definitions, finds, place, to), at, end)
      if (kind !== 'before') push(bit, reachBackward(kernel, definitions, finds, place, from), at, at, end)
    }
    return scopes
  }
}

/**
 * Up to the end of the sentence, a terminator, the next trigger of the class, a clause break, or the class's words.
 * Finds are in order, so the search for the next trigger ends at the first: the whole is linear in the sentence.
 */
const reachForward = (
  kernel: Kernel,
  definitions: readonly Trigger[],
  finds: Finds,
  place: number,
  to: number,
): number => {
  const { gaps } = kernel.tokens
  const { data } = finds
  const trigger = definitions[data[3 * place]!]!
  const at = data[3 * place + 1]!
  const end = data[3 * place + 2]!
  let limit = trigger.list ? to : Math.min(to, end + trigger.words)
  for (let next = place + 1; next < finds.count && data[3 * next + 1]! < limit; next++) {
    const output = data[3 * next]!
    if (output < 0 || data[3 * next + 1]! < end) continue
    const { kind, bit } = definitions[output]!
    if (kind === 'terminator' || (bit === trigger.bit && kind !== 'after')) limit = data[3 * next + 1]!
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
const reachBackward = (
  kernel: Kernel,
  definitions: readonly Trigger[],
  finds: Finds,
  place: number,
  from: number,
): number => {
  const { gaps } = kernel.tokens
  const { data } = finds
  const trigger = definitions[data[3 * place]!]!
  const at = data[3 * place + 1]!
  let limit = Math.max(from, at - trigger.words)
  for (let before = place - 1; before >= 0 && data[3 * before + 2]! > limit; before--) {
    const output = data[3 * before]!
    if (output < 0 || data[3 * before + 2]! > at) continue
    const { kind, bit } = definitions[output]!
    if (kind === 'terminator' || (bit === trigger.bit && kind !== 'before')) limit = data[3 * before + 2]!
  }
  for (let token = at; token > limit; token--) if (gaps[token]! >= clauseBreak) return token
  return limit
}

/** The scopes as records, for the few that are looked at twice. */
export const scopesOf = ({ count, data }: Scopes): Scope[] =>
  Array.from({ length: count }, (_, index) => {
    const place = scopeSize * index
    return {
      bit: data[place]!,
      from: data[place + 1]!,
      to: data[place + 2]!,
      at: data[place + 3]!,
      end: data[place + 4]!,
    }
  })
