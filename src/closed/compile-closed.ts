import { compileLexicons } from '../lexicon/compile.ts'
import type { Forms } from '../lexicon/forms/inflect.ts'
import type { ContextFile, LexiconFile, Source } from '../lexicon/schema.ts'
import { createTagger, type Tagger } from '../lexicon/tagger.ts'
import type { Code } from '../model/codebook.ts'
import type { Finding } from '../model/finding.ts'
import type { Question } from '../model/questionnaire.ts'
import { checkClosed } from './check-closed.ts'
import type { ClosedFile, ClosedQuestion, ClosedRule } from './schema.ts'

/** The rules of the closed questions with the tagger that finds them: each rule is a code of the tagger. */
export interface CompiledClosed {
  readonly tagger: Tagger
  readonly rules: ReadonlyMap<string, ClosedRule>
  readonly questions: ReadonlyMap<string, ClosedQuestion>
}

interface Placed {
  readonly rule: ClosedRule
  readonly path: readonly PropertyKey[]
  readonly questions: readonly string[]
}

/**
 * Compiles the rules as a lexicon with one code a rule, so that they speak the lexicons' language and know its
 * contexts. Places of findings are those of the closed file.
 */
export const compileClosed = (
  source: Source<ClosedFile>,
  questions: ReadonlyMap<string, Question>,
  context: Source<ContextFile>,
  forms: Forms,
): { compiled: CompiledClosed; findings: Finding[] } => {
  const placed = placedRules(source.content)
  const { compiled, findings } = compileLexicons({
    codes: [...placed.keys()].map(asCode),
    lexicons: [asLexicon(source, placed)],
    shared: [],
    context,
    forms,
  })
  return {
    compiled: {
      tagger: createTagger(compiled, { overlap: 'per-code', questionText: (id) => questions.get(id)?.text }),
      rules: new Map([...placed].map(([id, { rule }]) => [id, rule])),
      questions: new Map(Object.entries(source.content.questions)),
    },
    // The context file is compiled for the lexicons too, which report its problems.
    findings: [...checkClosed(source, questions), ...findings.filter(({ rule }) => !rule.startsWith('context/'))],
  }
}

/** Every rule once, by an id of its own; a shared one with all questions that include it. */
const placedRules = ({ questions, shared }: ClosedFile): ReadonlyMap<string, Placed> => {
  const placed = new Map<string, Placed>()
  for (const [id, { rules }] of Object.entries(questions))
    rules.forEach((rule, index) => {
      placed.set(`${id}#${index}`, { rule, path: ['questions', id, 'rules', index], questions: [id] })
    })
  for (const [name, rules] of Object.entries(shared)) {
    const users = Object.keys(questions).filter((id) => questions[id]?.include.includes(name))
    if (users.length > 0)
      rules.forEach((rule, index) => {
        placed.set(`shared.${name}#${index}`, { rule, path: ['shared', name, index], questions: users })
      })
  }
  return placed
}

const asCode = (id: string): Code => ({
  id,
  label: id,
  definition: '',
  family: 'closed',
  familyLabel: '',
  questions: undefined,
})

const asLexicon = (source: Source<ClosedFile>, placed: ReadonlyMap<string, Placed>): Source<LexiconFile> => ({
  id: source.id,
  file: source.file,
  content: {
    title: source.content.title,
    version: source.content.version,
    language: source.content.language,
    use: [],
    lists: source.content.lists,
    codes: Object.fromEntries(
      [...placed].map(([id, { rule, questions }]) => [
        id,
        {
          rules: rule.any.map((text) => ({
            rule: text,
            veto: rule.veto,
            need: rule.need,
            questions: [...questions],
          })),
          not: [],
          examples: { yes: [''], no: [''] },
        },
      ]),
    ),
  },
  placeOf: ([first, id, kind, index, ...rest]) => {
    const found = first === 'codes' ? placed.get(String(id)) : undefined
    if (!found) return source.placeOf(first === 'codes' ? [] : [first, id, kind, index, ...rest].filter(isKey))
    return source.placeOf(kind === 'rules' && index !== undefined ? [...found.path, 'any', index] : found.path)
  },
})

const isKey = (key: PropertyKey | undefined): key is PropertyKey => key !== undefined
