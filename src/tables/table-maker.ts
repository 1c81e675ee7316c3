import type { Study } from '../model/study.ts'
import type { Table } from '../model/table.ts'
import type { Tally } from './tally.ts'

/** What every table is made by: a function of the study and what was counted in it. */
export type TableMaker = (study: Study, tally: Tally) => readonly Table[]
