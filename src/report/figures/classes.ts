import { notApplicable, notClassifiable } from '../../model/label.ts'
import { className, questionName } from '../words.ts'
import type { Bar, FigureMaker } from './figure.ts'
import { countOf, percentOf, rowsOf } from './row.ts'

const looks: Readonly<Record<string, Bar['look']>> = { [notApplicable]: 'hollow', [notClassifiable]: 'hatched' }

/** Answers to each closed question by class, in the questionnaire's order, as parts of the base. */
export const classes: FigureMaker = (study, tables) =>
  [...study.questions].flatMap(([id, question]) => {
    const rows = rowsOf(tables, 'closed').filter((row) => row('question') === id)
    if (rows.length === 0) return []
    const bars = rows.map((row) => {
      const name = String(row('class'))
      const look = Object.hasOwn(looks, name) ? looks[name]! : 'solid'
      return { label: className(name), count: countOf(row, 'respondents'), percent: percentOf(row), look }
    })
    return [
      {
        kind: 'question',
        subject: id,
        title: `${questionName(study, id)}: ${question.text.trim()}`,
        stated: statedNumber(question),
        tableId: 'closed',
        chart: { unit: 'Respondents', bars, end: Math.max(1, countOf(rows[0]!, 'base')), left: 0 },
      },
    ]
  })

/** `figure: II` of a question. */
const statedNumber = (question: Readonly<Record<string, unknown>>): string | undefined => {
  const stated = question.figure
  return typeof stated === 'string' || typeof stated === 'number' ? String(stated).trim() : undefined
}
