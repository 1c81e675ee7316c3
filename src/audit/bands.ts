import { z } from 'zod'

const limit = z.number().min(0).max(100)

/** A word and the shares it stands for, in per cent: `from`, `to` with the limit itself, `above`, `below` without it. */
const bandSchema = z
  .strictObject({
    word: z.string().min(1),
    /** Other ways to write it. */
    words: z.array(z.string().min(1)).default([]),
    from: limit.optional(),
    above: limit.optional(),
    to: limit.optional(),
    below: limit.optional(),
  })
  .superRefine((band, issues) => {
    const add = (message: string): void => issues.addIssue({ code: 'custom', message })
    if ((band.from === undefined) === (band.above === undefined)) add('a band begins with either `from` or `above`')
    if ((band.to === undefined) === (band.below === undefined)) add('a band ends with either `to` or `below`')
  })
export type Band = Readonly<z.output<typeof bandSchema>>

/** Which word stands for which share. The bands follow each other from 0 to 100 without gap or overlap. */
export const bandPolicySchema = z
  .strictObject({
    title: z.string(),
    version: z.int().min(1),
    /** Below this many respondents the number is given, not a word. */
    floor: z.int().min(0).default(0),
    bands: z.array(bandSchema).min(1),
  })
  .superRefine(({ bands }, issues) => {
    const add = (index: number, message: string): void =>
      issues.addIssue({ code: 'custom', path: ['bands', index], message })
    const seen = new Set<string>()
    bands.forEach((band, index) => {
      for (const word of wordsOf(band)) {
        if (seen.has(word)) add(index, `the word \`${word}\` stands in two bands; leave it in one`)
        seen.add(word)
      }
      const before = bands[index - 1]
      const start = band.from ?? band.above
      const end = before?.to ?? before?.below
      if (
        before === undefined
          ? band.from !== 0
          : start !== end || (band.from === undefined) === (before.to === undefined)
      )
        add(
          index,
          before === undefined
            ? `the first band begins at \`from: 0\`, found \`${start}\``
            : `expected the band to begin where \`${before.word}\` ends, ${before.to === undefined ? `\`from: ${end}\`` : `\`above: ${end}\``}`,
        )
    })
    if (bands.at(-1)?.to !== 100) add(bands.length - 1, 'the last band ends at `to: 100`')
  })
export type BandPolicy = Readonly<z.output<typeof bandPolicySchema>>

/** All ways to write a band, in lower case. */
export const wordsOf = ({ word, words }: Band): readonly string[] => [word, ...words].map((one) => one.toLowerCase())

/** The band of a share, with its limits held against whole counts; `undefined` over no respondents. */
export const bandOf = ({ bands }: BandPolicy, count: number, base: number): Band | undefined =>
  base === 0 ? undefined : bands.find((band) => isIn(band, count, base))

/** The word for a share; `null` where the policy wants the number itself. */
export const quantifier = (policy: BandPolicy, count: number, base: number): string | null =>
  count > 0 && count < policy.floor ? null : (bandOf(policy, count, base)?.word ?? null)

/** The band that a written word belongs to. */
export const bandNamed = ({ bands }: BandPolicy, word: string): Band | undefined =>
  bands.find((band) => wordsOf(band).includes(word.toLowerCase()))

/** A band's shares in words: `from 20 to below 50 per cent`. */
export const bandText = ({ from, above, to, below }: Band): string => {
  if (from !== undefined && from === to) return `${from} per cent`
  const start = from === undefined ? `above ${above}` : `from ${from}`
  return `${start} ${to === undefined ? `to below ${below}` : `to ${to}`} per cent`
}

const isIn = ({ from, above, to, below }: Band, count: number, base: number): boolean => {
  const share = 100 * count
  return (
    (from === undefined ? share > above! * base : share >= from * base) &&
    (to === undefined ? share < below! * base : share <= to * base)
  )
}
