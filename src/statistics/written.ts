/** A number as it is written into a table: `digits` decimals, and no minus before a zero. */
export const decimals = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0

/** A number as it is written into a table: `digits` significant ones, so that machines agree on all of them. */
export const significant = (value: number, digits: number): number => Number(value.toPrecision(digits)) + 0
