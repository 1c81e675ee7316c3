import { TextRun } from 'docx'
import { bandText } from '../../audit/bands.ts'
import { codingStatuses } from '../../model/coding.ts'
import { percent } from '../../statistics/rounding.ts'
import { questionsOf } from '../../tables/tally-plan.ts'
import { methodTexts } from '../method-texts.ts'
import type { ReportContent } from '../report-content.ts'
import { className, number, percentText, questionName, readable } from '../words.ts'
import { type Block, heading, type Setting, source, words } from './setting.ts'

/** The annex: questionnaire, codebook, counts, words for shares, decisions, findings, versions and fingerprints. */
export const annexBlocks = (content: ReportContent, setting: Setting): readonly Block[] => [
  heading('Annex: methods', 1),
  heading('How this was counted', 2),
  ...methodTexts(content).map(words),
  words(
    'Every number in the text leads to its row; in report.html it also leads to the respondents, quotes, rules and decisions behind it.',
  ),
  ...bands(content, setting),
  ...questionnaire(content, setting),
  ...codebook(content, setting),
  ...countsBlocks(content, setting),
  ...decisions(content, setting),
  ...findings(content, setting),
  ...versions(content, setting),
]

const bands = ({ bands: policy }: ReportContent, { table }: Setting): readonly Block[] => [
  heading('Words for shares', 2),
  ...table(
    `${policy.title}, version ${policy.version}`,
    [
      { head: 'Word', share: 3 },
      { head: 'Share of the respondents', share: 6 },
    ],
    policy.bands.map((band) => [readable(band.word), bandText(band)]),
  ).blocks,
  ...(policy.floor > 1 ? [source(`Below ${policy.floor} respondents the number itself is given.`)] : []),
]

const questionnaire = ({ study }: ReportContent, { table }: Setting): readonly Block[] => [
  heading('Questionnaire', 2),
  ...table(
    'Questions and, of closed questions, their classes',
    [
      { head: 'No.', share: 1 },
      { head: 'Question', share: 7 },
      { head: 'Kind', share: 1.6 },
      { head: 'Classes', share: 3 },
    ],
    [...study.questions].map(([id, question]) => [
      questionName(study, id).replace('Question ', ''),
      question.follows
        ? `${question.text} (After “${className(question.follows.class)}” to ${questionName(study, question.follows.question).toLowerCase()}.)`
        : question.text,
      readable(question.kind),
      (question.classes ?? []).map(readable).join('; '),
    ]),
  ).blocks,
]

const codebook = ({ study }: ReportContent, { table }: Setting): readonly Block[] => [
  heading('Codebook', 2),
  ...table(
    'Codes, their definitions, and the questions whose answers they are looked for in',
    [
      { head: 'Code', share: 3 },
      { head: 'Definition', share: 5 },
      { head: 'Questions', share: 1.8 },
    ],
    study.codes.map((code) => [
      [
        new TextRun({ text: code.label, bold: true }),
        new TextRun({ text: code.id, font: 'Courier New', size: 15, break: 1 }),
      ],
      code.definition,
      questionsOf(study, code)
        .map((id) => questionName(study, id).replace('Question ', ''))
        .join(', '),
    ]),
  ).blocks,
]

const countsBlocks = ({ study, tally, tables }: ReportContent, { table }: Setting): readonly Block[] => {
  const statuses = codingStatuses.flatMap((status) => {
    const count = tally.statuses.get(status) ?? 0
    return count === 0 ? [] : [[`Codings ${status}`, number(count)]]
  })
  const all = tally.whole.respondents
  return [
    heading('Counts', 2),
    ...table(
      'What the tables rest on',
      [
        { head: 'Counted', share: 6 },
        { head: 'Number', share: 2, isNumber: true },
      ],
      [
        ['Respondents', number(all)],
        ['Answers with words in them', number(tally.answers)],
        ['Answers left blank', number(tally.blank)],
        ['Themes in the codebook', number(study.codes.length)],
        ...statuses,
      ],
    ).blocks,
    ...table(
      'Respondents asked and answering, by question',
      [
        { head: 'Question', share: 4 },
        { head: 'Asked', share: 2, isNumber: true },
        { head: 'Answered', share: 2, isNumber: true },
        { head: 'Share of all who answered', share: 3, isNumber: true },
      ],
      [...study.questions.keys()].map((id) => {
        const { asked, answered } = tally.questions.get(id) ?? { asked: 0, answered: 0 }
        return [questionName(study, id), number(asked), number(answered), percentText(percent(answered, all))]
      }),
    ).blocks,
    source(`All tables are also files: ${tables.map(({ id }) => `tables/${id}.csv`).join(', ')}.`),
  ]
}

const decisions = ({ decisions: counts }: ReportContent, { table }: Setting): readonly Block[] => [
  heading('Decisions of reviewers', 2),
  words(
    'Of one reviewer the latest decision on a code counts. The journal “adjudication” beats all others; else all who decided must agree, and where they differ nothing changes and a finding says so.',
  ),
  ...(counts.length === 0
    ? [words('No decisions were made.')]
    : table(
        'Decisions that stand, by reviewer',
        [
          { head: 'Reviewer', share: 4 },
          { head: 'Act', share: 3 },
          { head: 'Decisions', share: 2, isNumber: true },
        ],
        counts.map(({ by, act, count }) => [by, readable(act), number(count)]),
      ).blocks),
]

const findings = ({ findings: all }: ReportContent, { table }: Setting): readonly Block[] => {
  const rules = [...new Set(all.map(({ level, rule }) => `${level} ${rule}`))]
  if (rules.length === 0) return [heading('Findings', 2), words('Nothing was found that a person should look at.')]
  return [
    heading('Findings', 2),
    ...table(
      'Findings by rule; each stands in findings.ndjson',
      [
        { head: 'Level', share: 2 },
        { head: 'Rule', share: 5 },
        { head: 'Findings', share: 2, isNumber: true },
      ],
      rules.map((key) => {
        const [level = '', rule = ''] = key.split(' ')
        return [readable(level), rule, number(all.filter((each) => `${each.level} ${each.rule}` === key).length)]
      }),
    ).blocks,
  ]
}

const versions = ({ versions: all }: ReportContent, { table }: Setting): readonly Block[] => [
  heading('Versions and fingerprints', 2),
  ...table(
    'What made the numbers',
    [
      { head: 'Part', share: 3 },
      { head: 'Version', share: 6 },
    ],
    all.map(({ name, version }) => [name, [new TextRun({ text: version, font: 'Courier New', size: 15 })]]),
  ).blocks,
]
