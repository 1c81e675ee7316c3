import { z } from 'zod'

/** A cell: a count or a percentage is a number, a name is a text, nothing is null. */
export const cellSchema = z.union([z.string(), z.number(), z.null()])
export type Cell = z.infer<typeof cellSchema>

/** A table that is written to `tables/<id>.csv` and shown in the report. */
export const tableSchema = z.strictObject({
  /** File name without ending, such as `themes-by-region`. */
  id: z.string(),
  title: z.string(),
  /** One sentence: what is counted, over what base, rounded how. */
  note: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(cellSchema)),
})
export type Table = Readonly<z.infer<typeof tableSchema>>
