import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Classifier, createClassifier } from '../../src/closed/classifier.ts'
import { type ClosedFile, closedFileSchema } from '../../src/closed/schema.ts'
import { createForms } from '../../src/lexicon/forms/inflect.ts'
import { contextFileSchema, type Source } from '../../src/lexicon/schema.ts'
import type { Answer } from '../../src/model/answer.ts'
import type { Finding } from '../../src/model/finding.ts'
import { type Question, questionnaireSchema } from '../../src/model/questionnaire.ts'

/** A source without lines: a place is the path in the file. */
export const source = <Content>(id: string, content: Content): Source<Content> => ({
  id,
  file: `lexicons/${id}.yaml`,
  content,
  placeOf: (path) => ({ file: path.join('.') }),
})

const read = (file: string): unknown => parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))

const forms = createForms(new Map(Object.entries(read('lexicons/forms/en.json') as Record<string, string[]>)))
const context = source('context/en', contextFileSchema.parse(read('lexicons/context/en.yaml')))

/** The sample study's questionnaire and rules. */
export const wildlifeQuestions: ReadonlyMap<string, Question> = new Map(
  Object.entries(questionnaireSchema.parse(read('data/wildlife/questionnaire.yaml')).questions),
)
export const wildlifeRules = source('wildlife/closed', closedFileSchema.parse(read('lexicons/wildlife/closed.yaml')))

/** A classifier of rules, written as in a file, for the questions of the sample study. */
export const classifierOf = (
  closed: Source<ClosedFile> | undefined,
  questions = wildlifeQuestions,
): { classifier: Classifier; findings: readonly Finding[] } => createClassifier({ questions, closed, context, forms })

/** Rules for some questions, with defaults filled in. */
export const rules = (content: Record<string, unknown>): Source<ClosedFile> =>
  source('test/closed', closedFileSchema.parse({ title: 'test', version: 1, ...content }))

export const answer = (question: string, text: string): Answer => ({
  id: `R1/${question}`,
  respondent: 'R1',
  question,
  attributes: {},
  text,
})
