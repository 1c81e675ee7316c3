import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { type Finding, type Place, Stop } from '../model/finding.ts'
import { readText } from './files.ts'
import { schemaFindings } from './yaml-issues.ts'
import { type PlaceOf, placesIn } from './yaml-places.ts'

/** A YAML file's checked content, and where each of its parts stands. */
export interface YamlFile<T> {
  readonly value: T
  readonly placeOf: PlaceOf
}

const mostUnits = 1_000_000
const mostFindings = 50

/** Reads a YAML file and checks it; errors in it are one `Stop` (exit code 1), an unreadable file is one of 2. */
export const readYaml = async <S extends z.ZodType>(
  path: string,
  schema: S,
  name = path,
): Promise<YamlFile<z.output<S>>> => parseYaml(await readText(path, name), schema, name)

/** Checks a YAML text: YAML 1.2 core, without aliases, merges and tags. Throws as `readYaml` does. */
export const parseYaml = <S extends z.ZodType>(text: string, schema: S, file: string): YamlFile<z.output<S>> => {
  if (text.length > mostUnits)
    throw stop([error('yaml/size', `the file has ${text.length} characters; at most ${mostUnits} are read`, { file })])
  const counter = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const document = parse(text, counter, file)
  const broken = document.errors.map((problem) => error('yaml/syntax', sentence(problem.message), at(problem.pos[0])))
  if (broken.length > 0) throw stop(broken)
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    throw stop([error('yaml/empty', 'the file is empty', { file })])
  const refused = refusals(document, at)
  if (refused.length > 0) throw stop(refused)
  const placeOf = placesIn(document, at, file)
  const content: unknown = document.toJS({ maxAliasCount: 0 })
  const result = schema.safeParse(content)
  if (!result.success) throw stop(schemaFindings(result.error.issues, schema, content, placeOf))
  return { value: result.data, placeOf }
}

const parse = (text: string, lineCounter: LineCounter, file: string): Document => {
  try {
    // The log level `silent` would drop all documents but the first without a word. Repeated keys are looked for below, where both places are known.
    const options = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false } as const
    return parseDocument(text, { ...options, lineCounter, logLevel: 'error' })
  } catch (problem) {
    // Thousands of brackets inside each other exhaust the stack.
    throw stop([error('yaml/syntax', `the file cannot be parsed: ${(problem as Error).message}`, { file })])
  }
}

const forbiddenKeys: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype', '<<'])

/** What YAML allows and these files do not. */
const refusals = (document: Document, at: (offset: number) => Place): readonly Finding[] => {
  const findings: Finding[] = []
  const add = (message: string, node: { readonly range?: readonly number[] | null | undefined }): void => {
    findings.push(error('yaml/refused', message, at(node.range?.[0] ?? 0)))
  }
  visit(document, {
    Alias: (_, node) => add(`the alias \`*${node.source}\` is not allowed; write the value out`, node),
    Node: (_, node) => {
      if ('tag' in node && node.tag !== undefined)
        add(`the tag \`${node.tag}\` is not allowed; leave it out and put texts in quotes`, node)
    },
    Map: (_, map) => {
      const first = new Map<string, number>()
      for (const { key } of map.items) {
        if (!isScalar(key)) {
          if (isMap(key) || (key !== null && typeof key === 'object')) add('a key must be a single word or text', map)
          continue
        }
        const name = String(key.value)
        const offset = key.range?.[0] ?? 0
        const earlier = first.get(name)
        if (forbiddenKeys.has(name)) add(`the key \`${name}\` is not allowed; rename it`, key)
        else if (earlier === undefined) first.set(name, offset)
        else add(`the key \`${name}\` stands here and in line ${at(earlier).line}; join the two or rename one`, key)
      }
    },
  })
  return findings
}

const error = (rule: string, message: string, where: Place): Finding => ({ level: 'error', rule, message, where })

const stop = (findings: readonly Finding[]): Stop => {
  if (findings.length <= mostFindings) return new Stop(findings, 1)
  const { file } = findings[0]!.where!
  const more = error('yaml/more', `and ${findings.length - mostFindings} more problems in this file`, {
    ...(file && { file }),
  })
  return new Stop([...findings.slice(0, mostFindings), more], 1)
}

/** The parser's message with a small first letter and without its advice to programmers. */
const sentence = (message: string): string =>
  message.startsWith('Source contains multiple')
    ? 'the file holds several documents; expected one, so remove the line `---`'
    : message.charAt(0).toLowerCase() + message.slice(1)
