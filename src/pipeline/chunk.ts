import { type Classifier, createClassifier } from '../closed/classifier.ts'
import { compileLexicons } from '../lexicon/compile.ts'
import { createForms } from '../lexicon/forms/inflect.ts'
import { createTagger, type Tagger } from '../lexicon/tagger.ts'
import type { Answer } from '../model/answer.ts'
import type { Coding } from '../model/coding.ts'
import type { Finding } from '../model/finding.ts'
import type { Label } from '../model/label.ts'
import type { Segment } from '../model/segment.ts'
import type { Study } from '../model/study.ts'
import type { Tag } from '../model/tag.ts'
import { classesOf, classify } from '../stages/classify.ts'
import type { DecisionIndex } from '../stages/decided.ts'
import { review } from '../stages/review.ts'
import { segment } from '../stages/segment.ts'
import { tag } from '../stages/tag.ts'
import type { Material, PlainSource } from './material.ts'

/** The layers made of some answers, each by one stage. */
export interface ChunkLayers {
  readonly answers: readonly Answer[]
  readonly segments: readonly Segment[]
  readonly tags: readonly Tag[]
  readonly labels: readonly Label[]
  readonly codings: readonly Coding[]
  readonly findings: readonly Finding[]
}

/** Runs the stages from segment to review on a chunk of whole respondents. */
export type ChunkRunner = (answers: readonly Answer[], decisions: DecisionIndex) => ChunkLayers

/** What the material says of the study, for the stages that count and write. */
export const studyOf = ({ name, title, questions, codes, by, base, minimumBase }: Material): Study => ({
  name,
  title,
  questions: new Map(questions),
  codes,
  by,
  base,
  minimumBase,
})

/** The compiled rules of a material, which was checked before. */
export const createRules = (material: Material): { readonly tagger: Tagger; readonly classifier: Classifier } => {
  const questions = new Map(material.questions)
  const forms = createForms(new Map(material.forms))
  const { compiled } = compileLexicons({
    codes: material.codes,
    lexicons: material.lexicons.map(withoutPlaces),
    shared: material.shared.map(withoutPlaces),
    context: withoutPlaces(material.context),
    forms,
  })
  const tagger = createTagger(compiled, { overlap: material.overlap, questionText: (id) => questions.get(id)?.text })
  const classifier = createClassifier({
    questions,
    closed: material.closed && withoutPlaces(material.closed),
    context: withoutPlaces(material.context),
    forms,
  }).classifier
  return { tagger, classifier }
}

/** Compiles the material into a runner. Its output depends on its arguments alone. */
export const createChunkRunner = (material: Material): ChunkRunner => {
  const questions = new Map(material.questions)
  const { tagger, classifier } = createRules(material)
  const codes = new Map(material.codes.map((code) => [code.id, code]))
  const classes = new Map(
    [...questions].flatMap(([id, question]) => (question.classes ? [[id, classesOf(question)] as const] : [])),
  )
  return (answers, decisions) => {
    const segments = segment(answers)
    const tags = tag(answers, segments, { tagger, questions })
    const { labels, findings } = classify(answers, decisions, { classifier, questions })
    const reviewed = review({ answers, tags, decisions }, { codes, classes })
    return { answers, segments, tags, labels, codings: reviewed.codings, findings: [...findings, ...reviewed.findings] }
  }
}

const withoutPlaces = <Content>(source: PlainSource<Content>) => ({ ...source, placeOf: () => ({ file: source.file }) })
