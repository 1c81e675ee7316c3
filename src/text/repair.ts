/** How many places of each kind a text was repaired in. */
export interface Repairs {
  /** CRLF turned into LF. */
  readonly crlf: number
  /** Lone CR turned into LF. */
  readonly cr: number
  /** NUL and other C0 control characters (not TAB, not LF) turned into U+FFFD. */
  readonly controls: number
  /** Halves of surrogate pairs turned into U+FFFD. */
  readonly surrogates: number
}

const none: Repairs = { crlf: 0, cr: 0, controls: 0, surrogates: 0 }
const suspicious = /[\0-\x08\x0b-\x1f\ud800-\udfff]/
const repairable = /\r\n?|[\0-\x08\x0b\x0c\x0e-\x1f]/g
// With the `u` flag a pair is one character, so only the lone halves match.
const loneHalf = /\p{Surrogate}/gu

/** The text in the form that offsets and hashes count on, and what had to be changed; Unicode is not normalised. */
export const repair = (raw: string): { readonly text: string; readonly repairs: Repairs } => {
  if (!suspicious.test(raw)) return { text: raw, repairs: none }
  let crlf = 0
  let cr = 0
  let controls = 0
  let surrogates = 0
  const cleaned = raw.replace(repairable, (found) => {
    if (found === '\r\n') crlf++
    else if (found === '\r') cr++
    else controls++
    return found.startsWith('\r') ? '\n' : '\ufffd'
  })
  const text = cleaned.replace(loneHalf, () => {
    surrogates++
    return '\ufffd'
  })
  return { text, repairs: { crlf, cr, controls, surrogates } }
}
