import type { Code } from '../model/codebook.ts'
import type { Finding, Place } from '../model/finding.ts'
import type { ContextClass } from '../model/tag.ts'
import { compileTriggers } from './compile-triggers.ts'
import type { Triggers } from './context.ts'
import { contextMask } from './context.ts'
import type { Piece } from './expand.ts'
import { parseExpression } from './expression/parse.ts'
import type { Forms } from './forms/inflect.ts'
import type { Phrase } from './kernel/kernel.ts'
import { addExpression, createProgram, type FindDefinition, type Node, requiredAtoms } from './program.ts'
import type { ContextFile, LexiconEntry, LexiconFile, PolicyFile, Source } from './schema.ts'

/** A compiled rule of one code. */
export interface Rule {
  readonly code: string
  readonly lexicon: string
  /** As the author wrote it. */
  readonly text: string
  readonly node: number
  readonly veto: number
  readonly need: number
  /** Questions in which it counts; `undefined`: all. */
  readonly questions: ReadonlySet<string> | undefined
  /** Atoms of which one must be in an answer before the rule is tried. */
  readonly required: readonly number[]
}

/** Expressions of a code whose matches take hits away, with their text. */
export interface Exclusion {
  readonly code: string
  readonly text: string
  readonly node: number
  readonly required: readonly number[]
}

/** All lexicons of a pipeline, ready to run. Plain data but for the sets: each worker compiles its own. */
export interface CompiledLexicons {
  readonly rules: readonly Rule[]
  readonly exclusions: readonly Exclusion[]
  readonly nodes: readonly Node[]
  readonly definitions: readonly FindDefinition[]
  readonly phrases: readonly Phrase[]
  readonly triggers: Triggers
  /** Codes in the codebook's order: hits at one place are listed in it. */
  readonly codes: readonly string[]
}

/** The context of a rule for which nobody states one. */
const defaultVeto: readonly ContextClass[] = ['negated', 'others', 'past']

/** Most phrases that all terms of a pipeline may come to; beyond it a wildcard list has exploded. */
const maxPhraseWords = 3_000_000

export interface CompileInput {
  readonly codes: readonly Code[]
  readonly lexicons: readonly Source<LexiconFile>[]
  /** Files that `use` refers to; the lexicons themselves count too. */
  readonly shared: readonly Source<LexiconFile>[]
  readonly context: Source<ContextFile>
  readonly forms: Forms
}

/** Compiles lexicons. All problems are in `findings`; `compiled` is usable only where none is an error. */
export const compileLexicons = (input: CompileInput): { compiled: CompiledLexicons; findings: Finding[] } => {
  const findings: Finding[] = []
  const program = createProgram()
  const rules: Rule[] = []
  const exclusions: Exclusion[] = []
  const codeById = new Map(input.codes.map((code) => [code.id, code]))
  for (const source of input.lexicons) {
    const at = source.placeOf
    const lists = listsOf(source, [...input.shared, ...input.lexicons], findings)
    const expanded = new Map<string, Piece>()
    const nodeOf = (text: string, path: readonly PropertyKey[]): number | undefined => {
      const parsed = parseExpression(text)
      if ('problem' in parsed) {
        findings.push({
          level: 'error',
          rule: 'lexicon/bad-rule',
          message: `rule \`${text}\`, at character ${parsed.problem.at + 1}: ${parsed.problem.message}`,
          where: at(path),
        })
        return undefined
      }
      const problem = (message: string): void => {
        findings.push({
          level: 'error',
          rule: 'lexicon/bad-term',
          message: `rule \`${text}\`: ${message}`,
          where: at(path),
        })
      }
      const node = addExpression(program, parsed.expression, {
        list: (name) => lists.get(name),
        forms: input.forms,
        problem,
        expanded,
        open: [],
      })
      if (program.nodes[node]!.kind === 'nothing')
        findings.push({
          level: 'error',
          rule: 'lexicon/dead-rule',
          message: `rule \`${text}\` cannot match anything; expected at least one word`,
          where: at(path),
        })
      return node
    }
    for (const [id, entry] of Object.entries(source.content.codes)) {
      const code = codeById.get(id)
      if (!code) {
        findings.push(unknownCode(id, input.codes, at(['codes', id])))
        continue
      }
      entry.rules.forEach((rule, index) => {
        const path = ['codes', id, 'rules', index]
        const text = typeof rule === 'string' ? rule : rule.rule
        const node = nodeOf(text, path)
        if (node === undefined) return
        const own = typeof rule === 'string' ? undefined : rule
        rules.push({
          code: id,
          lexicon: source.id,
          text,
          node,
          ...policyOf(own, entry, source.content),
          questions: questionsOf(own?.questions, entry, code),
          required: requiredAtoms(program, node),
        })
      })
      entry.not.forEach((text, index) => {
        const node = nodeOf(text, ['codes', id, 'not', index])
        if (node !== undefined) exclusions.push({ code: id, text, node, required: requiredAtoms(program, node) })
      })
    }
  }
  const triggers = compileTriggers(input.context, input.forms, findings)
  const words = program.phrases.reduce(
    (sum, { slots }) => sum + slots.reduce((product, slot) => product * slot.length, 1),
    0,
  )
  if (words > maxPhraseWords)
    findings.push({
      level: 'error',
      rule: 'lexicon/explosion',
      message: `the lexicons come to ${words} phrases; at most ${maxPhraseWords}: put lists apart with NEAR or a gap`,
    })
  const codes = input.codes.map(({ id }) => id)
  return {
    compiled: {
      rules,
      exclusions,
      nodes: program.nodes,
      definitions: program.finds,
      phrases: program.phrases,
      triggers,
      codes,
    },
    findings,
  }
}

