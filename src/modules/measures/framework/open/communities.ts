import type { Measure } from '../../model.ts'
import { entry, FACE_VALUE, HOUR_OF_TIME, official, proxy, variant } from './entry.ts'

const GIVEN = {
  ...FACE_VALUE,
  unit: 'pound',
  deadweight: 'Take away what the supplier gives every year anyway; only what comes on top counts.',
  group: 'donation',
  isTransfer: true,
} as const

/** Neighbourhoods that do things for themselves. */
export const COMMUNITIES: readonly Measure[] = [
  entry({
    ...HOUR_OF_TIME,
    code: 'com-volunteer',
    outcome: 'com-time-and-gifts',
    name: 'Hours volunteered by staff in paid time',
    counts: 'Hours that staff are paid for and spend with a named local group on what the group asked for.',
    doesNotCount:
      'Own time of staff, team days for the firm\u2019s own sake, hours in schools counted elsewhere.',
    unit: 'hour',
    howToCount: 'Hours present, times the people. Travel is left out.',
    evidence: ['the group confirms date, hours and what was done'],
    deadweight: 'Take away the volunteering days that every employee has anyway.',
    group: 'staff-time',
    variants: [
      variant('ons-2012', 'UK volunteering, replacement cost 2012/13', '11.27', '2012/13', 'economic'),
    ],
    caution: 'What it would cost to pay somebody for the time; not what the time achieves.',
  }),
  entry({
    ...official(
      'ons-ashe-2025',
      'economic',
      proxy('26.11', '2025/26', { low: '17.96', isYearlyRate: true }),
      'check',
      'medium',
    ),
    code: 'com-expert',
    outcome: 'com-time-and-gifts',
    name: 'Hours of professional advice given to charities and social enterprises',
    counts:
      'Hours of advice in the giver\u2019s own profession (law, finance, design, IT, personnel) that the body asked for.',
    doesNotCount: 'Advice that wins the supplier business, and hours of general help.',
    unit: 'hour',
    howToCount: 'Hours given, times the people.',
    evidence: ['the body confirms the hours and the profession of the giver'],
    deadweight: 'Take away free advice that the firm gives as a rule.',
    group: 'staff-time',
    caution:
      'Median pay in professional occupations. What a firm charges its clients is a price, not what the time costs to replace.',
  }),
  entry({
    ...GIVEN,
    code: 'com-donation',
    outcome: 'com-time-and-gifts',
    name: 'Money given to local groups',
    counts: 'Money given because of the contract, on top of the supplier\u2019s ordinary giving.',
    doesNotCount: 'Sponsorship in return for advertising, and money collected from staff or customers.',
    howToCount: 'Pounds received by the group.',
    evidence: ['a receipt of the group'],
    caution: 'A gift moves money and is shown beside social value.',
  }),
  entry({
    ...GIVEN,
    code: 'com-inkind',
    outcome: 'com-time-and-gifts',
    name: 'Goods and rooms given to local groups',
    counts: 'Goods, equipment or rooms that a group asked for and received.',
    doesNotCount: 'Things that would have cost the supplier money to throw away.',
    howToCount: 'The price of the same thing in the same condition: used goods at the used price.',
    evidence: ['something that shows the price', 'a receipt of the group'],
  }),
  entry({
    code: 'com-codesign',
    outcome: 'com-residents-decide',
    name: 'Residents who helped to shape or check the service',
    counts:
      'People who use the service or live near it and took part in deciding or checking something about it.',
    doesNotCount: 'People who were only informed or filled in a survey.',
    unit: 'person',
    howToCount: 'One for each person, however often they came. Say what changed because of them.',
    evidence: ['a record of each session: number of people, what was decided'],
    deadweight: 'Take away consultation that the contract or the law asks for.',
  }),
  entry({
    ...official(
      'hmt-wellbeing-2021',
      'wellbeing',
      proxy('13000', '2019', { low: '10000', high: '16000', entry: 'WELLBY' }),
      'ready',
      'high',
    ),
    code: 'com-lifesat',
    outcome: 'com-better-lives',
    name: 'Gain in life satisfaction',
    counts:
      'Points gained on the national 0 to 10 question, between before and after, against people who had no part in it.',
    doesNotCount: 'A single survey at the end, other questions, and gains without a comparison.',
    unit: 'life-satisfaction-year',
    howToCount: 'Mean gain in points, times the people, times the years it lasts.',
    evidence: [
      'the survey at the start and at the end',
      'how many were asked and how many replied',
      'the comparison',
    ],
    deadweight:
      'Take away the change seen in the comparison; without one, say why it would have been nothing.',
    group: 'wellbeing',
    minimumMonths: 12,
    suitsSmallSuppliers: false,
    caution: 'Needs a change that was measured, a comparison and a length of time.',
  }),
  entry({
    ...official('dcms-loneliness-2020', 'wellbeing', proxy('9537', '2019', { high: '9900' }), 'check', 'low'),
    code: 'com-lonely',
    outcome: 'com-better-lives',
    name: 'People who are lonely less often',
    counts:
      'People who answered often or always at the start and less often at the end, to the national question.',
    doesNotCount: 'People who answered sometimes at the start.',
    unit: 'person-year',
    howToCount: 'People whose answer changed, times the years it is known to last.',
    evidence: ['answers to the national loneliness question before and after'],
    deadweight: 'Say how many answers change by themselves; many people\u2019s loneliness passes.',
    group: 'wellbeing',
    minimumMonths: 6,
    caution:
      'Not added to life satisfaction of the same people. The price year is about 2019 and has to be confirmed.',
  }),
]
