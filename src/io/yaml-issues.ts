import type { z } from 'zod'
import type { Finding } from '../model/finding.ts'
import { didYouMean } from '../text/nearest.ts'
import { keysAt } from './schema-keys.ts'
import type { PlaceOf } from './yaml-places.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Issues of a schema as findings in the file's order: what was found, what was expected, where. */
export const schemaFindings = (
  issues: readonly Issue[],
  schema: z.ZodType,
  content: unknown,
  placeOf: PlaceOf,
): readonly Finding[] =>
  issues
    .flatMap((issue) => flatten(issue, content, []))
    .flatMap(({ issue, path }): readonly Finding[] => {
      const say = (rule: string, message: string, at: Path, of: 'value' | 'key' = 'value'): Finding => ({
        level: 'error',
        rule,
        message,
        where: placeOf(at, of),
      })
      if (issue.code === 'unrecognized_keys') {
        const known = keysAt(schema, path)
        return issue.keys.map((key) => {
          const near = didYouMean(key, known) || (known.length > 0 ? `; expected ${alternatives(known)}` : '')
          return say('yaml/unknown-key', `unknown key \`${key}\`${inside(path)}${near}`, [...path, key], 'key')
        })
      }
      const found = valueAt(content, path)
      if (found === undefined && issue.code !== 'custom')
        return [say('yaml/missing-key', `the key ${name(path)} is missing${inside(path.slice(0, -1))}`, path)]
      return [say('yaml/value', `${name(path)}: ${explain(issue, found)}`, path)]
    })
    .sort((a, b) => (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0))

interface Placed {
  readonly issue: Issue
  readonly path: Path
}

/** Takes unions apart: of their branches the one that fits the value's kind speaks. */
const flatten = (issue: Issue, content: unknown, above: Path): readonly Placed[] => {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }]
  const kind = (branch: readonly Issue[]): boolean =>
    !branch.some((one) => one.path.length === 0 && one.code === 'invalid_type')
  const fitting = issue.errors.filter(kind)
  return fitting.length === 1 ? fitting[0]!.flatMap((one) => flatten(one, content, path)) : [{ issue, path }]
}

const explain = (issue: Issue, found: unknown): string => {
  const shown = show(found)
  if (issue.code === 'invalid_type') {
    const isBare = issue.expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')
    return `expected ${kindNames[issue.expected] ?? issue.expected}, found ${shown}${isBare ? '; put it in quotes' : ''}`
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const near = typeof found === 'string' ? didYouMean(found, values) : ''
    return `expected ${alternatives(values)}, found ${shown}${near}`
  }
  if (issue.code === 'invalid_union') {
    const expected = issue.errors.flatMap((branch) =>
      branch.flatMap((one) => (one.code === 'invalid_type' ? [kindNames[one.expected] ?? one.expected] : [])),
    )
    const kinds = [...new Set(expected)]
    return kinds.length > 0 ? `expected ${kinds.join(' or ')}, found ${shown}` : `${shown} is not allowed here`
  }
  if (issue.code === 'too_small') {
    const least = `at least ${issue.minimum}`
    if (issue.origin === 'string')
      return `expected a text of ${least} ${plural('character', issue.minimum)}, found ${shown}`
    if (issue.origin === 'array') return `expected ${least} ${plural('item', issue.minimum)}, found ${shown}`
    return `expected ${least}, found ${shown}`
  }
  if (issue.code === 'custom') return issue.message
  return `${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}, found ${shown}`
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
}

const plural = (word: string, count: number | bigint): string => (Number(count) === 1 ? word : `${word}s`)

const alternatives = (values: readonly string[]): string => {
  const shown = values.slice(0, 20).map((value) => `\`${value}\``)
  return `${shown.join(', ')}${values.length > 20 ? ' …' : ''}`.replace(/, ([^,]*)$/, ' or $1')
}

const show = (found: unknown): string => {
  if (found === undefined) return 'nothing'
  if (Array.isArray(found)) return found.length === 0 ? 'an empty list' : 'a list'
  if (typeof found === 'object' && found !== null) return 'keys with values'
  const text = String(found)
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``
}

const name = (path: Path): string => (path.length === 0 ? 'the file' : `\`${path.map(String).join('.')}\``)
const inside = (path: Path): string => (path.length === 0 ? '' : ` in ${name(path)}`)

const valueAt = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    content,
  )
