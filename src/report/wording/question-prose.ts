import { notApplicable, notClassifiable } from '../../model/label.ts'
import type { Question } from '../../model/questionnaire.ts'
import type { Study } from '../../model/study.ts'
import type { ClassCount } from '../../tables/class-count.ts'
import { questionName, readable } from '../words.ts'
import { type Paragraph, plain, type Sentence, type Style, seeFigure } from './prose.ts'
import { countRun, percentRuns, type Quantity, subject } from './quantity.ts'

/** A closed question in words: its classes by frequency, then the answers without a class and those that are missing. */
export const questionProse = (
  study: Study,
  question: string,
  counts: readonly ClassCount[],
  { bands, figure }: Style,
): Paragraph => {
  const name = questionName(study, question).toLowerCase()
  if ((counts[0]?.base ?? 0) === 0) return [[plain(`Nobody was counted for ${name}.`)]]
  const general = new Set([notApplicable, notClassifiable])
  const own = counts.filter((count) => !general.has(count.class)).toSorted((a, b) => b.respondents - a.respondents)
  const find = (wanted: string): ClassCount | undefined => counts.find((count) => count.class === wanted)
  const named = own.filter(({ respondents }) => respondents > 0)
  const never = own.filter(({ respondents }) => respondents === 0)
  const asked = study.questions.get(question)
  const about = (of: string, runs: Sentence): Sentence => [
    ...runs,
    ...(saysOf(asked, of) === undefined ? [plain(` to ${name}`)] : []),
    ...seeFigure(figure),
  ]
  const sentences = named.map((count, index): Sentence => {
    const runs = [...subject(quantityOf(count), bands), plain(` ${predicate(asked, count.class)}`)]
    return [...(index === 0 ? about(count.class, runs) : runs), plain('.')]
  })
  const nobody = never.length === 0 ? [] : [nobodySentence(asked, never)]
  const all = [...sentences, ...nobody.map((runs) => [...(named.length === 0 ? about('', runs) : runs), plain('.')])]
  return [...all, ...missing(study, question, find(notClassifiable), find(notApplicable))]
}

/** `No respondents answered “no”`; several classes that nobody gave in one sentence. */
const nobodySentence = (question: Question | undefined, never: readonly ClassCount[]): Sentence => {
  const start = subject(quantityOf(never[0]!), undefined)
  if (never.length === 1) return [...start, plain(` ${predicate(question, never[0]!.class)}`)]
  const names = never.map(({ class: name }) => `“${readable(name)}”`)
  return [...start, plain(` gave the answer ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`)]
}

const quantityOf = ({ question, class: name, respondents, base, baseKind, percent }: ClassCount): Quantity => ({
  count: respondents,
  base,
  baseKind,
  percent,
  place: { table: 'closed', keys: [question, name] },
})

/** What respondents of a class did in the words of the questionnaire: `says: {yes: saw gaps in the framework}`. */
const saysOf = (question: Question | undefined, name: string): string | undefined => {
  const says = question?.says
  if (typeof says !== 'object' || says === null || !Object.hasOwn(says, name)) return undefined
  const words = (says as Readonly<Record<string, unknown>>)[name]
  return typeof words === 'string' && words.trim() !== '' ? words.trim().replace(/\.$/, '') : undefined
}

/** What respondents of a class did: in the words of the questionnaire, else by the name of the class. */
const predicate = (question: Question | undefined, name: string): string =>
  saysOf(question, name) ??
  (/^(yes|no)$/i.test(name) ? `answered “${name.toLowerCase()}”` : `gave the answer “${readable(name)}”`)

/** Respondents without a class of the question's own; never with a word for their share. */
const missing = (
  study: Study,
  question: string,
  unclear: ClassCount | undefined,
  none: ClassCount | undefined,
): Paragraph => {
  const be = none?.respondents === 1 ? 'was' : 'were'
  const asked = study.base === 'all' && study.questions.get(question)?.follows ? `${be} not asked, ` : ''
  const noneSentence: Sentence | undefined =
    none && none.respondents > 0
      ? [...subject(quantityOf(none), undefined), plain(` ${asked}gave no answer or had no data`)]
      : undefined
  if (!unclear || unclear.respondents === 0) return noneSentence ? [[...noneSentence, plain('.')]] : []
  const quantity = quantityOf(unclear)
  const unclearRuns: Sentence = [
    plain(`${unclear.respondents === 1 ? 'the answer' : 'the answers'} of `),
    countRun(quantity),
    plain(` ${unclear.respondents === 1 ? 'respondent' : 'respondents'} (`),
    ...percentRuns(quantity),
    plain(') could not be classified.'),
  ]
  return noneSentence
    ? [[...noneSentence, plain(', and '), ...unclearRuns]]
    : [[{ ...unclearRuns[0]!, text: unclearRuns[0]!.text.replace('the', 'The') }, ...unclearRuns.slice(1)]]
}
