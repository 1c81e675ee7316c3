import type { Finding } from '../../src/model/finding.ts'
import type { Study } from '../../src/model/study.ts'
import { addEvidence } from '../../src/report/add-evidence.ts'
import { createEvidence } from '../../src/report/evidence.ts'
import { type Report, report } from '../../src/stages/report.ts'
import { tabulate } from '../../src/stages/tabulate.ts'
import { addToTally } from '../../src/tables/add-to-tally.ts'
import type { Layers } from '../../src/tables/layers.ts'
import { createTally } from '../../src/tables/tally.ts'
import { answer, coding, label, littleStudy } from '../tables/little-study.ts'
import { unReport } from './policies.ts'

/** The report of some layers. */
export const reportOf = (
  layers: Layers,
  {
    study = littleStudy(),
    findings = [],
    cap = 200,
  }: { study?: Study; findings?: readonly Finding[]; cap?: number } = {},
): Report => {
  const tally = addToTally(createTally(study), layers)
  const evidence = addEvidence(createEvidence({ cap }), layers)
  return report({
    study,
    tally,
    evidence,
    tables: tabulate(study, tally),
    findings,
    bands: unReport,
    decisions: [{ by: 'reviewer-1', act: 'accept', count: 2 }],
    versions: [{ name: 'Lexicon little/needs', version: '2' }],
  })
}

/** Two respondents, two questions, codings of every kind. */
export const littleLayers = (): Layers => {
  const law = [answer('A', 'law', 'Yes, since 2010.'), answer('B', 'law', '', 'south_east')]
  const needs = [
    answer('A', 'needs', 'We lack training for police officers.'),
    answer('B', 'needs', 'Money.', 'south_east'),
  ]
  const training = coding(needs[0]!, 'need.training', ['training'])
  const lack = { class: 'lacking' as const, start: 3, end: 7, quote: 'lack' }
  return {
    answers: [...law, ...needs],
    labels: [
      label(law[0]!, 'yes'),
      label(law[1]!, 'not_applicable', { kind: 'blank', status: 'ask', reason: 'Nothing was written.' }),
    ],
    codings: [
      { ...training, spans: training.spans.map((span) => ({ ...span, context: [lack] })) },
      coding(needs[0]!, 'body.police', ['police'], 'accepted'),
      { ...coding(needs[1]!, 'need.money', ['Money'], 'added'), note: 'Clear enough.' },
      coding(needs[1]!, 'need.training', ['Money'], 'rejected'),
    ],
  }
}
