import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explainCell } from '../../src/app/explain-cell.ts'
import { Stop } from '../../src/model/finding.ts'
import { casesFolder } from '../cases/run-case.ts'

const pipeline = (name: string): string => join(casesFolder, name, 'pipeline.yaml')

const problem = async (cell: string): Promise<string> => {
  try {
    await explainCell(pipeline('commuting'), cell)
  } catch (error) {
    if (error instanceof Stop) return `${error.exitCode} ${error.findings[0]!.message}`
  }
  return expect.fail('expected a Stop')
}

test.each([
  ['commuting', 'themes#trouble.traffic/respondents'],
  ['commuting', 'themes-by-question#wish=wish.cycle-path/respondents'],
  ['commuting', 'themes-by-district#trouble.traffic=north/respondents'],
  ['commuting', 'respondents-by-district#north/respondents'],
  ['commuting', 'closed#car=yes/respondents'],
  ['commuting', 'closed#parking=not_applicable/respondents'],
])('behind the number of %s at %s are as many respondents, each with what made it count', async (name, cell) => {
  const { value, respondents, codings, labels } = await explainCell(pipeline(name), cell)
  expect(respondents).toHaveLength(value as number)
  expect(value).toBeGreaterThan(0)
  const behind = new Set([...codings, ...labels].map(({ respondent }) => respondent))
  if (!cell.startsWith('respondents')) expect(behind).toEqual(new Set(respondents))
})

test.each([
  ['R01/car', /^2 .*expected `table#row\/column`/],
  ['theme#trouble.traffic/respondents', /^1 .*no table `theme`; did you mean `themes`\?/],
  ['themes#trouble.trafic/respondents', /^1 .*no row `trouble.trafic`; did you mean `trouble.traffic`\?/],
  ['themes#trouble.traffic/respondent', /^1 .*no column `respondent`.*expected one of .*respondents/],
])('%s is refused with the next step', async (cell, message) => {
  expect(await problem(cell)).toMatch(message)
})
