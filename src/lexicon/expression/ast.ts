/** A word of a term as its author wrote it. */
export type Unit =
  | { readonly kind: 'word'; readonly text: string }
  /** Letters and capitals exactly as written. */
  | { readonly kind: 'exact'; readonly text: string }
  | { readonly kind: 'lemma'; readonly text: string; readonly part: 'verb' | 'noun' | 'adjective' | undefined }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'choice'; readonly options: readonly Sequence[] }

/** Units in order; before each but the first, how many words may stand between (`undefined`: it must follow at once). */
export interface Sequence {
  readonly units: readonly Unit[]
  readonly gaps: readonly (number | undefined)[]
}

/** Where the operands of AND and NOT must be: within n sentences that follow each other, in the answer, within n words. */
export type Reach =
  | { readonly kind: 'sentences'; readonly count: number }
  | { readonly kind: 'answer' }
  | { readonly kind: 'words'; readonly count: number }

/** A parsed rule. */
export type Expression =
  | { readonly kind: 'sequence'; readonly sequence: Sequence }
  | {
      readonly kind: 'near'
      readonly left: Expression
      readonly right: Expression
      readonly distance: number
      readonly ordered: boolean
    }
  | { readonly kind: 'and'; readonly left: Expression; readonly right: Expression; readonly reach: Reach }
  | { readonly kind: 'not'; readonly left: Expression; readonly right: Expression; readonly reach: Reach }
  | { readonly kind: 'or'; readonly options: readonly Expression[] }
