/** What the respondents of one code rest on alone: for each rule and wording how many have nothing else. */
export interface Support {
  readonly rules: ReadonlyMap<number, number>
  readonly wordings: ReadonlyMap<string, number>
}

/** Gathers what supports the codes of respondents. */
export interface SupportCollector {
  /** A hit that supports a respondent's code, with the rule and the words that it matched. */
  readonly hit: (code: string, respondent: string, rule: number, wordings: readonly string[]) => void
  /** A person has given the code: no rule is needed for it. */
  readonly decided: (code: string, respondent: string) => void
  readonly of: (code: string) => Support
}

/** What all hits of one respondent and code have in common so far; `undefined` before the first. */
interface Common {
  rule: number | undefined
  wordings: readonly string[] | undefined
}

const nothing: Common = { rule: undefined, wordings: [] }

export const openSupport = (): SupportCollector => {
  const codes = new Map<string, Map<string, Common>>()
  const respondentsOf = (code: string): Map<string, Common> => {
    const known = codes.get(code) ?? new Map<string, Common>()
    codes.set(code, known)
    return known
  }
  return {
    hit: (code, respondent, rule, wordings) => {
      const respondents = respondentsOf(code)
      const known = respondents.get(respondent)
      if (known === nothing) return
      if (!known) respondents.set(respondent, { rule, wordings: [...new Set(wordings)] })
      else {
        if (known.rule !== rule) known.rule = undefined
        known.wordings = known.wordings!.filter((each) => wordings.includes(each))
      }
    },
    decided: (code, respondent) => {
      respondentsOf(code).set(respondent, nothing)
    },
    of: (code) => {
      const rules = new Map<number, number>()
      const wordings = new Map<string, number>()
      for (const common of respondentsOf(code).values()) {
        if (common.rule !== undefined) rules.set(common.rule, (rules.get(common.rule) ?? 0) + 1)
        for (const each of common.wordings ?? []) wordings.set(each, (wordings.get(each) ?? 0) + 1)
      }
      return { rules, wordings }
    },
  }
}
