import { readAll } from '../io/files.ts'
import { displayPath, lexiconPath } from '../io/workspace.ts'
import { readYaml } from '../io/yaml.ts'
import { type CompiledLexicons, compileLexicons, type Rule } from '../lexicon/compile.ts'
import { createForms, type Forms } from '../lexicon/forms/inflect.ts'
import { type LexiconFile, lexiconSchema, type Source } from '../lexicon/schema.ts'
import { type Cut, createTagger, type Tagger } from '../lexicon/tagger.ts'
import type { Answer } from '../model/answer.ts'
import type { Place } from '../model/finding.ts'
import { isNarrative } from '../model/questionnaire.ts'
import type { Material, PlainSource } from '../pipeline/material.ts'
import { englishAbbreviations } from '../text/abbreviations.ts'
import { segments } from '../text/sentences.ts'
import { readAnswers } from './answers.ts'
import type { Loaded } from './load.ts'

/** A pipeline's lexicons, compiled for tools that point at single rules. */
export interface Trial {
  readonly loaded: Loaded
  readonly compiled: CompiledLexicons
  readonly forms: Forms
  /** Files that only lend their lists, with their lines. */
  readonly shared: readonly Source<LexiconFile>[]
  readonly tagger: Tagger
  /** Where each of `compiled.rules` stands, in their order. */
  readonly places: readonly Place[]
  /** Position of a hit's rule in `compiled.rules`. */
  readonly indexOf: (rule: Rule) => number
  /** Questions with free words, in the questionnaire's order. */
  readonly questions: readonly string[]
}

/** Compiles the lexicons of a pipeline that was read and checked. */
export const openTrial = async (loaded: Loaded): Promise<Trial> => {
  const { material, lexicons } = loaded
  const forms = createForms(new Map(material.forms))
  const compiled = compileMaterial(material, lexicons, forms)
  const questions = new Map(material.questions)
  const order = new Map(compiled.rules.map((rule, index) => [rule, index]))
  return {
    loaded,
    compiled,
    forms,
    shared: await readAll(
      material.shared.map(({ id }) => id),
      (id) => readLexicon(loaded.root, id),
    ),
    tagger: createTagger(compiled, { overlap: material.overlap, questionText: (id) => questions.get(id)?.text }),
    places: rulePlaces(lexicons),
    indexOf: (rule) => order.get(rule)!,
    questions: material.questions.filter(([, question]) => isNarrative(question)).map(([id]) => id),
  }
}

const readLexicon = async (root: string, id: string): Promise<Source<LexiconFile>> => {
  const path = await lexiconPath(root, id)
  const file = displayPath(root, path)
  const { value, placeOf } = await readYaml(path, lexiconSchema, file)
  return { id, file, content: value, placeOf }
}

const compileMaterial = (
  { codes, shared, context }: Material,
  lexicons: readonly Source<LexiconFile>[],
  forms: Forms,
): CompiledLexicons =>
  compileLexicons({ codes, lexicons, shared: shared.map(atFile), context: atFile(context), forms }).compiled

/** A source whose parts all stand at its file's beginning: for material that was checked already. */
export const atFile = <Content>(source: PlainSource<Content>): Source<Content> => ({
  ...source,
  placeOf: () => ({ file: source.file }),
})

/** The compiler takes rules in the order of files, codes and lines, and a checked lexicon loses none of them. */
const rulePlaces = (lexicons: readonly Source<LexiconFile>[]): readonly Place[] =>
  lexicons.flatMap(({ content, placeOf }) =>
    Object.entries(content.codes).flatMap(([code, { rules }]) =>
      rules.map((_, index) => placeOf(['codes', code, 'rules', index])),
    ),
  )

/** An answer to a question with free words, cut into its sentences. */
export interface TrialAnswer {
  readonly answer: Answer
  readonly cuts: readonly Cut[]
}

/** The sentences of a text, as the tagger wants them. */
export const cutsOf = (text: string): readonly Cut[] => segments(text, englishAbbreviations)

/** The answers that lexicons are tried on: those with words to questions with free words, batch by batch. */
export async function* trialAnswers({ loaded, questions }: Trial): AsyncGenerator<readonly TrialAnswer[]> {
  const narrative = new Set(questions)
  for await (const batch of readAnswers(loaded, () => {}))
    yield batch
      .filter(({ question, text }) => narrative.has(question) && text.trim() !== '')
      .map((answer) => ({ answer, cuts: cutsOf(answer.text) }))
}
