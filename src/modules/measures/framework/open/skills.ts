import type { Measure } from '../../model.ts'
import { entry, gmca, HOUR_OF_TIME, variant, WITH_PEOPLE } from './entry.ts'

const APPRENTICESHIP = {
  unit: 'completion',
  howToCount: 'One for each person who passes. Weeks on the way are reported as progress and carry no value.',
  evidence: [
    'the certificate or the result of the final assessment',
    'the apprenticeship agreement that names the contract',
  ],
  deadweight:
    'Say how many apprentices the supplier would have trained anyway, from its numbers of the past three years.',
  group: 'apprenticeship',
  minimumMonths: 12,
  contractKinds: WITH_PEOPLE,
} as const

const QUALIFICATION = {
  unit: 'qualification',
  howToCount: 'One for each person and qualification gained while they work on the contract.',
  evidence: ['the certificate'],
  deadweight:
    'Take away what the supplier trains its staff in anyway, and what the law demands of the trade.',
  group: 'qualification',
  minimumMonths: 6,
  contractKinds: WITH_PEOPLE,
} as const

const GIVEN_TIME = {
  ...HOUR_OF_TIME,
  unit: 'hour',
  howToCount: 'Hours of staff present, times the staff. Travel and preparation are left out.',
  deadweight: 'Take away sessions the supplier runs every year for its own recruiting.',
  group: 'staff-time',
  caution: 'What the time costs, not what it does for the young people or jobseekers.',
} as const

/** Skills, and ways into work. */
export const SKILLS: readonly Measure[] = [
  entry({
    ...APPRENTICESHIP,
    ...gmca('E&S8.0', '1208', '2010/11', 'economic', 'medium'),
    code: 'skill-app-l2',
    outcome: 'skills-qualified',
    name: 'Apprenticeships at level 2 completed',
    counts: 'Apprenticeships begun because of the contract and completed at level 2.',
    doesNotCount: 'Starts, and apprentices who were on the payroll before the contract.',
    variants: [variant('exchequer', 'higher taxes on higher pay', '787.1', '2010/11', 'fiscal', true)],
    caution:
      'Earnings gained in one year of working life. Count no more years than the contract has, unless a lifetime value is what you mean and say.',
  }),
  entry({
    ...APPRENTICESHIP,
    ...gmca('E&S12.0', '1924.75', '2010/11', 'economic', 'medium'),
    code: 'skill-app-l3',
    outcome: 'skills-qualified',
    name: 'Apprenticeships at level 3 completed',
    counts: 'Apprenticeships begun because of the contract and completed at level 3.',
    doesNotCount: 'Starts, and apprentices who were on the payroll before the contract.',
    variants: [variant('exchequer', 'higher taxes on higher pay', '1390.8', '2010/11', 'fiscal', true)],
    caution: 'Earnings gained in one year of working life; count no more years than the contract has.',
  }),
  entry({
    ...APPRENTICESHIP,
    code: 'skill-app-l4',
    outcome: 'skills-qualified',
    name: 'Apprenticeships at level 4 or above completed',
    counts: 'Apprenticeships begun because of the contract and completed at level 4 or higher.',
    doesNotCount: 'Degrees and courses that staff take outside an apprenticeship.',
    minimumMonths: 24,
    caution: 'The published figure for this level rests on university degrees, so it is not carried over.',
  }),
  entry({
    ...QUALIFICATION,
    ...gmca('E&S5.0', '443', '2010/11', 'economic', 'medium'),
    code: 'skill-qual-l2',
    outcome: 'skills-qualified',
    name: 'Vocational qualifications at level 2 gained by the workforce',
    counts: 'Qualifications at level 2 that people working on the contract gain during it.',
    doesNotCount:
      'Qualifications that are part of an apprenticeship counted above, and short courses without an award.',
    variants: [
      variant('btec', 'BTEC type', '878', '2010/11', 'economic'),
      variant('exchequer', 'higher taxes on higher pay', '82.7', '2010/11', 'fiscal', true),
    ],
  }),
  entry({
    ...QUALIFICATION,
    ...gmca('E&S9.0', '921', '2010/11', 'economic', 'medium'),
    code: 'skill-qual-l3',
    outcome: 'skills-qualified',
    name: 'Vocational qualifications at level 3 gained by the workforce',
    counts: 'Qualifications at level 3 that people working on the contract gain during it.',
    doesNotCount:
      'Qualifications that are part of an apprenticeship counted above, and short courses without an award.',
    variants: [variant('exchequer', 'higher taxes on higher pay', '512.85', '2010/11', 'fiscal', true)],
  }),
  entry({
    code: 'skill-placement',
    outcome: 'skills-first-steps',
    name: 'Weeks of work placement with a plan and feedback',
    counts: 'Full weeks of placement with a written plan, a named supervisor and feedback both ways.',
    doesNotCount: 'Unpaid placements beyond four weeks, and visits of a day.',
    unit: 'placement-week',
    howToCount: 'One for each person and full week. Say which weeks were paid.',
    evidence: ['the plan of the placement', 'feedback of host and participant'],
    deadweight: 'Take away placements the supplier offers every year.',
  }),
  entry({
    code: 'skill-tlevel',
    outcome: 'skills-first-steps',
    name: 'T Level industry placements completed',
    counts: 'Placements that the college signs off as completed.',
    doesNotCount: 'Placements broken off, and general work experience.',
    unit: 'placement',
    howToCount: 'One for each student.',
    evidence: ['the college confirms completion'],
    deadweight: 'Take away placements agreed before the contract.',
    minimumMonths: 6,
  }),
  entry({
    ...GIVEN_TIME,
    code: 'skill-school-hours',
    outcome: 'skills-know-careers',
    name: 'Hours with schools and colleges',
    counts: 'Hours that staff spend with pupils and students on careers or lessons, agreed with the school.',
    doesNotCount: 'Stands at fairs to recruit for the supplier, and hours volunteered under another measure.',
    evidence: ['the visitor book of the school, or a teacher confirms'],
  }),
  entry({
    ...GIVEN_TIME,
    code: 'skill-mentoring',
    outcome: 'skills-first-steps',
    name: 'Hours of one-to-one help for people who look for work',
    counts:
      'Hours of mentoring, help with a CV or practice for an interview, for people who are not the supplier\u2019s staff.',
    doesNotCount: 'Induction and supervision of its own staff.',
    evidence: ['a list of sessions with date and length, without names'],
  }),
  entry({
    code: 'skill-digital',
    outcome: 'skills-first-steps',
    name: 'People who complete basic digital or language training',
    counts: 'People who finish a course paid for by the contract.',
    doesNotCount: 'People who only enrol, and training of the supplier\u2019s staff that their work needs.',
    unit: 'person',
    howToCount: 'One for each person who finishes.',
    evidence: ['the record of attendance and completion'],
    deadweight: 'Say which courses nearby are free already.',
  }),
]
