/** A line with its number, without its line end; the byte order mark of the first is taken off. */
export interface Line {
  readonly text: string
  readonly number: number
}

/** The lines of a text, whatever ends them. */
export const linesOf = (text: string): Line[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: line, number: index + 1 }))

/** How many tabs a line begins with. */
export const depthOf = (line: string): number => /^\t*/.exec(line)![0].length
