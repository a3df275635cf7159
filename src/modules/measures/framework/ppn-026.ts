import type { Framework, Measure, Outcome } from '../model.ts'
import { entry } from './open/entry.ts'
import { RUBRICS } from './rubrics.ts'

const CRITERION = {
  kind: 'qualitative',
  unit: 'score',
  doesNotCount:
    'The note prescribes no pounds and no list of metrics; what is promised becomes indicators of the contract.',
  howToCount:
    'A score of 0 to 5 for the method statement. The scale is ours; the official one was announced for autumn 2026.',
  evidence: ['the method statement with a dated plan'],
  rubric: 'method-statement',
  deadweight: 'The statement says what the bidder does anyway.',
  source: 'ppn-026',
  licence: 'OGL v3.0',
} as const

const criterion = (code: string, outcome: string, name: string, counts: string): Measure =>
  entry({ ...CRITERION, code, outcome, name, counts })

const OUTCOMES: readonly Outcome[] = [
  {
    code: 'ppn026-good-jobs',
    theme: 'ppn026',
    name: 'Good jobs',
    words: ['job', 'work', 'pay', 'wage', 'employ'],
  },
  {
    code: 'ppn026-skills',
    theme: 'ppn026',
    name: 'Skills',
    words: ['skill', 'train', 'apprentic', 'qualif', 'talent'],
  },
]

/** The outcomes and criteria of central government's model of August 2026, as a pattern a council may take or leave. */
export const PPN_026: Framework = {
  id: 'ppn-026',
  version: '2026-08-05',
  title: 'Central government social value model (PPN 026)',
  publishedOn: '2026-08-05',
  appliesFrom: '2027-01-01',
  licence: 'OGL v3.0',
  attribution: ['Contains public sector information licensed under the Open Government Licence v3.0.'],
  notice:
    'It does not bind councils: it is for central government procurements of £1 million or more (including VAT) that commence on or after 1 January 2027, with at least 10 % of the score, and at least 20 % and three social value indicators from £5 million. A council may use it as a template. Seen through copies; confirm it at the official page.',
  isOptionalTemplate: true,
  source: 'ppn-026',
  themes: [{ code: 'ppn026', name: 'Social value model of 2026' }],
  outcomes: OUTCOMES,
  measures: [
    criterion(
      'ppn026-high-quality-jobs',
      'ppn026-good-jobs',
      'High-quality jobs',
      'Jobs that the contract makes or keeps, and how good they are.',
    ),
    criterion(
      'ppn026-fair-conditions',
      'ppn026-good-jobs',
      'Fair working conditions',
      'Security, safety, voice and equal treatment of those who work on the contract.',
    ),
    criterion(
      'ppn026-fair-pay',
      'ppn026-good-jobs',
      'Fair pay',
      'What those who work on the contract are paid, subcontractors included.',
    ),
    criterion(
      'ppn026-training',
      'ppn026-skills',
      'Training and retraining',
      'What people learn through the contract, and who they are.',
    ),
    criterion(
      'ppn026-progression',
      'ppn026-skills',
      'In-work progression',
      'How those who work on the contract move up.',
    ),
    criterion(
      'ppn026-talent-pipeline',
      'ppn026-skills',
      'Talent pipeline',
      'Placements, apprenticeships and ties with schools that bring new people into the trade.',
    ),
  ],
  rubrics: RUBRICS,
  neverTogether: [],
}