const policyOf = (
  rule: PolicyFile | undefined,
  entry: LexiconEntry,
  file: LexiconFile,
): { veto: number; need: number } => {
  const stated = rule?.veto || rule?.need ? rule : undefined
  const veto = stated ? (stated.veto ?? []) : (entry.context?.veto ?? file.context?.veto ?? defaultVeto)
  const need = stated ? (stated.need ?? []) : (entry.context?.need ?? file.context?.need ?? [])
  return { veto: contextMask(veto), need: contextMask(need) }
}

const questionsOf = (
  rule: readonly string[] | undefined,
  entry: LexiconEntry,
  code: Code,
): ReadonlySet<string> | undefined => {
  const questions = rule ?? entry.questions ?? code.questions
  return questions ? new Set(questions) : undefined
}

/** Lists of a file and of the files it uses; a name defined twice is an error. */
const listsOf = (
  source: Source<LexiconFile>,
  shared: readonly Source<LexiconFile>[],
  findings: Finding[],
): Map<string, readonly string[]> => {
  const lists = new Map<string, readonly string[]>()
  source.content.use.forEach((id, index) => {
    const used = shared.find((other) => other.id === id)
    if (!used)
      findings.push({
        level: 'error',
        rule: 'lexicon/unknown-use',
        message: `\`use: ${id}\` names no lexicon; expected a path below \`lexicons/\` without ending`,
        where: source.placeOf(['use', index]),
      })
    for (const [name, terms] of Object.entries(used?.content.lists ?? {})) lists.set(name, terms)
  })
  for (const [name, terms] of Object.entries(source.content.lists)) {
    if (lists.has(name))
      findings.push({
        level: 'error',
        rule: 'lexicon/duplicate-list',
        message: `list \`@${name}\` is defined here and in a file of \`use\`; rename one`,
        where: source.placeOf(['lists', name]),
      })
    lists.set(name, terms)
  }
  return lists
}

const unknownCode = (id: string, codes: readonly Code[], where: Place): Finding => {
  const family = id.split('.')[0]
  const near = codes.filter((code) => code.id.startsWith(`${family}.`)).map((code) => `\`${code.id}\``)
  const choices = near.length > 0 ? ` Codes of the family: ${near.join(', ')}.` : ''
  return {
    level: 'error',
    rule: 'lexicon/unknown-code',
    message: `\`${id}\` is not in the codebook; expected one of its codes.${choices}`,
    where,
  }
}
