/**
 * What a list item may begin with. Signs that are nothing but bullets need no white space after them; a dash needs
 * white space or a letter (`-5` is a number); numbers have at most three digits (`2019.` ends a sentence that was
 * wrapped); a letter with a full stop goes to `h.` and takes no number (`c. 500`, `p. 5`) and no second letter (`e. g.`).
 */
const marker = new RegExp(
  [
    '[•●▪◦‣⁃○■□▫▶►➢➤✓✔❖➔\\uF0A7\\uF0B7\\uF0D8]',
    '[-–*·](?=\\s|\\p{L})',
    '[—+>o](?=\\s)',
    '\\d{1,3}(?:\\.\\d{1,3})*[.)](?=\\s)',
    '\\d{1,3}[.)](?=\\p{Lu})',
    '\\(\\d{1,3}\\)',
    '\\((?:[a-zA-Z]|[ivx]{1,5})\\)',
    '(?:[a-zA-Z]|[ivx]{1,5})\\)(?=\\s|\\p{L})',
    '(?:[ivx]{1,5}|[a-h])\\.(?=\\s+(?!\\d|\\p{L}\\.)\\S)',
    '[IVX]{2,5}\\.(?=\\s)',
  ].join('|'),
  'uy',
)

const bullet = /[•●▪◦‣⁃○■□▫▶►➢➤✓✔❖➔\uF0A7\uF0B7\uF0D8]/

/** End of the bullet or item number that stands at `index`; `index` itself where none does. */
export const itemMarkerEnd = (text: string, index: number): number => {
  marker.lastIndex = index
  return marker.test(text) ? marker.lastIndex : index
}

/** Whether a sign that is nothing but a bullet stands at `index`. */
export const isBullet = (text: string, index: number): boolean => bullet.test(text.charAt(index))
