import type { BandPolicy } from '../audit/bands.ts'
import type { Act } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import type { Tally } from '../tables/tally.ts'
import type { Evidence } from './evidence.ts'

/** Everything the report is made of. */
export interface ReportInput {
  readonly study: Study
  readonly tally: Tally
  readonly evidence: Evidence
  readonly tables: readonly Table[]
  readonly findings: readonly Finding[]
  /** Which word stands for which share. */
  readonly bands: BandPolicy
  /** What people decided, undone decisions apart. */
  readonly decisions: readonly DecisionCount[]
  /** What made the numbers, such as `{name: 'Lexicon wildlife/species', version: '3'}`, in the order to be shown. */
  readonly versions: readonly { readonly name: string; readonly version: string }[]
}

/** How often a reviewer did what. */
export interface DecisionCount {
  readonly by: string
  readonly act: Act
  readonly count: number
}
