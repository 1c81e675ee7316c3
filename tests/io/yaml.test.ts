import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseYaml, readYaml } from '../../src/io/yaml.ts'
import { type Finding, Stop } from '../../src/model/finding.ts'
import { stopOf } from '../formats/reading.ts'
import { testFolder } from './folder.ts'

const rule = z.union([
  z.string(),
  z.strictObject({ rule: z.string(), veto: z.array(z.enum(['negated', 'past'])).optional() }),
])
const schema = z
  .strictObject({
    title: z.string(),
    version: z.int(),
    kind: z.enum(['closed', 'narrative']).default('narrative'),
    codes: z.record(z.string(), z.strictObject({ rules: z.array(rule).min(1) })),
  })
  .superRefine((value, issues) => {
    if (value.title === 'bad') issues.addIssue({ code: 'custom', path: ['title'], message: 'no such title' })
  })

const findings = (text: string): readonly Finding[] => {
  try {
    parseYaml(text, schema, 'a.yaml')
  } catch (error) {
    if (error instanceof Stop && error.exitCode === 1) return error.findings
    throw error
  }
  return []
}
const brief = (text: string) =>
  findings(text).map((finding) => `${finding.where?.line}:${finding.where?.column} ${finding.message}`)

const good = `title: T
version: 1
codes:
  a.b:
    rules:
      - one
      - rule: two
        veto: [past]
`

describe('values and places', () => {
  test('a good file gives its value, defaults included, and the places of its parts', () => {
    const { value, placeOf } = parseYaml(good, schema, 'a.yaml')
    expect(value).toEqual({
      title: 'T',
      version: 1,
      kind: 'narrative',
      codes: { 'a.b': { rules: ['one', { rule: 'two', veto: ['past'] }] } },
    })
    expect(placeOf(['title'])).toEqual({ file: 'a.yaml', line: 1, column: 8 })
    expect(placeOf(['title'], 'key').column).toBe(1)
    expect(placeOf(['codes', 'a.b'])).toMatchObject({ line: 4, column: 3 })
    expect(placeOf(['codes', 'a.b', 'rules', 0])).toMatchObject({ line: 6, column: 9 })
    expect(placeOf(['codes', 'a.b', 'rules', 1, 'veto', 0])).toMatchObject({ line: 8, column: 16 })
    expect(placeOf(['codes', 'a.b', 'nothing', 3])).toMatchObject({ line: 4 })
  })

  test('bare words keep to YAML 1.2: `no`, dates and times are texts', () => {
    const any = z.record(z.string(), z.unknown())
    expect(parseYaml('a: no\nb: 12:30:00\nc: 2024-01-02\nd: 007\ne: ~\nf: 0o14', any, 'a').value).toEqual({
      a: 'no',
      b: '12:30:00',
      c: '2024-01-02',
      d: 7,
      e: null,
      f: 12,
    })
  })
})

describe('problems', () => {
  test('all of a file come at once, at their lines, with what was expected', () => {
    expect(
      brief(`titel: x
version: one
kind: narative
codes:
  a:
    rules: []
  b:
    rule: [x]
    rules: [3, {rul: x}, {rule: y, veto: [negate]}]
`),
    ).toEqual([
      '1:1 the key `title` is missing',
      '1:1 unknown key `titel`; did you mean `title`?',
      '2:10 `version`: expected a number, found `one`',
      '3:7 `kind`: expected `closed` or `narrative`, found `narative`; did you mean `narrative`?',
      '6:5 `codes.a.rules`: expected at least 1 item, found an empty list',
      '8:5 unknown key `rule` in `codes.b`; did you mean `rules`?',
      '9:13 `codes.b.rules.0`: expected a text or keys with values, found `3`',
      '9:16 the key `codes.b.rules.1.rule` is missing in `codes.b.rules.1`',
      '9:17 unknown key `rul` in `codes.b.rules.1`; did you mean `rule`?',
      '9:43 `codes.b.rules.2.veto.0`: expected `negated` or `past`, found `negate`; did you mean `negated`?',
    ])
  })

  test('a number where a text belongs should be put in quotes', () => {
    expect(brief(good.replace('title: T', 'title: 007'))).toEqual([
      '1:8 `title`: expected a text, found `7`; put it in quotes',
    ])
  })

  test('a schema’s own checks speak for themselves', () => {
    expect(brief(good.replace('title: T', 'title: bad'))).toEqual(['1:8 `title`: no such title'])
  })

  test('repeated keys name both lines', () => {
    expect(brief('a: 1\nb: 2\na: 3\n')).toEqual([
      '3:1 the key `a` stands here and in line 1; join the two or rename one',
    ])
  })

  test('aliases, tags, merges and dangerous keys are refused', () => {
    expect(
      brief('a: &x [1]\nb: *x\nc: !!binary aGk=\nd: !own 1\n<<: {}\n__proto__: {polluted: 1}\n? [1]\n: 2\n'),
    ).toHaveLength(6)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('an alias bomb, deep nesting, several documents and broken text end at once', () => {
    let bomb = 'a0: &a0 [x]\n'
    for (let n = 1; n < 9; n++)
      bomb += `a${n}: &a${n} [${Array(9)
        .fill(`*a${n - 1}`)
        .join(', ')}]\n`
    expect(findings(bomb)).toHaveLength(51)
    expect(findings('['.repeat(20_000)).length).toBeGreaterThan(0)
    expect(findings('a: 1\n---\nb: 2\n')[0]!.message).toContain('several documents')
    expect(findings('a: "x\nb: 2')[0]!.rule).toBe('yaml/syntax')
    expect(findings('')[0]!.rule).toBe('yaml/empty')
    expect(findings('# nothing\n')[0]!.rule).toBe('yaml/empty')
    expect(findings(`a: ${'x'.repeat(1_000_000)}`)[0]!.rule).toBe('yaml/size')
    expect(brief('5')).toEqual(['1:1 the file: expected keys with values, found `5`'])
  })

  test('a file that is not there or not UTF-8 cannot be read', async () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'latin.yaml'), Buffer.from('title: \xe9', 'latin1'))
    expect((await stopOf(readYaml(join(folder, 'none.yaml'), schema, 'none.yaml'))).message).toContain('no such file')
    expect((await stopOf(readYaml(join(folder, 'latin.yaml'), schema))).exitCode).toBe(2)
    writeFileSync(join(folder, 'good.yaml'), `\ufeff${good}`)
    expect((await readYaml(join(folder, 'good.yaml'), schema)).value.title).toBe('T')
  })
})
