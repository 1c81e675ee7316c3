import type { Command } from '../command.ts'
import { check } from './check.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { lexiconForms } from './lexicon-forms.ts'
import { run } from './run.ts'

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [run, check, explain, evaluate, lexiconForms]
