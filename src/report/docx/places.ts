/** Names of the places in a document that links lead to: letters and digits only, by what they are the place of. */
export interface Places {
  readonly of: (key: string) => string
}

/** New places; the same keys in the same order have the same names. */
export const createPlaces = (): Places => {
  const names = new Map<string, string>()
  return {
    of: (key) => {
      const name = names.get(key) ?? `place_${names.size + 1}`
      names.set(key, name)
      return name
    },
  }
}
