import type { LexiconFile, Source } from '../lexicon/schema.ts'
import type { Code, CodebookFile } from '../model/codebook.ts'
import type { Finding, Place } from '../model/finding.ts'
import { isNarrative, type Question } from '../model/questionnaire.ts'
import type { Pipeline } from '../pipeline/schema.ts'
import { didYouMean } from '../text/nearest.ts'

type PlaceOf = (path: readonly PropertyKey[]) => Place

/** What the files of a pipeline say of each other. */
export interface StudyFiles {
  readonly pipeline: Pipeline
  readonly placeOf: PlaceOf
  readonly codes: readonly Code[]
  readonly codebook: { readonly value: CodebookFile; readonly placeOf: PlaceOf }
  readonly questions: readonly (readonly [string, Question])[]
  readonly lexicons: readonly Source<LexiconFile>[]
}

/** Checks that the files of a pipeline fit together: questions, codes and attributes that one names and another defines. */
export const checkStudy = (files: StudyFiles): readonly Finding[] => [
  ...codeFindings(files),
  ...questionFindings(files),
  ...attributeFindings(files),
  ...uncoveredCodes(files),
]

const codeFindings = ({ codes, codebook }: StudyFiles): Finding[] => {
  const seen = new Set<string>()
  return codes.flatMap(({ id, family }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const index = codebook.value.families[family]!.codes.findLastIndex((code) => code.id === id)
    return [
      error(
        'codebook/duplicate-code',
        `code \`${id}\` stands twice in the codebook; rename or remove one`,
        codebook.placeOf(['families', family, 'codes', index]),
      ),
    ]
  })
}

const questionFindings = ({ codebook, questions, lexicons }: StudyFiles): Finding[] => {
  const known = new Map(questions)
  const check = (ids: readonly string[] | undefined, placeOf: PlaceOf, path: readonly PropertyKey[]): Finding[] =>
    (ids ?? []).flatMap((id, index) => {
      const question = known.get(id)
      const where = placeOf([...path, index])
      if (!question)
        return [
          error(
            'study/unknown-question',
            `there is no question \`${id}\`; expected one of ${[...known.keys()].join(', ')}${didYouMean(id, known.keys())}`,
            where,
          ),
        ]
      return isNarrative(question)
        ? []
        : [
            error(
              'study/closed-question',
              `question \`${id}\` is closed, no themes are looked for in it; set \`narrative: true\` in the questionnaire or take it off the list`,
              where,
            ),
          ]
    })
  return [
    ...Object.entries(codebook.value.families).flatMap(([family, { questions: ids }]) =>
      check(ids, codebook.placeOf, ['families', family, 'questions']),
    ),
    ...lexicons.flatMap(({ content, placeOf }) =>
      Object.entries(content.codes).flatMap(([code, entry]) => [
        ...check(entry.questions, placeOf, ['codes', code, 'questions']),
        ...entry.rules.flatMap((rule, index) =>
          typeof rule === 'string' ? [] : check(rule.questions, placeOf, ['codes', code, 'rules', index, 'questions']),
        ),
      ]),
    ),
  ]
}

const attributeFindings = ({ pipeline, placeOf }: StudyFiles): Finding[] =>
  pipeline.tables.by.flatMap((name, index) =>
    pipeline.input.attributes.includes(name)
      ? []
      : [
          error(
            'pipeline/unknown-attribute',
            `\`by\` names \`${name}\`, which is no attribute of the input${didYouMean(name, pipeline.input.attributes)}; add it to \`input.attributes\``,
            placeOf(['tables', 'by', index]),
          ),
        ],
  )

const uncoveredCodes = ({ codes, lexicons, pipeline, placeOf }: StudyFiles): Finding[] => {
  const covered = new Set(lexicons.flatMap(({ content }) => Object.keys(content.codes)))
  const missing = codes.filter(({ id }) => !covered.has(id)).map(({ id }) => `\`${id}\``)
  if (missing.length === 0) return []
  const message = `no lexicon of \`${pipeline.title}\` has rules for ${missing.join(', ')}: these codes are never suggested`
  return [{ level: 'warning', rule: 'lexicon/uncovered-code', message, where: placeOf(['lexicons']) }]
}

const error = (rule: string, message: string, where: Place): Finding => ({ level: 'error', rule, message, where })
