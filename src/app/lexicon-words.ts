/** A rule as messages show it: long ones end in dots. */
export const shorten = (text: string, most = 90): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** The first of some words in backticks, and how many more there are. */
export const sample = (words: readonly string[], most = 10): string => {
  const shown = words
    .slice(0, most)
    .map((word) => `\`${shorten(word, 60)}\``)
    .join(', ')
  return words.length > most ? `${shown} and ${words.length - most} more` : shown
}
