/** About how wide a character is, in parts of the font's size; wide rather than narrow, for nobody measures here. */
const widthOf = (character: string): number => {
  if (/[iljtfrI.,:;'’()[\]|!\s-]/.test(character)) return 0.36
  if (/[mwMW@%]/.test(character)) return 0.9
  if (/[A-Z0-9ÄÖÜ&+]/.test(character)) return 0.67
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
    character,
  )
    ? 1.02
    : 0.57
}

/** About how wide a text is, in pixels. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + widthOf(character) * size, 0)

/** A text cut between words into lines of about `width` pixels; what is left after `most` lines ends in an ellipsis. */
export const linesOf = (text: string, width: number, size: number, most: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text
    .split(/\s+/)
    .filter((each) => each !== '')
    .flatMap((each) => pieces(each, width, size))) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(joined, size) <= width) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/[\s,;:.]+$/, '')} …`]
}

/** A word that is too long for a line, in pieces that are not. */
const pieces = (word: string, width: number, size: number): readonly string[] => {
  if (textWidth(word, size) <= width) return [word]
  const found = ['']
  for (const character of word) {
    if (found.at(-1) !== '' && textWidth(found.at(-1) + character, size) > width) found.push('')
    found[found.length - 1] += character
  }
  return found
}
