/** A frequency as it is and as it was estimated: counts or shares, the same kind for both. */
export interface FrequencyPair {
  readonly gold: number
  readonly system: number
}

/** How far estimated frequencies are off, in the unit of the pairs; `null` over no pairs. */
export interface FrequencyError {
  /** Mean of the absolute errors. */
  readonly meanAbsolute: number | null
  readonly maxAbsolute: number | null
  /** Mean of the signed errors, system less gold. */
  readonly bias: number | null
}

/** Error of estimated frequencies over themes. */
export const frequencyError = (pairs: readonly FrequencyPair[]): FrequencyError => {
  if (pairs.length === 0) return { meanAbsolute: null, maxAbsolute: null, bias: null }
  const errors = pairs.map(({ gold, system }) => system - gold)
  return {
    meanAbsolute: errors.reduce((sum, error) => sum + Math.abs(error), 0) / pairs.length,
    maxAbsolute: errors.reduce((most, error) => Math.max(most, Math.abs(error)), 0),
    bias: errors.reduce((sum, error) => sum + error, 0) / pairs.length,
  }
}
