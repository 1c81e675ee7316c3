import type { z } from 'zod'

type Schema = z.core.$ZodType

/** The keys that a schema allows at a path; of a union those of all branches. */
export const keysAt = (schema: Schema, path: readonly PropertyKey[]): readonly string[] => {
  let level: readonly Schema[] = [schema]
  for (const step of path) level = level.flatMap((one) => stepInto(one, step))
  return [...new Set(level.flatMap(unwrap).flatMap((def) => (def.type === 'object' ? Object.keys(def.shape) : [])))]
}

type Def = z.core.$ZodTypes['_zod']['def']

const stepInto = (schema: Schema, step: PropertyKey): readonly Schema[] =>
  unwrap(schema).flatMap((def): readonly Schema[] => {
    if (def.type === 'object') return Object.hasOwn(def.shape, step) ? [def.shape[step as string]!] : []
    if (def.type === 'record') return [def.valueType]
    if (def.type === 'array') return [def.element]
    if (def.type === 'tuple') return def.items[Number(step)] === undefined ? [] : [def.items[Number(step)]!]
    return []
  })

/** What lies inside optional, default and union layers. */
const unwrap = (schema: Schema): readonly Def[] => {
  const def = (schema as z.core.$ZodTypes)._zod.def
  if (def.type === 'union') return def.options.flatMap(unwrap)
  if (def.type === 'intersection') return [def.left, def.right].flatMap(unwrap)
  if (def.type === 'pipe') return unwrap(def.in)
  if (def.type === 'lazy') return unwrap(def.getter())
  if ('innerType' in def) return unwrap(def.innerType)
  return [def]
}
