import { groupBy } from '../statistics/group-by.ts'

/** What the respondents of one code rest on alone: for each rule and wording how many have nothing else. */
export interface Support {
  readonly rules: ReadonlyMap<number, number>
  /** Wordings that the very same respondents rest on stand together, in the order of the text. */
  readonly wordings: readonly { readonly words: readonly string[]; readonly respondents: number }[]
}

/** Gathers what supports the codes of respondents. */
export interface SupportCollector {
  /** A hit that supports a respondent's code, with the rule and the words that it matched. */
  readonly hit: (code: string, respondent: string, rule: number, wordings: readonly string[]) => void
  /** A person has given the code: no rule is needed for it. */
  readonly decided: (code: string, respondent: string) => void
  readonly of: (code: string) => Support
}

/** What all hits of one respondent and code have in common so far. */
interface Common {
  readonly rule: number | undefined
  readonly wordings: readonly string[]
}

const nothing: Common = { rule: undefined, wordings: [] }

/** A collector with nothing in it. */
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
      respondents.set(respondent, {
        rule: !known || known.rule === rule ? rule : undefined,
        wordings: known ? known.wordings.filter((each) => wordings.includes(each)) : [...new Set(wordings)],
      })
    },
    decided: (code, respondent) => {
      respondentsOf(code).set(respondent, nothing)
    },
    of: (code) => {
      const rules = new Map<number, number>()
      const holders = new Map<string, string[]>()
      for (const [respondent, { rule, wordings }] of respondentsOf(code)) {
        if (rule !== undefined) rules.set(rule, (rules.get(rule) ?? 0) + 1)
        for (const each of wordings) holders.set(each, [...(holders.get(each) ?? []), respondent])
      }
      const together = groupBy([...holders], ([, respondents]) => JSON.stringify(respondents))
      return {
        rules,
        wordings: [...together.values()].map((group) => ({
          words: group.map(([wording]) => wording),
          respondents: group[0]![1].length,
        })),
      }
    },
  }
}
