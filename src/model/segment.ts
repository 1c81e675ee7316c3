import { z } from 'zod'

/** What a segment is in the answer's layout. */
export const segmentKinds = ['sentence', 'item', 'heading'] as const

/** A sentence, list item or heading. The segments of an answer, in order, cover its text without gap or overlap. */
export const segmentSchema = z.strictObject({
  /** Address, such as `R001/q4#0-57`. */
  id: z.string(),
  answer: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.enum(segmentKinds),
})
export type Segment = Readonly<z.infer<typeof segmentSchema>>
export type SegmentKind = (typeof segmentKinds)[number]
