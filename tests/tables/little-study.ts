import type { Answer } from '../../src/model/answer.ts'
import type { Coding, CodingStatus } from '../../src/model/coding.ts'
import { answerId, codingId } from '../../src/model/id.ts'
import type { Label } from '../../src/model/label.ts'
import type { Question } from '../../src/model/questionnaire.ts'
import type { Study } from '../../src/model/study.ts'

const questions: Readonly<Record<string, Question>> = {
  law: { kind: 'closed', classes: ['yes', 'no'], text: 'Is it an offence?' },
  penalty: {
    kind: 'closed',
    classes: ['yes', 'no'],
    follows: { question: 'law', class: 'yes' },
    text: 'If yes, is the penalty high?',
  },
  needs: { kind: 'narrative', text: 'What do you need?' },
  plans: { kind: 'narrative', text: 'What do you plan?' },
}

/** Four questions, three codes in two families. */
export const littleStudy = (changes: Partial<Study> = {}): Study => ({
  name: 'little',
  title: 'A little study',
  questions: new Map(Object.entries(questions)),
  codes: [
    {
      id: 'need.training',
      label: 'Training',
      definition: 'Training is asked for.',
      family: 'need',
      familyLabel: 'Needs',
      questions: ['needs'],
    },
    {
      id: 'need.money',
      label: 'Money',
      definition: 'Money is asked for.',
      family: 'need',
      familyLabel: 'Needs',
      questions: ['needs'],
    },
    {
      id: 'body.police',
      label: 'Police',
      definition: 'The police are named.',
      family: 'body',
      familyLabel: 'Bodies',
      questions: undefined,
    },
  ],
  by: ['region'],
  base: 'all',
  minimumBase: 10,
  ...changes,
})

/** One answer. */
export const answer = (respondent: string, question: string, text: string, region = 'north'): Answer => ({
  id: answerId(respondent, question),
  respondent,
  question,
  attributes: { region },
  text,
})

/** One coding; its spans are where the words stand in the answer's text. */
export const coding = (
  { respondent, question, id, text }: Answer,
  code: string,
  words: readonly string[] = [],
  status: CodingStatus = 'suggested',
): Coding => ({
  id: codingId(id, code),
  respondent,
  question,
  code,
  label: code,
  status,
  spans: words.map((quote) => ({
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
    quote,
    lexicon: 'little/needs',
    rule: `{${quote}}`,
    context: [],
  })),
  by: status === 'suggested' ? [] : ['reviewer-1'],
})

/** One label. */
export const label = (
  { id, respondent, question, text }: Answer,
  name: string,
  more: Partial<Pick<Label, 'kind' | 'status' | 'because' | 'reason'>> = {},
): Label => ({
  answer: id,
  respondent,
  question,
  class: name,
  because: text === '' ? [] : [{ rule: 'yes-word', start: 0, end: text.length, quote: text }],
  reason: 'The answer begins with the word.',
  status: 'classified',
  ...more,
})
