import type { Command } from '../command.ts'
import { check } from './check.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { lexiconDiff } from './lexicon-diff.ts'
import { lexiconExplain } from './lexicon-explain.ts'
import { lexiconForms } from './lexicon-forms.ts'
import { lexiconLoo } from './lexicon-loo.ts'
import { lexiconTest } from './lexicon-test.ts'
import { run } from './run.ts'

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  run,
  check,
  explain,
  evaluate,
  lexiconForms,
  lexiconTest,
  lexiconExplain,
  lexiconDiff,
  lexiconLoo,
]
