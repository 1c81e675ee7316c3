import { byBytes } from '../model/order.ts'
import { type Agreement, agree } from './agreement.ts'
import { type FrequencyError, frequencyError } from './frequency-error.ts'
import { type MacroScore, macroScore, microScore, type Score, score } from './score.ts'

/** A code on a unit (the address of an answer) of a respondent. */
export interface Assignment {
  readonly unit: string
  readonly respondent: string
  readonly code: string
}

/** One code against gold. */
export interface CodeEvaluation extends Score {
  readonly code: string
  /** Units with the code in gold. */
  readonly support: number
  /** Respondents with the code, and system less gold. */
  readonly respondents: { readonly gold: number; readonly system: number; readonly error: number }
  /** System against gold, over the units that may have the code. */
  readonly agreement: Agreement
}

/** All codes against gold. */
export interface Evaluation {
  readonly units: number
  readonly codes: readonly CodeEvaluation[]
  readonly micro: Score
  /** Over the codes that gold or system used. */
  readonly macro: MacroScore
  /** Over the codes that gold used at least five times. */
  readonly macroSupported: MacroScore
  /** In respondents, over the codes that gold or system used. */
  readonly frequency: FrequencyError
}

/** Gold support from which a code's own score says something. */
export const enoughSupport = 5

/**
 * Compares the system's codes with gold. Only the given units are judged, whatever else the two hold. `codes`: which
 * codes, in which order (default: those used, in byte order); `mayHave`: whether a code can be given to a unit at all.
 */
export const evaluate = (
  gold: readonly Assignment[],
  system: readonly Assignment[],
  units: readonly string[],
  options: { readonly codes?: readonly string[]; readonly mayHave?: (unit: string, code: string) => boolean } = {},
): Evaluation => {
  const judged = new Set(units)
  const goldCodes = indexByCode(gold, judged)
  const systemCodes = indexByCode(system, judged)
  const mayHave = options.mayHave ?? (() => true)
  const names = options.codes ?? [...new Set([...goldCodes.keys(), ...systemCodes.keys()])].sort(byBytes)
  const codes = names.map((code) => {
    const eligible = [...judged].filter((unit) => mayHave(unit, code)).length
    return evaluateCode(code, goldCodes.get(code) ?? unused, systemCodes.get(code) ?? unused, eligible)
  })
  const used = codes.filter(({ tp, fp, fn }) => tp + fp + fn > 0)
  return {
    units: judged.size,
    codes,
    micro: microScore(codes),
    macro: macroScore(used),
    macroSupported: macroScore(used.filter(({ support }) => support >= enoughSupport)),
    frequency: frequencyError(used.map(({ respondents }) => respondents)),
  }
}

interface Use {
  readonly units: Set<string>
  readonly respondents: Set<string>
}

const unused: Use = { units: new Set(), respondents: new Set() }

const indexByCode = (assignments: readonly Assignment[], judged: ReadonlySet<string>): ReadonlyMap<string, Use> => {
  const index = new Map<string, Use>()
  for (const { unit, respondent, code } of assignments) {
    if (!judged.has(unit)) continue
    const use = index.get(code) ?? { units: new Set(), respondents: new Set() }
    use.units.add(unit)
    use.respondents.add(respondent)
    index.set(code, use)
  }
  return index
}

const evaluateCode = (code: string, gold: Use, system: Use, eligible: number): CodeEvaluation => {
  const tp = [...system.units].filter((unit) => gold.units.has(unit)).length
  const fp = system.units.size - tp
  const fn = gold.units.size - tp
  return {
    code,
    support: gold.units.size,
    ...score({ tp, fp, fn }),
    respondents: {
      gold: gold.respondents.size,
      system: system.respondents.size,
      error: system.respondents.size - gold.respondents.size,
    },
    // A code on a unit that cannot have it is an error of its own; it must not make the rest negative.
    agreement: agree({ both: tp, onlyFirst: fn, onlySecond: fp, neither: Math.max(0, eligible - tp - fp - fn) }),
  }
}
