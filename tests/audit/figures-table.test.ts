import { expect, test } from 'vitest'
import { figuresOfTable } from '../../src/audit/figures-table.ts'
import type { Stop } from '../../src/model/finding.ts'

const table = (...lines: readonly string[]) => {
  const [header, ...rows] = lines.map((line) => line.split(','))
  return figuresOfTable(
    header!,
    rows.map((cells, index) => ({ cells, where: { file: 'f.csv', line: index + 2 } })),
    'f.csv',
  )
}
const problemsOf = (...lines: readonly string[]): readonly string[] => {
  try {
    table(...lines)
    return []
  } catch (error) {
    return (error as Stop).findings.map(({ message, where }) => `${where?.line}: ${message}`)
  }
}

test('a table gives the same figures as a file of figures', () => {
  const figures = table(
    'figure,question,label,count,percent,base,depends_question,depends_answer',
    'IV,6(b),yes,50,65,77,6(a),yes',
    'IV,6(b),not classifiable,1,,77,6(a),yes',
    'I,,Africa,16,20.8 %,77,,',
  )
  expect(figures).toMatchObject([
    {
      name: 'IV',
      question: '6(b)',
      base: 77,
      choice: 'single',
      follows: { question: '6(a)', answer: 'yes' },
      rows: [
        { label: 'yes', count: 50, printed: { value: 65, digits: 0 }, where: { line: 2 } },
        { label: 'not classifiable', count: 1, printed: null },
      ],
    },
    { name: 'I', question: null, follows: null, rows: [{ printed: { value: 20.8, digits: 1 } }] },
  ])
})

test('all problems of a table come at once, with their lines', () => {
  expect(
    problemsOf('figure,label,count,percent,base,choice', 'A,x,four,6,77,', 'A,y,5,106,76,', 'B,z,5,,0,both'),
  ).toEqual([
    expect.stringMatching(/^2: .*count, found `four`/),
    expect.stringMatching(/^3: .*0 to 100, found `106`/),
    expect.stringMatching(/^3: .*base `77` in its first row and `76` here/),
    expect.stringMatching(/^4: .*base of at least 1, found `0`/),
    expect.stringMatching(/^4: .*`single` or `multiple`, found `both`/),
  ])
  expect(problemsOf('figure,label,percent', 'A,x,6')).toEqual([
    expect.stringContaining('lacks the columns `count`, `base`'),
  ])
  expect(problemsOf('figure,label,count,percent,base')).toEqual([expect.stringContaining('has no rows')])
})
