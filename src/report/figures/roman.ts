const numerals = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** A whole number from 1 on as a Roman numeral. */
export const roman = (value: number): string => {
  let rest = value
  let text = ''
  for (const [numeral, worth] of numerals) for (; rest >= worth; rest -= worth) text += numeral
  return text
}

/** The value of a figure number, Roman or Arabic; `undefined` for anything else. */
export const figureValue = (text: string): number | undefined => {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  let rest = text.toUpperCase()
  let value = 0
  for (const [numeral, worth] of numerals)
    for (; rest.startsWith(numeral); rest = rest.slice(numeral.length)) value += worth
  return value > 0 && value < 4000 && roman(value) === text.toUpperCase() ? value : undefined
}
