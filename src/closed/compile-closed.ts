import { compileLexicons } from '../lexicon/compile.ts'
import type { Forms } from '../lexicon/forms/inflect.ts'
import type { ContextFile, LexiconFile, Source } from '../lexicon/schema.ts'
import { createTagger, type Tagger } from '../lexicon/tagger.ts'
import type { Finding } from '../model/finding.ts'
import { notApplicable, notClassifiable } from '../model/label.ts'
import type { Question } from '../model/questionnaire.ts'
import type { ClosedFile, ClosedQuestion, ClosedRule } from './schema.ts'

/** The rules of a closed question with the tagger that finds them: rule i is the tagger's code `question#i`. */
export interface CompiledClosed {
  readonly tagger: Tagger
  readonly rules: ReadonlyMap<string, { readonly question: string; readonly rule: ClosedRule }>
  readonly questions: ReadonlyMap<string, ClosedQuestion>
}

/** What a rule may say besides a class. */
const signs = ['no_data', 'unclear']

/**
 * Compiles the rules as a lexicon with one code a rule, so that they speak the lexicons' language and know its contexts.
 * Places of findings are those of the closed file.
 */
export const compileClosed = (
  source: Source<ClosedFile>,
  questions: ReadonlyMap<string, Question>,
  context: Source<ContextFile>,
  forms: Forms,
): { compiled: CompiledClosed; findings: Finding[] } => {
  const findings: Finding[] = []
  const rules = new Map<string, { question: string; rule: ClosedRule; path: readonly PropertyKey[] }>()
  const error = (rule: string, message: string, path: readonly PropertyKey[]): void => {
    findings.push({ level: 'error', rule, message, where: source.placeOf(path) })
  }
  for (const [id, closed] of Object.entries(source.content.questions)) {
    const question = questions.get(id)
    if (question?.kind !== 'closed') {
      error(
        'closed/unknown-question',
        `\`${id}\` is no closed question of the questionnaire; expected ${closedIds(questions)}`,
        ['questions', id],
      )
      continue
    }
    const own = closed.rules.map((rule, index) => ({ rule, path: ['questions', id, 'rules', index] }))
    const included = closed.include.flatMap((name, place) => {
      const group = source.content.shared[name]
      if (!group)
        error('closed/unknown-include', `\`${name}\` is not among the \`shared\` rules of this file`, [
          'questions',
          id,
          'include',
          place,
        ])
      return (group ?? []).map((rule, index) => ({ rule, path: ['shared', name, index] }))
    })
    const allowed = new Set([
      ...(closed.combine === 'flags' ? closed.flags : (question.classes ?? [])),
      notApplicable,
      notClassifiable,
      ...signs,
    ])
    for (const [index, { rule, path }] of [...own, ...included].entries()) {
      if (!allowed.has(rule.says))
        error(
          'closed/unknown-class',
          `\`says: ${rule.says}\` is no class of \`${id}\`; expected ${[...allowed].map((name) => `\`${name}\``).join(', ')}`,
          [...path, 'says'],
        )
      rules.set(`${id}#${index}`, { question: id, rule, path })
    }
  }
  const lexicon = asLexicon(source, rules)
  const codes = [...rules.keys()].map((id) => ({
    id,
    label: id,
    definition: '',
    family: 'closed',
    familyLabel: '',
    questions: undefined,
  }))
  const { compiled, findings: found } = compileLexicons({ codes, lexicons: [lexicon], shared: [], context, forms })
  return {
    compiled: {
      tagger: createTagger(compiled, { overlap: 'per-code' }),
      rules,
      questions: new Map(Object.entries(source.content.questions)),
    },
    findings: [...findings, ...found.filter(({ rule }) => !rule.startsWith('context/'))],
  }
}

const closedIds = (questions: ReadonlyMap<string, Question>): string =>
  [...questions]
    .filter(([, { kind }]) => kind === 'closed')
    .map(([id]) => `\`${id}\``)
    .join(', ')

const asLexicon = (
  source: Source<ClosedFile>,
  rules: ReadonlyMap<string, { question: string; rule: ClosedRule; path: readonly PropertyKey[] }>,
): Source<LexiconFile> => ({
  id: source.id,
  file: source.file,
  content: {
    title: source.content.title,
    version: source.content.version,
    language: source.content.language,
    use: [],
    lists: source.content.lists,
    codes: Object.fromEntries(
      [...rules].map(([id, { question, rule }]) => [
        id,
        {
          rules: [{ rule: rule.rule, veto: rule.veto, need: rule.need, questions: [question] }],
          not: [],
          examples: { yes: [''], no: [''] },
        },
      ]),
    ),
  },
  placeOf: (path) => source.placeOf(path[0] === 'codes' ? (rules.get(String(path[1]))?.path ?? []) : path),
})
