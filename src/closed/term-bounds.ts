/** Words that may stand between what bounds a term and its number. */
const filler =
  '(?:\\s|,|:|\\(|a|an|the|of|is|are|to|at|with|by|term|terms|penalty|sentence|imprisonment|prison|threshold|limit|level|duration|period|only|in|for|or|equal|set|fixed|maximum of)*$'

const pattern = (words: string): RegExp => new RegExp(`\\b(?:${words})${filler}`, 'iu')

const exceed = 'exceed\\w*|more than|over|above|longer than|greater than|higher than|beyond|superior to|surpass\\w*'
const fallShort = 'less than|lower than|below|under|fewer than|inferior to|shorter than|short of|beneath'
const minimum =
  'minimum|min|at least|at the least|a floor|start\\w*|begin\\w*|from|no lighter than|not lighter than|upwards of'
const reach =
  'reach\\w*|attain\\w*|meets?|met|amount\\w*|come|comes|go|goes|arrive|satisf\\w*|at least|as much as|as high as'
const denied = "(?:not|never|no|cannot|nor|neither|without|\\w+n['’]t)\\s+(?:\\w+\\s+){0,2}?"

const notAbove = pattern(`${denied}(?:${exceed})`)
const notBelow = pattern(`${denied}(?:${fallShort})`)
const notReached = pattern(`${denied}(?:${reach})`)
const above = new RegExp(`(?:[>≥]|\\b(?:${exceed}))${filler}`, 'iu')
const below = pattern(fallShort)
const lowest = pattern(minimum)

const orMore =
  /^\s*(?:\)\s*)?(?:,\s*)?(?:or|and)\s+(?:more|above|over|longer|upwards?|higher)\b|^\s*(?:minimum|at least|\+)/iu
const notMet =
  /^[^.;:!?]{0,40}\b(?:not|never|un)\s*(?:been |yet )?(?:met|reached|attained|satisfied|fulfilled|exceeded)\b/iu
const nearEnd = 90

/** How the words around a term bound it: see `Term`. */
export const boundOf = (text: string, start: number, end: number): 'most' | 'least' | 'under' => {
  const before = text.slice(Math.max(0, start - nearEnd), start)
  const after = text.slice(end, end + nearEnd)
  if (notMet.test(after)) return 'under'
  if (notAbove.test(before)) return 'most'
  if (notBelow.test(before)) return 'least'
  if (notReached.test(before) || below.test(before)) return 'under'
  if (lowest.test(before) || above.test(before) || orMore.test(after)) return 'least'
  return 'most'
}

const otherBefore =
  /\b(?:last|past|recent|previous|next|coming|every|age of|aged|in force for|since|after|within|for (?:over|nearly|almost)|limitation (?:period )?(?:of|is)|prescri\w+ (?:of|in|after)|probation (?:of|for)|(?:banned?|disqualified|disqualification|prohibit\w*|suspen\w+|inhabilit\w+|excluded?)\b[^.;]{0,40}?\bfor)\s+(?:the |a |up to |from )*$/iu
const otherAfter =
  /^['’]?\s*(?:ago|earlier|old|later|since|of (?:age|experience|probation|supervis\w+|community|service|suspen\w+)|(?:ban|disqualification|probation|prohibition)\b)/iu
const planned =
  /\b(?:bills?|drafts?|project of law|law project|proposals?|propos(?:es?|ed|ing)|would (?:raise|increase|rise|bring|lift|double)|to be (?:raised|increased)|will (?:soon )?(?:raise|increase|rise|be (?:raised|increased))|planned|pending amendment|amendments? (?:under|in|before))\b/iu
const former =
  /\b(?:formerly|previously|used to be|under the (?:old|former|previous|repealed|earlier)|before the (?:reform|amendment))\b/iu

const elsewhere =
  /\b(?:other (?:\w+ )?(?:offen[cs]es?|crimes?|felonies|acts|infractions)|(?:drug|human) trafficking|murder|homicide|terrorism)\b/iu

/** Whether a term is no penalty in force: a date, an age, a ban, the term of another offence, of a bill or of a former law. */
export const isNoPenalty = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - nearEnd), start)
  if (otherBefore.test(before) || otherAfter.test(text.slice(end, end + nearEnd))) return true
  const clause = clauseAround(text, start, end)
  return planned.test(clause) || former.test(clause) || elsewhere.test(clause)
}

const clauseStart = /[.;:!?()–—]|,?\s\b(?:but|while|although|though|whereas|now|today|currently|is now|and now)\b/giu

const clauseAround = (text: string, start: number, end: number): string => {
  let from = 0
  for (const found of text.slice(0, start).matchAll(clauseStart)) from = found.index + found[0].length
  const length = text.slice(end).search(clauseStart)
  return text.slice(from, length < 0 ? text.length : end + length)
}
