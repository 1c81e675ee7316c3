import { checkBases } from './bases.ts'
import type { Check } from './check.ts'
import { checkCounts } from './counts.ts'
import { checkFollowUpBases } from './follow-up-base.ts'
import { checkImpossiblePercents } from './impossible-percent.ts'
import { checkLabels } from './labels.ts'
import { checkMissingPercents } from './missing-percent.ts'
import { checkPercentSums } from './percent-sum.ts'
import { checkPercentages } from './percentages.ts'
import { checkRespondents } from './respondents.ts'
import { checkSameFractions } from './same-fraction.ts'
import { checkSkipLogic } from './skip-logic.ts'

/** All checks with what they look at, in the order of their findings. A new check is one file and one line here. */
export const checks: readonly { readonly about: string; readonly check: Check }[] = [
  { about: 'counts against the base', check: checkCounts },
  { about: 'percentages against their counts', check: checkPercentages },
  { about: 'percentages that no count gives', check: checkImpossiblePercents },
  { about: 'counts without a percentage', check: checkMissingPercents },
  { about: 'sums of percentages', check: checkPercentSums },
  { about: 'the same share printed in two ways', check: checkSameFractions },
  { about: 'answers to questions that were not asked', check: checkSkipLogic },
  { about: 'bases of follow-up questions', check: checkFollowUpBases },
  { about: 'bases of the other questions', check: checkBases },
  { about: 'groups against the list of respondents', check: checkRespondents },
  { about: 'labels of missing and unclear answers', check: checkLabels },
]
