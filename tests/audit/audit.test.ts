import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditFigures, type FiguresAudit } from '../../src/audit/audit.ts'
import { scoreRules } from '../../src/audit/scoreboard.ts'
import type { Finding } from '../../src/model/finding.ts'
import { percent } from '../../src/statistics/rounding.ts'
import { figure, figuresFrom, report2024, respondents2024 } from './report-2024.ts'

const all = ({ checks }: FiguresAudit): readonly Finding[] => checks.flatMap(({ findings }) => findings)
const findingsOf = (...figures: readonly unknown[]): readonly Finding[] => all(auditFigures(figuresFrom(figures)))
const short = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ level, rule, where }) => `${level} ${rule.replace('audit/', '')} ${where?.file ?? ''}`)
const report = auditFigures(figuresFrom(report2024), { respondents: respondents2024 })

test('all inconsistencies of the 2024 report are found, and nothing else is called one', () => {
  const message = (rule: string): readonly string[] =>
    all(report)
      .filter((finding) => finding.rule === `audit/${rule}`)
      .map((finding) => `${finding.level}: ${finding.message}`)
  // Regions: 76 of 77. Question 7(b): 74 of 77, and the ten without an answer are those who were not asked.
  expect(message('count-sum')).toEqual([
    expect.stringMatching(/^error: .*figure I .*`76`.*`77`: 1 respondent has no row/),
    expect.stringMatching(/^error: .*figure VI .*`74`.*`77`: 3 respondents have no row \(67 were asked, of whom 64/),
  ])
  expect(message('percentage')).toEqual([
    expect.stringMatching(/`5` of `77` is 6 per cent under half-up, printed `7`; ceil and largest-remainder give/),
    expect.stringMatching(
      /`52` of `77` is 68 per cent.*printed `67`; floor.*on a base of 78.*41 of the 61 respondents/,
    ),
    expect.stringMatching(/`44` of `77` is 57.*`56`; no rule.*a count of 43; on a base of 78–79.*34 of the 61/),
  ])
  expect(message('missing-percent')).toEqual([expect.stringMatching(/figure IV .*count of `1`.*print 1 per cent/)])
  expect(message('skip-logic')).toEqual([
    expect.stringMatching(/^error: figure IV .*`72` answers.*`71`.*only 5 .*where 6 were not asked: at least 1/),
  ])
  expect(message('same-fraction')).toEqual([expect.stringMatching(/`5`.*`7` per cent here and as `6` in figures II/)])
  expect(message('percent-sum').map((text) => text.slice(0, 80))).toEqual([
    expect.stringMatching(/^warning: .*IV .*`98`/),
    expect.stringMatching(/^warning: .*VI .*`96`/),
    expect.stringMatching(/^note: .*VII .*`101`/),
    expect.stringMatching(/^warning: .*XI .*`99`/),
  ])
  expect(message('group')).toEqual([
    expect.stringMatching(/Asia and the Pacific` is printed with `16`.*lists `15`/),
    expect.stringMatching(/Western European and other States` is printed with `18`.*lists `19`/),
  ])
  expect(message('no-group')).toEqual([expect.stringMatching(/^note: .*`Union 0 0`/)])
  expect(message('follow-up-base').map((text) => /\d+ were asked.*70\.4|67 were asked/.test(text))).toEqual([
    true,
    true,
  ])
  expect(message('label')).toHaveLength(2)
  expect(all(report).filter(({ level }) => level === 'error')).toHaveLength(8)
  expect(all(report).filter(({ level }) => level === 'warning')).toHaveLength(5)
})

test('every finding has a place, and says what to do in one sentence or two', () => {
  for (const { where, message } of all(report)) {
    expect(where?.file).toMatch(/^figures\.\d+/)
    expect(message.length).toBeLessThan(400)
  }
})

// The scoreboard of the 2024 report, computed in two languages.
test('the scoreboard says which rule explains what', () => {
  const { scores, rule, same, proven, statements } = report.scoreboard
  expect(Object.fromEntries(scores.map(({ rule: name, hits }) => [name, hits]))).toEqual({
    'half-up': 37,
    'half-even': 37,
    'half-down': 37,
    floor: 18,
    ceil: 21,
    'largest-remainder': 37,
    'residual-to-largest': 35,
  })
  const whole = Object.fromEntries(scores.map(({ rule: name, wholeFigures }) => [name, wholeFigures.join(' ')]))
  expect(whole).toEqual({
    'half-up': 'II III IV V VII IX X',
    'half-even': 'II III IV V VII IX X',
    'half-down': 'II III IV V VII IX X',
    floor: '',
    ceil: 'VII',
    'largest-remainder': 'II III V VI VIII IX X',
    'residual-to-largest': 'II III V VIII IX X',
  })
  expect([rule, same, proven, statements]).toEqual(['half-up', ['half-even', 'half-down'], false, 40])
})

test('another rule is taken where it explains more, and a stated one where it is stated', () => {
  const cut = figure('A', '1', [
    ['a', 52, 67],
    ['b', 14, 18],
    ['c', 7, 9],
    ['d', 3, 3],
    ['e', 1, 1],
  ])
  expect(scoreRules(figuresFrom([cut]))).toMatchObject({ rule: 'floor', proven: true, same: [] })
  expect(short(findingsOf(cut))).toEqual(['note percent-sum figures.0.figure'])
  const stated = auditFigures(figuresFrom([cut]), { rule: 'half-up' })
  expect(short(all(stated)).filter((text) => text.startsWith('error'))).toHaveLength(2)
})

test('of few percentages the usual rule is kept', () => {
  expect(
    short(
      findingsOf(
        figure('A', '1', [
          ['a', 52, 67],
          ['b', 25, 32],
        ]),
      ),
    ),
  ).toContain('error percentage figures.0.rows.0.0')
})

test('percentages may be printed with decimals, and count as printed', () => {
  expect(
    findingsOf(
      figure('A', '1', [
        ['a', 5, '6.5'],
        ['b', 72, '93.5'],
      ]),
    ),
  ).toEqual([])
  expect(
    short(
      findingsOf(
        figure('A', '1', [
          ['a', 5, '6.4'],
          ['b', 72, '93.5'],
        ]),
      ),
    ),
  ).toContain('error percentage figures.0.rows.0.0')
})

test('a percentage without a count is held against all counts', () => {
  const findings = findingsOf(
    figure(
      'A',
      '1',
      [
        ['a', null, 41],
        ['b', null, 40],
      ],
      { choice: 'multiple' },
    ),
  )
  expect(short(findings)).toEqual(['error impossible-percent figures.0.rows.0.0'])
  expect(findings[0]!.message).toContain('31 is 40, 32 is 42 per cent')
})

test('percentages without counts add to 100 but for rounding', () => {
  const sumOf = (...values: readonly string[]) =>
    short(
      findingsOf(
        figure(
          'A',
          '1',
          values.map((value, index) => [`${index}`, null, value]),
          { base: 1000 },
        ),
      ),
    )
  expect(sumOf('33.3', '33.3', '33.3')).toEqual(['note percent-sum figures.0.figure'])
  expect(sumOf('45', '30', '22')).toEqual(['error percent-sum figures.0.figure'])
})

test('several choices need not add to anything, but stay within the base and those who were asked', () => {
  const parent = figure('A', '1', [
    ['yes', 30, 39],
    ['no', 47, 61],
  ])
  const rows = [
    ['x', 31, 40],
    ['y', 20, 26],
  ] as const
  const child = figure('B', '1b', rows, { choice: 'multiple', depends_on: { question: '1', answer: 'yes' } })
  expect(short(findingsOf(parent, child)).filter((text) => !text.startsWith('note'))).toEqual([
    'error skip-logic figures.1.figure',
  ])
  expect(
    short(
      findingsOf(
        figure(
          'C',
          '2',
          [
            ['x', 78, null],
            ['y', 3, null],
          ],
          { choice: 'multiple' },
        ),
      ),
    ),
  ).toEqual(['error count-over-base figures.0.rows.0.0'])
})

test('a follow-up whose parent is not there cannot be checked, and that is said', () => {
  const child = figure('B', '1b', [['x', 77, 100]], { depends_on: { question: '1', answer: 'yes' } })
  expect(findingsOf(child).map(({ message }) => message)).toEqual([
    expect.stringContaining('no figure has question `1`'),
  ])
  const parent = figure('A', '1', [['ja', 77, 100]])
  expect(findingsOf(parent, child).map(({ message }) => message)).toEqual([expect.stringContaining('it has `ja`')])
})

test('a figure with another base stands out', () => {
  const own = (name: string, base: number) => figure(name, name, [['a', base, 100]], { base })
  expect(short(findingsOf(own('A', 77), own('B', 77), own('C', 74)))).toEqual(['warning base figures.2.figure'])
  const short74 = { ...respondents2024, rows: respondents2024.rows.slice(0, 74) }
  expect(short(all(auditFigures(figuresFrom([own('A', 77)]), { respondents: short74 })))).toEqual([
    'error respondents figures.0.figure',
  ])
})

test('what is counted and rounded rightly has no findings but notes', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 4 }), (lists) => {
      const figures = lists.flatMap((list, at) => {
        const base = list.reduce((sum, count) => sum + count, 0)
        if (base === 0) return []
        const rows = list.map((count, index) => [`class ${index}`, count, percent(count, base)] as const)
        // Follow-ups without a parent may have any base; here only the arithmetic is looked at.
        return [figure(`${at}`, `${at}`, rows, { base })]
      })
      fc.pre(figures.length > 0)
      const levels = all(auditFigures(figuresFrom(figures), { rule: 'half-up' })).filter(
        ({ rule }) => rule !== 'audit/base',
      )
      expect(levels.filter(({ level }) => level !== 'note')).toEqual([])
    }),
    { numRuns: 60 },
  )
})
