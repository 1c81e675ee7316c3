import { createRequire } from 'node:module'

export type PartOfSpeech = 'verb' | 'noun' | 'adjective'

/** Known forms, by `lemma:part`: read from `lexicons/forms/en.json`, so that a reviewer can read what is matched. */
export type KnownForms = ReadonlyMap<string, readonly string[]>

/** What this file uses of compromise's view. */
interface View {
  tag(tag: string): View
  verbs(): View & { conjugate(): Record<string, string>[] }
  nouns(): View & { toPlural(): View }
  adjectives(): View & { conjugate(): Record<string, string>[] }
  text(): string
}

const pluralByHand: Record<string, readonly string[]> = { customs: [], species: [], wildlife: [], police: [], data: [] }
const beForms = ['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being']

/** Gives inflected forms, each word worked out at most once. */
export interface Forms {
  /**
   * All inflected forms of an English word or phrase, itself included: of a phrase, the first word as a verb and the
   * last as a noun. Without a part of speech: as verb and as noun (adjectives only when asked for: `officer` is no
   * comparative).
   */
  readonly of: (lemma: string, part: PartOfSpeech | undefined) => readonly string[]
  /** What had to be worked out by compromise because `known` did not have it, by `lemma:part`. */
  readonly computed: () => ReadonlyMap<string, readonly string[]>
}

/** Forms from `known`, else from compromise, which is loaded only then (about 0.4 s, and half a millisecond a word). */
export const createForms = (known: KnownForms): Forms => {
  const computed = new Map<string, readonly string[]>()
  const of = (lemma: string, part: PartOfSpeech | undefined): readonly string[] => {
    if (part === undefined) return [...new Set([...of(lemma, 'verb'), ...of(lemma, 'noun')])]
    const key = `${lemma}:${part}`
    const stored = known.get(key) ?? computed.get(key)
    if (stored) return stored
    const forms = inflect(lemma, part)
    computed.set(key, forms)
    return forms
  }
  return { of, computed: () => computed }
}

const inflect = (lemma: string, part: PartOfSpeech): readonly string[] => {
  const words = lemma.split(/\s+/)
  const inflected = part === 'verb' ? words[0]! : words[words.length - 1]!
  const whole = (form: string): string =>
    (part === 'verb' ? [form, ...words.slice(1)] : [...words.slice(0, -1), form]).join(' ')
  return [...new Set([lemma, ...oneWord(inflected.toLowerCase(), part).map(whole)])]
}

const oneWord = (word: string, part: PartOfSpeech): string[] => {
  if (part === 'verb' && word === 'be') return beForms
  const nlp = loadCompromise()
  if (part === 'verb') {
    const { FutureTense: _, ...forms } = nlp(word).tag('Infinitive').verbs().conjugate()[0] ?? {}
    return Object.values(forms)
      .filter((form) => form !== '' && !form.includes(' '))
      .concat(americanDouble(word))
  }
  if (part === 'adjective') {
    const forms = nlp(word).tag('Adjective').adjectives().conjugate()[0] ?? {}
    return [forms.Comparative, forms.Superlative, forms.Adverb].filter(
      (form): form is string => !!form && !form.includes(' '),
    )
  }
  return pluralByHand[word] ? [] : [nlp(word).tag('Noun').nouns().toPlural().text()].filter((form) => form !== '')
}

/** travel: traveled beside travelled, which compromise gives. */
const americanDouble = (word: string): string[] => (/[^aeiou][aeiou]l$/.test(word) ? [`${word}ed`, `${word}ing`] : [])

let compromise: ((text: string) => View) | undefined
/** Loads the bundle, not the hundreds of source files that an import would; a cache of code, not of state. */
const loadCompromise = (): ((text: string) => View) => {
  compromise ??= createRequire(import.meta.url)('compromise') as (text: string) => View
  return compromise
}
