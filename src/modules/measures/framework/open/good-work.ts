import type { Measure } from '../../model.ts'
import { entry, gmca, variant, WITH_PEOPLE } from './entry.ts'

const IN_WORK = {
  unit: 'person-year',
  howToCount: 'Paid weeks divided by 52, times weekly hours over full-time hours, added up over the people.',
  evidence: [
    'pay records that show the first day and the weekly hours',
    'the employer keeps the check of eligibility; it is shown on a visit and never uploaded',
    'a manager confirms each quarter that the person still works on the contract',
  ],
  deadweight:
    'Say how many of these people would have found work within the year without the contract, and how you know.',
  group: 'person-into-work',
  minimumMonths: 6,
  contractKinds: WITH_PEOPLE,
} as const

const COUNTED_ONLY = {
  ...IN_WORK,
  doesNotCount:
    'Nobody is priced here: the person counts in pounds once, under the measure for being out of work.',
} as const

/** Work for people who are far from it. */
export const GOOD_WORK: readonly Measure[] = [
  entry({
    ...IN_WORK,
    ...gmca('E&E1.0', '14610', '2012/13', 'economic', 'medium'),
    code: 'job-unemployed',
    outcome: 'jobs-far-from-work',
    name: 'Jobseekers hired to work on the contract',
    counts:
      'Time in paid work of people who claimed out-of-work support as jobseekers on the day before they were hired.',
    doesNotCount:
      'People who moved from another job, and posts that the law or the specification asks for anyway.',
    variants: [
      variant('earnings-only', 'earnings only', '14044', '2012/13', 'economic'),
      variant(
        'exchequer',
        'saved by the Exchequer, 9,234 of it benefits no longer paid',
        '9800',
        '2012/13',
        'fiscal',
        true,
      ),
    ],
    caution:
      'Earnings of 14,044 and 566 saved by the NHS. The Exchequer figure is nearly all benefits, which are a transfer: it is never added.',
  }),
  entry({
    ...IN_WORK,
    ...gmca('E&E2.0', '13700', '2012/13', 'economic', 'medium'),
    code: 'job-disabled-health',
    outcome: 'jobs-far-from-work',
    name: 'People out of work because of health or disability hired to work on the contract',
    counts:
      'Time in paid work of people who received a health-related out-of-work benefit before they were hired.',
    doesNotCount: 'Staff already employed who become ill or disabled; keeping them is reported as fair work.',
    variants: [
      variant(
        'exchequer',
        'saved by the Exchequer, mostly benefits no longer paid',
        '8632',
        '2012/13',
        'fiscal',
        true,
      ),
    ],
    caution:
      'Earnings of 12,568 and 1,132 saved by the NHS. The benefit it was measured on has since been replaced by Universal Credit.',
  }),
  entry({
    ...IN_WORK,
    ...gmca('E&E3.0', '9267', '2012/13', 'economic', 'medium'),
    code: 'job-parent',
    outcome: 'jobs-far-from-work',
    name: 'Lone parents and carers on a low-income benefit hired to work on the contract',
    counts:
      'Time in paid work of lone parents and carers who received an income-related benefit before they were hired.',
    doesNotCount: 'People who were already in paid work of 16 hours a week or more.',
    variants: [
      variant(
        'exchequer',
        'saved by the Exchequer, mostly benefits no longer paid',
        '7570',
        '2012/13',
        'fiscal',
        true,
      ),
    ],
    caution: 'Earnings of 8,701 and 566 saved by the NHS.',
  }),
  entry({
    ...IN_WORK,
    ...gmca('E&E10.0', '8998', '2010/11', 'economic', 'low'),
    code: 'job-neet-18-24',
    outcome: 'jobs-young-people',
    name: 'People of 18 to 24 outside work and learning who start and stay',
    counts: 'Time in a job or course of people aged 18 to 24 who were in neither on the day before.',
    doesNotCount: 'Starts that end within four weeks, and students between two terms.',
    variants: [variant('exchequer', 'saved by the Exchequer', '4257', '2010/11', 'fiscal', true)],
    caution: 'Earnings lost while outside work and learning; its publisher trusts it in part (amber).',
  }),
  entry({
    ...IN_WORK,
    ...gmca('E&E10.1', '4576', '2010/11', 'economic', 'low'),
    code: 'job-neet-16-17',
    outcome: 'jobs-young-people',
    name: 'People of 16 and 17 outside work and learning who start and stay',
    counts:
      'Time in a job with training, a traineeship or a course of people aged 16 or 17 who were in none before.',
    doesNotCount: 'Young people who had a place for the coming term, and starts that end within four weeks.',
    variants: [variant('exchequer', 'saved by the Exchequer', '536', '2010/11', 'fiscal', true)],
    caution: 'Its publisher trusts it in part (amber).',
  }),
  entry({
    ...COUNTED_ONLY,
    code: 'job-prison-leaver',
    outcome: 'jobs-far-from-work',
    name: 'People who left prison in the past two years hired to work on the contract',
    counts:
      'Time in paid work of people who served a custodial sentence that ended less than two years before.',
    valuedThrough: 'job-unemployed',
    caution: 'Crime avoided would need its own evidence of fewer offences; the head count stands on its own.',
  }),
  entry({
    ...COUNTED_ONLY,
    code: 'job-care-leaver',
    outcome: 'jobs-young-people',
    name: 'Care leavers under 26 hired to work on the contract',
    counts: 'Time in paid work of people under 26 who were looked after by a council.',
    doesNotCount:
      'Nobody is priced here: the person counts in pounds once, as a young person or as a jobseeker, whichever fits.',
    valuedThrough: 'job-neet-18-24',
  }),
  entry({
    ...COUNTED_ONLY,
    code: 'job-veteran',
    outcome: 'jobs-far-from-work',
    name: 'People who left the armed forces in the past five years hired to work on the contract',
    counts: 'Time in paid work of people who served and left less than five years before.',
    doesNotCount: 'Nobody is priced here; those who were also out of work count in pounds as jobseekers.',
  }),
  entry({
    ...IN_WORK,
    code: 'job-local-fte',
    outcome: 'jobs-residents',
    name: 'Work on the contract done by people who live in the place',
    counts: 'Hours paid on the contract to people whose home is in the place named in the tender.',
    doesNotCount:
      'Work for other customers at a local site, and residents employed elsewhere by the supplier.',
    howToCount:
      'Paid hours of residents divided by full-time weekly hours times 52. Give the share of all hours as well.',
    evidence: [
      'the supplier matches home postcodes of its payroll to the place and gives totals',
      'the buyer checks a sample on a visit',
    ],
    deadweight:
      'A job that moves from one resident to another changes nothing for the place: say what is new.',
    group: 'local-payroll',
    minimumMonths: 0,
    caution:
      'It has no price: a job filled by a resident is mostly displacement. The share of the workforce is what tells.',
  }),
  entry({
    ...COUNTED_ONLY,
    code: 'job-sustained-26w',
    outcome: 'jobs-far-from-work',
    name: 'Hired people still in work after 26 weeks',
    counts: 'Of those hired under the measures above, the share still employed 26 weeks later.',
    doesNotCount: 'People who left for a better job may be shown beside it with a note.',
    unit: 'percent',
    howToCount:
      'People employed in week 26, divided by all who started at least 26 weeks before, in per cent.',
    evidence: ['pay records of week 26'],
    group: null,
    minimumMonths: 12,
    caution: 'Best used as the gate: pounds count once the person has stayed.',
  }),
]
