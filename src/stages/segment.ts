import type { Answer } from '../model/answer.ts'
import { segmentId } from '../model/id.ts'
import type { Segment } from '../model/segment.ts'
import { englishAbbreviations } from '../text/abbreviations.ts'
import { segments } from '../text/sentences.ts'

/** Stage 2: the sentences, list items and headings of the answers, in the answers' order. */
export const segment = (answers: readonly Answer[]): readonly Segment[] =>
  answers.flatMap((answer) =>
    segments(answer.text, englishAbbreviations).map(({ start, end, kind }) => ({
      id: segmentId(answer.id, start, end),
      answer: answer.id,
      start,
      end,
      kind,
    })),
  )
