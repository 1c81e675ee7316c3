import { TextRun } from 'docx'
import { classCounts } from '../../tables/class-count.ts'
import { baseText } from '../../tables/notes.ts'
import { respondentsTableId } from '../../tables/respondents-by-attribute.ts'
import { type ThemeCount, themeCounts } from '../../tables/theme-count.ts'
import { classAnchor, valueAnchor } from '../cell-anchor.ts'
import { rowsOf } from '../figures/row.ts'
import type { Part, ReportContent } from '../report-content.ts'
import { codeAnchor } from '../theme-table.ts'
import { className, number, percentText, questionName, readable, valueName } from '../words.ts'
import { picture, type Raster } from './picture.ts'
import { proseParagraph } from './prose.ts'
import { type Block, heading, type Setting, type TableBlock } from './setting.ts'
import type { Column } from './table.ts'

const counts: readonly Column[] = [
  { head: 'Respondents', share: 1.7, isNumber: true },
  { head: 'Share', share: 1.2, isNumber: true },
]

/** The report's parts: respondents, closed questions, themes; each with words, figure and table. */
export const bodyBlocks = (content: ReportContent, setting: Setting, raster: Raster): readonly Block[] => {
  const { respondents, questions, families } = content.parts
  const section = (title: string, parts: readonly Part[], make: (part: Part) => readonly Block[]): readonly Block[] =>
    parts.length === 0 ? [] : [heading(title, 1), ...parts.flatMap(make)]
  const withTable = (part: Part, table: TableBlock): readonly Block[] => [
    ...(part.paragraph.length === 0 ? [] : [proseParagraph(part.paragraph, setting.places)]),
    ...(part.figure === undefined
      ? []
      : picture(part.figure, raster, {
          place: setting.places.of(`figure ${part.figure.number}`),
          table: [new TextRun('Drawn from table '), table.number, new TextRun('.')],
        })),
    ...table.blocks,
  ]
  return [
    ...section('Respondents', respondents, (part) => withTable(part, respondentsTable(content, setting, part.subject))),
    ...section('Closed questions', questions, (part) => [
      heading(
        `${questionName(content.study, part.subject)}: ${content.study.questions.get(part.subject)?.text ?? ''}`,
        2,
      ),
      ...withTable(part, classTable(content, setting, part.subject)),
    ]),
    ...section('Themes', families, (part) => {
      const own = themeCounts(content.study, content.tally, content.tally.whole).filter(
        ({ code }) => code.family === part.subject,
      )
      return [
        heading(own[0]?.code.familyLabel ?? part.subject, 2),
        ...withTable(part, themesTable(content, setting, own)),
      ]
    }),
  ]
}

const respondentsTable = ({ tables }: ReportContent, { table, places }: Setting, attribute: string): TableBlock => {
  const id = respondentsTableId(attribute)
  return table(
    `Respondents by ${readable(attribute).toLowerCase()}; shares are of all respondents`,
    [{ head: readable(attribute), share: 6 }, ...counts],
    rowsOf(tables, id).map((row) => {
      const value = String(row(attribute))
      return [
        { place: places.of(valueAnchor(id, value)), text: valueName(value) },
        number(Number(row('respondents'))),
        percentText(row('percent') as number | null),
      ]
    }),
  )
}

const classTable = ({ study, tally }: ReportContent, { table, places }: Setting, question: string): TableBlock =>
  table(
    `${questionName(study, question)}; shares are of ${baseText(study.base)}`,
    [{ head: 'Class', share: 6 }, ...counts],
    classCounts(study, tally, question).map((count) => [
      { place: places.of(classAnchor(question, count.class)), text: className(count.class) },
      number(count.respondents),
      percentText(count.percent),
    ]),
  )

const themesTable = ({ study }: ReportContent, { table, places }: Setting, own: readonly ThemeCount[]): TableBlock =>
  table(
    `${own[0]?.code.familyLabel ?? ''}; shares are of ${baseText(study.base)}, who may have named several themes`,
    [
      { head: 'Theme', share: 5 },
      ...counts,
      { head: 'Answers', share: 1.3, isNumber: true },
      { head: 'Mentions', share: 1.4, isNumber: true },
    ],
    own
      .toSorted((a, b) => b.respondents - a.respondents)
      .map((count) => [
        { place: places.of(codeAnchor(count.code.id)), text: count.code.label },
        number(count.respondents),
        percentText(count.percent),
        number(count.answers),
        number(count.mentions),
      ]),
  )
