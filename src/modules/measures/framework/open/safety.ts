import type { Measure } from '../../model.ts'
import { entry, gmca, official, proxy, variant } from './entry.ts'

const RARELY_SMALL = { suitsSmallSuppliers: false, minimumMonths: 12, contractKinds: ['services'] } as const

const CRIME = {
  ...RARELY_SMALL,
  unit: 'crime',
  howToCount: 'Recorded crimes in the area before less after, less the change in a comparison area.',
  evidence: ['police-recorded crime of the area and of a comparison area'],
  deadweight: 'Use the change in the comparison area.',
  group: 'crime-victim',
} as const

const YOUTH = {
  ...RARELY_SMALL,
  group: 'youth',
} as const

const crime = (value: string) =>
  official('ho-crime-2019-20', 'economic', proxy(value, '2019/20'), 'check', 'medium')

/** Safer places, and a good start for young people. */
export const SAFETY: readonly Measure[] = [
  entry({
    ...CRIME,
    ...crime('7720'),
    code: 'saf-burglary',
    outcome: 'saf-less-crime',
    name: 'Burglaries of homes avoided',
    counts: 'Fewer burglaries where the contract was at work, against a comparison area.',
    doesNotCount: 'Attempts and other thefts.',
    caution:
      '1,030 for guarding against it, 5,510 for what it does, 1,180 for police and courts; distress is part of it.',
  }),
  entry({
    ...CRIME,
    ...crime('1970'),
    code: 'saf-damage',
    outcome: 'saf-less-crime',
    name: 'Criminal damage avoided',
    counts: 'Fewer cases of criminal damage where the contract was at work, against a comparison area.',
    doesNotCount: 'Litter and wear.',
    evidence: ['police-recorded crime, or the landlord\u2019s own record, with a comparison'],
    caution: '300 for guarding against it, 1,430 for what it does, 240 for police and courts.',
  }),
  entry({
    ...CRIME,
    ...crime('15720'),
    code: 'saf-violence',
    outcome: 'saf-less-crime',
    name: 'Violence with injury avoided',
    counts: 'Fewer cases of violence with injury where the contract was at work, against a comparison area.',
    doesNotCount: 'Violence in the home, which has its own measure.',
    variants: [variant('without-injury', 'without injury', '7150', '2019/20', 'economic')],
    caution: '280 for guarding against it, 13,390 for what it does, 2,050 for police and courts.',
  }),
  entry({
    ...RARELY_SMALL,
    ...gmca('CR2.0', '10738', '2008/09', 'economic', 'low'),
    code: 'saf-domestic',
    outcome: 'saf-less-crime',
    name: 'Incidents of domestic abuse avoided',
    counts: 'Fewer incidents among the people whom a specialist service supports through the contract.',
    doesNotCount: 'Training days and campaigns.',
    unit: 'incident',
    howToCount: 'Incidents in the year before less the year after.',
    evidence: ['the record of a specialist service, as totals'],
    deadweight: 'Use what the service knows of people it could not support.',
    group: 'crime-victim',
    variants: [
      variant('fiscal', 'cost of services', '2470', '2008/09', 'fiscal'),
      variant('economic', 'output lost', '1473', '2008/09', 'economic'),
      variant('human', 'human cost', '6795', '2008/09', 'economic'),
    ],
    caution:
      '2,470 of services, 1,473 of output and 6,795 of human cost. No other crime or housing value for the same incident (amber).',
  }),
  entry({
    ...YOUTH,
    ...gmca('CR4.0', '3152', '2008/09', 'fiscal', 'medium'),
    code: 'saf-youth-justice',
    outcome: 'saf-young-people',
    name: 'Children kept from a first caution or conviction',
    counts: 'Children at risk who have no caution or conviction in the year after.',
    doesNotCount: 'Children who were not at risk by the youth justice service\u2019s own test.',
    unit: 'child',
    howToCount: 'One for each child, first year only.',
    evidence: ['the youth justice service confirms totals'],
    deadweight: 'Use the share of similar children who stay out of it anyway.',
  }),
  entry({
    ...YOUTH,
    ...gmca('E&S2.0', '9219', '2005/06', 'fiscal', 'low'),
    code: 'saf-exclusion',
    outcome: 'saf-young-people',
    name: 'Permanent exclusions from school avoided',
    counts: 'Pupils on the way to exclusion who are still in school a year later.',
    doesNotCount: 'Suspensions.',
    unit: 'pupil-year',
    howToCount: 'One for each pupil and school year.',
    evidence: ['the school\u2019s record, as totals'],
    deadweight: 'Ask the school how many it would have kept anyway.',
    variants: [variant('economic', 'earnings', '529', '2005/06', 'economic')],
    caution: 'An old figure (2007).',
  }),
  entry({
    ...YOUTH,
    ...gmca('E&S1.0', '803', '2005/06', 'fiscal', 'low', '1509'),
    code: 'saf-truancy',
    outcome: 'saf-young-people',
    name: 'Persistent absence from school ended',
    counts: 'Pupils persistently absent in one school year and no longer in the next.',
    doesNotCount: 'Absence through illness.',
    unit: 'pupil-year',
    howToCount: 'One for each pupil and school year.',
    evidence: ['the school\u2019s record, as totals'],
    deadweight: 'Use the share that comes back by itself in the same school.',
    variants: [variant('economic', 'earnings', '842', '2005/06', 'economic')],
    caution:
      'The part its publisher\u2019s model uses (justice 424, health 52, social services 328, rounded); the high end adds alternative schooling. An old figure.',
  }),
  entry({
    ...YOUTH,
    ...gmca('SS1.0', '51080', '2013/14', 'fiscal', 'low'),
    code: 'saf-care',
    outcome: 'saf-young-people',
    name: 'Children who safely stay out of care',
    counts:
      'Children on the edge of care whom children\u2019s services judge safe at home because of the contract.',
    doesNotCount: 'Any child without that judgement in writing.',
    unit: 'child-year',
    howToCount: 'One for each child and year.',
    evidence: ['children\u2019s services confirm, as totals'],
    deadweight: 'Ask children\u2019s services how many similar children stay at home anyway.',
    variants: [variant('gm-average', 'mean of Greater Manchester', '43053', '2013/14', 'fiscal')],
    caution:
      'Large, and rarely the work of one contract: leave it out unless children\u2019s services verify it.',
  }),
  entry({
    code: 'saf-youth-hours',
    outcome: 'saf-young-people',
    name: 'Hours of things to do for young people',
    counts: 'Hours that young people spend in activities they chose, paid for by the contract.',
    doesNotCount: 'School hours and events to advertise the supplier.',
    unit: 'youth-hour',
    howToCount: 'Hours of each activity, times the young people present.',
    evidence: ['a count of those present, no names'],
    deadweight: 'Take away activities that ran before.',
  }),
]
