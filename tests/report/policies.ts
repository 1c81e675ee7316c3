import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type BandPolicy, bandPolicySchema } from '../../src/audit/bands.ts'

const policy = (name: string): BandPolicy =>
  bandPolicySchema.parse(parse(readFileSync(`lexicons/bands/${name}.yaml`, 'utf8')))

/** The words of the United Nations' report. */
export const unReport = policy('un-report')

/** The words of Education Scotland. */
export const scotland = policy('education-scotland')
