import { groupBy } from '../statistics/group-by.ts'
import { classCounts, closedQuestions } from '../tables/class-count.ts'
import { respondentsTableId } from '../tables/respondents-by-attribute.ts'
import { themeCounts } from '../tables/theme-count.ts'
import type { FigureKind } from './figures/figure.ts'
import { makeFigures } from './figures/index.ts'
import type { Part, Parts } from './report-content.ts'
import type { ReportInput } from './report-input.ts'
import { familyProse } from './wording/family-prose.ts'
import type { Paragraph } from './wording/prose.ts'
import { questionProse } from './wording/question-prose.ts'
import { respondentsProse } from './wording/respondents-prose.ts'

/** Draws the figures and words the paragraphs. */
export const makeParts = ({ study, tally, tables, bands }: Omit<ReportInput, 'findings'>): Parts => {
  const figures = makeFigures(study, tables)
  const partsOf = <Kind extends FigureKind>(
    kind: Kind,
    subjects: readonly string[],
    word: (subject: string, figure: string | undefined) => Paragraph,
  ): readonly Part[] => {
    const parts = subjects.map((subject): Part => {
      const figure = figures.find((each) => each.kind === kind && each.subject === subject)
      return { kind, subject, figure, paragraph: word(subject, figure?.number) }
    })
    const place = ({ figure }: Part): number => (figure ? figures.indexOf(figure) : figures.length)
    return parts.toSorted((a, b) => place(a) - place(b))
  }
  const families = groupBy(themeCounts(study, tally, tally.whole), ({ code }) => code.family)
  return {
    figures,
    respondents: partsOf('respondents', tally.plan.by, (attribute, figure) => {
      const table = tables.find(({ id }) => id === respondentsTableId(attribute))
      return table ? respondentsProse(table, attribute, { figure }) : []
    }),
    questions: partsOf('question', closedQuestions(study), (question, figure) =>
      questionProse(study, question, classCounts(study, tally, question), { bands, figure }),
    ),
    families: partsOf('family', [...families.keys()], (family, figure) =>
      familyProse(families.get(family) ?? [], { bands, figure }),
    ),
  }
}
