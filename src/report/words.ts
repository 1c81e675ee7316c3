import { notApplicable, notClassifiable } from '../model/label.ts'
import type { Study } from '../model/study.ts'

/** A count with a thin space between thousands. */
export const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')

/** `1 answer`, `2 answers`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${number(count)} ${count === 1 ? noun : plural}`

/** A share in a table cell; a dash where there is none. */
export const percentText = (percent: number | null): string => (percent === null ? '–' : `${percent}%`)

/** A name of the data as words: `existing_sufficient` becomes `Existing sufficient`. */
export const readable = (name: string): string => {
  const words = name.replaceAll('_', ' ').replaceAll('+', ' + ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * A value of an attribute as a reader would write it: identifiers such as `western_europe_other` become `Western Europe
 * Other`, anything else stays as the respondents' file has it.
 */
export const valueName = (value: string): string =>
  /^[a-z0-9]+(_[a-z0-9]+)*$/.test(value)
    ? value
        .split('_')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(' ')
    : value.trim() || '(not stated)'

const classNames: Readonly<Record<string, string>> = {
  [notApplicable]: 'Not applicable (no answer or no data)',
  [notClassifiable]: 'Not classifiable',
}

/** The name of a class of a closed question. */
export const className = (name: string): string =>
  Object.hasOwn(classNames, name) ? classNames[name]! : readable(name)

/** `Question 6(a)`, or the question's id where it has no number. */
export const questionName = (study: Study, id: string): string => `Question ${study.questions.get(id)?.number ?? id}`
