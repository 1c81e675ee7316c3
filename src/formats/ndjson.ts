/** A record as one line of a layer: JSON and LF; characters outside ASCII stay as they are, U+2028 too. */
export const toLine = (record: unknown): string => `${JSON.stringify(record)}\n`
