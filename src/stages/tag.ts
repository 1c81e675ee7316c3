import type { Tagger } from '../lexicon/tagger.ts'
import type { Answer } from '../model/answer.ts'
import { isNarrative, type Question } from '../model/questionnaire.ts'
import type { Segment } from '../model/segment.ts'
import type { Tag } from '../model/tag.ts'

/** What the stage knows of the study. */
export interface TagOptions {
  readonly tagger: Tagger
  readonly questions: ReadonlyMap<string, Question>
}

/**
 * Third stage: every lexicon hit in the answers to narrative questions, with its place, context and, where it does not
 * count, the reason. In the answers' order, then by place. `segments` are in the answers' order too.
 */
export const tag = (answers: readonly Answer[], segments: readonly Segment[], options: TagOptions): readonly Tag[] => {
  const tags: Tag[] = []
  let next = 0
  for (const { id, question, text } of answers) {
    const from = next
    while (next < segments.length && segments[next]!.answer === id) next++
    const asked = options.questions.get(question)
    if (!asked || !isNarrative(asked)) continue
    for (const { rule, start, end, context, suppressed } of options.tagger.tag(
      text,
      segments.slice(from, next),
      question,
    ))
      tags.push({
        answer: id,
        code: rule.code,
        start,
        end,
        quote: text.slice(start, end),
        lexicon: rule.lexicon,
        rule: rule.text,
        context: [...context],
        ...(suppressed && { suppressed }),
      })
  }
  return tags
}
