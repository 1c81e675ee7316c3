import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { compileLexicons } from '../../src/lexicon/compile.ts'
import { createForms } from '../../src/lexicon/forms/inflect.ts'
import type { OverlapPolicy } from '../../src/lexicon/overlap.ts'
import { type ContextFile, contextFileSchema, lexiconSchema, type Source } from '../../src/lexicon/schema.ts'
import { createTagger, type Hit, type Inspection } from '../../src/lexicon/tagger.ts'
import type { Finding } from '../../src/model/finding.ts'
import { englishAbbreviations } from '../../src/text/abbreviations.ts'
import { segments } from '../../src/text/sentences.ts'

/** A source of its own making, whose every part is at its file. */
export const sourceOf = <Content>(id: string, content: Content): Source<Content> => ({
  id,
  file: `${id}.yaml`,
  content,
  placeOf: () => ({ file: `${id}.yaml` }),
})

const readYaml = (path: string): unknown => parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

/** The product's own context triggers. */
export const english: ContextFile = contextFileSchema.parse(readYaml('../../lexicons/context/en.yaml'))
/** No triggers at all: hits by words alone. */
export const noContext: ContextFile = contextFileSchema.parse({
  title: 'none',
  version: 1,
  classes: {},
  terminators: ['zzzz'],
})

const known = new Map(Object.entries(readYaml('../../lexicons/forms/en.json') as Record<string, string[]>))

export interface Setting {
  /** Rules by code, in the codebook's order. */
  readonly codes: Readonly<Record<string, readonly unknown[]>>
  readonly not?: Readonly<Record<string, readonly string[]>>
  readonly lists?: Readonly<Record<string, readonly string[]>>
  readonly context?: ContextFile
  readonly overlap?: OverlapPolicy
  readonly questionText?: string
}

export interface Reader {
  readonly findings: readonly Finding[]
  readonly hits: (text: string) => readonly Hit[]
  readonly inspect: (text: string) => Inspection
  /** Counted hits as `code:words`, in order. */
  readonly read: (text: string) => string[]
  /** Codes of the counted hits, in order. */
  readonly codes: (text: string) => string[]
}

/** A tagger for a few rules, with no veto unless the rules say so. */
export const reader = ({
  codes,
  not = {},
  lists = {},
  context = noContext,
  overlap = 'per-code',
  questionText,
}: Setting): Reader => {
  const content = lexiconSchema.parse({
    title: 'test',
    version: 1,
    context: { veto: [] },
    lists,
    codes: Object.fromEntries(
      Object.entries(codes).map(([code, rules]) => [
        code,
        { rules, not: not[code] ?? [], examples: { yes: ['x'], no: ['x'] } },
      ]),
    ),
  })
  const { compiled, findings } = compileLexicons({
    codes: Object.keys(codes).map((id) => ({ id, label: id, definition: id, family: 'test' }) as never),
    lexicons: [sourceOf('test', content)],
    shared: [],
    context: sourceOf('context', context),
    forms: createForms(known),
  })
  const tagger = createTagger(compiled, { overlap, ...(questionText && { questionText: () => questionText }) })
  const hits = (text: string) => tagger.tag(text, segments(text, englishAbbreviations), 'q1')
  const counted = (text: string) => hits(text).filter(({ suppressed }) => !suppressed)
  return {
    findings,
    hits,
    inspect: (text) => tagger.inspect(text, segments(text, englishAbbreviations), 'q1'),
    read: (text) => counted(text).map(({ rule, start, end }) => `${rule.code}:${text.slice(start, end)}`),
    codes: (text) => counted(text).map(({ rule }) => rule.code),
  }
}
