import { join, resolve, sep } from 'node:path'
import type { z } from 'zod'
import { kindOf, readAll, readBytes } from '../io/files.ts'
import { readYaml } from '../io/yaml.ts'
import { compileLexicons } from '../lexicon/compile.ts'
import { createForms, type KnownForms } from '../lexicon/forms/inflect.ts'
import { contextFileSchema, type LexiconFile, lexiconSchema, type Source } from '../lexicon/schema.ts'
import { type Finding, Stop } from '../model/finding.ts'
import { byBytes } from '../model/order.ts'
import type { Material } from '../pipeline/material.ts'
import { atFile } from './lexicon-trial.ts'
import { type Loaded, stopOnErrors } from './load.ts'

/** A pipeline's material with other lexicons, and what was left out of them to make it run. */
export interface Variant {
  /** As it was asked for: `.`, a folder or a file. */
  readonly name: string
  readonly material: Material
  readonly notes: readonly Finding[]
}

/**
 * The material of a pipeline with the lexicons of another folder, or with one file in the place of the lexicon of its
 * name; `.` is the pipeline as it is. Codes that the codebook does not have are left out with a note; errors in the
 * files are a `Stop`.
 */
export const loadVariant = async (loaded: Loaded, name: string): Promise<Variant> => {
  if (name === '.') return { name, material: loaded.material, notes: [] }
  const path = resolve(name)
  const kind = await kindOf(path)
  if (kind === 'nothing')
    throw stop(`there is no \`${name}\`; expected a folder of lexicons, a lexicon file, or \`.\` for the current ones`)
  if (kind === 'file') return fromFile(loaded, path, name)
  const inner = join(path, 'lexicons')
  return fromFolder(loaded, (await kindOf(inner)) === 'folder' ? inner : path, name)
}

const fromFolder = async (loaded: Loaded, folder: string, name: string): Promise<Variant> => {
  const { material } = loaded
  const notes: Finding[] = []
  const read = async <S extends z.ZodType>(id: string, schema: S): Promise<Source<z.output<S>> | undefined> => {
    const path = join(folder, `${id}.yaml`)
    return (await kindOf(path)) === 'file' ? readSource(path, id, `${name}/${id}.yaml`, schema) : undefined
  }
  const lexicons: Source<LexiconFile>[] = []
  const wanted = material.lexicons.map(({ id }) => id)
  const found = await readAll(wanted, (id) => read(id, lexiconSchema))
  found.forEach((source, index) => {
    if (source) lexicons.push(source)
    else
      notes.push(note(`\`${name}\` has no lexicon \`${wanted[index]!}\`; its codes are found in the other state only`))
  })
  if (lexicons.length === 0) throw stop(`\`${name}\` has none of the pipeline's lexicons: ${wanted.join(', ')}`)
  const own = new Set(lexicons.map(({ id }) => id))
  const used = [...new Set(lexicons.flatMap(({ content }) => content.use))].filter((id) => !own.has(id)).sort(byBytes)
  const shared = (await readAll(used, (id) => read(id, lexiconSchema))).filter((source) => source !== undefined)
  const context = await read(material.context.id, contextFileSchema)
  if (!context) notes.push(note(`\`${name}\` has no \`${material.context.id}\`; the current one is used`))
  const forms = await readForms(join(folder, 'forms', 'en.json'))
  return variant(name, material, { lexicons, shared, context: context ?? atFile(material.context) }, notes, forms)
}

const fromFile = async (loaded: Loaded, path: string, name: string): Promise<Variant> => {
  const { material } = loaded
  const ids = [...material.lexicons, ...material.shared, material.context].map(({ id }) => id)
  const shown = path
    .split(sep)
    .join('/')
    .replace(/\.ya?ml$/, '')
  const exact = ids.filter((id) => shown.endsWith(`/${id}`))
  const byName = ids.filter((id) => id.split('/').at(-1) === shown.split('/').at(-1))
  const [id, other] = exact.length > 0 ? exact : byName
  if (id === undefined || other !== undefined)
    throw stop(
      `\`${name}\` ${id === undefined ? 'has the name of none' : 'has the name of several'} of the pipeline's lexicons; name it as one of them: ${ids.map((each) => `${each}.yaml`).join(', ')}`,
    )
  const replace = async (source: Material['lexicons'][number]): Promise<Source<LexiconFile>> =>
    source.id === id ? readSource(path, id, name, lexiconSchema) : atFile(source)
  return variant(
    name,
    material,
    {
      lexicons: await Promise.all(material.lexicons.map(replace)),
      shared: await Promise.all(material.shared.map(replace)),
      context:
        material.context.id === id ? await readSource(path, id, name, contextFileSchema) : atFile(material.context),
    },
    [],
    undefined,
  )
}

const readSource = async <S extends z.ZodType>(
  path: string,
  id: string,
  file: string,
  schema: S,
): Promise<Source<z.output<S>>> => {
  const { value, placeOf } = await readYaml(path, schema, file)
  return { id, file, content: value, placeOf }
}

type Sources = Pick<Parameters<typeof compileLexicons>[0], 'lexicons' | 'shared' | 'context'>

const variant = (
  name: string,
  material: Material,
  sources: Sources,
  notes: Finding[],
  written: KnownForms | undefined,
): Variant => {
  const known = new Set(material.codes.map(({ id }) => id))
  const lexicons = sources.lexicons.map((source) => {
    const entries = Object.entries(source.content.codes)
    for (const [code] of entries)
      if (!known.has(code)) notes.push(note(`\`${code}\` of \`${source.file}\` is not in the codebook; it is left out`))
    return {
      ...source,
      content: { ...source.content, codes: Object.fromEntries(entries.filter(([id]) => known.has(id))) },
    }
  })
  const forms = createForms(written ?? new Map(material.forms))
  stopOnErrors(compileLexicons({ ...sources, codes: material.codes, lexicons, forms }).findings)
  const plain = <Content>({ id, file, content }: Source<Content>) => ({ id, file, content })
  return {
    name,
    notes,
    material: {
      ...material,
      lexicons: lexicons.map(plain),
      shared: sources.shared.map(plain),
      context: plain(sources.context),
      forms: [...(written ?? material.forms), ...forms.computed()],
    },
  }
}

const readForms = async (file: string): Promise<KnownForms | undefined> =>
  (await kindOf(file)) === 'file'
    ? new Map(Object.entries(JSON.parse((await readBytes(file)).toString('utf8')) as Record<string, readonly string[]>))
    : undefined

const note = (message: string): Finding => ({ level: 'note', rule: 'diff/left-out', message })

const stop = (message: string): Stop => new Stop([{ level: 'error', rule: 'diff/no-lexicons', message }], 2)
