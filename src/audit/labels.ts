/** What a row's label says about the respondents in it: an answer, no answer, or one that cannot be classed. */
export type LabelKind = 'answer' | 'none' | 'unclear'

const noneWords =
  /\bnot applicable\b|\bno (?:answers?|responses?|repl(?:y|ies)|data)\b|\bdid not (?:answer|respond|reply|provide)\b|\b(?:un|not )answered\b|\bblank\b/i
const unclearWords = /\bnot (?:conclusive|clas+ifiable)\b|\bunclassifiable\b|\bunclear\b|\binconclusive\b/i

/** The kind of a label, by its words. */
export const labelKind = (label: string): LabelKind => {
  const words = label.replaceAll('_', ' ')
  return noneWords.test(words) ? 'none' : unclearWords.test(words) ? 'unclear' : 'answer'
}

/** Whether two labels are the same but for capitals, blanks and underscores. */
export const sameLabel = (one: string, two: string): boolean => plain(one) === plain(two)

const plain = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
