import type { Command } from '../command.ts'
import { audit } from './audit.ts'
import { check } from './check.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { lexiconDiff } from './lexicon-diff.ts'
import { lexiconExplain } from './lexicon-explain.ts'
import { lexiconForms } from './lexicon-forms.ts'
import { lexiconImport } from './lexicon-import.ts'
import { lexiconLoo } from './lexicon-loo.ts'
import { lexiconTest } from './lexicon-test.ts'
import { run } from './run.ts'

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  run,
  check,
  explain,
  evaluate,
  audit,
  lexiconForms,
  lexiconTest,
  lexiconExplain,
  lexiconDiff,
  lexiconLoo,
  lexiconImport,
]
