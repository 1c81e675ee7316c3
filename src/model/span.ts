import { z } from 'zod'

/** Half-open range `[start, end)` of UTF-16 code units in an answer's text: `text.slice(start, end)`. */
export const spanSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })
export type Span = Readonly<z.infer<typeof spanSchema>>

/** The words a span points at. */
export const quote = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` covers all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
