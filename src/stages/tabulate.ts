import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import { makeTables } from '../tables/index.ts'
import type { Tally } from '../tables/tally.ts'

/** Sixth stage: what was counted, as tables. */
export const tabulate = (study: Study, tally: Tally): readonly Table[] => makeTables(study, tally)
