import type { Measure } from '../../model.ts'
import { entry, FACE_VALUE } from './entry.ts'

const PAID = {
  ...FACE_VALUE,
  unit: 'pound',
  deadweight: 'Not asked: pounds stand as paid. Show what was paid locally before the contract beside it.',
  caution: 'Where the money went, not what it changed. It is never added to social value.',
} as const

/** Money that stays in the place. */
export const LOCAL_ECONOMY: readonly Measure[] = [
  entry({
    ...PAID,
    code: 'local-spend',
    outcome: 'local-money',
    name: 'Paid to suppliers that work from the place',
    counts:
      'Payments made for the contract to firms whose site that does the work is in the place named in the tender.',
    doesNotCount: 'A registered office or a branch that only sends the invoice.',
    howToCount: 'Invoices paid, without VAT, matched by the postcode of the site.',
    evidence: ['a list of payments to suppliers and to their suppliers', 'the postcode of each site'],
    group: 'spend',
  }),
  entry({
    ...PAID,
    code: 'local-sme',
    outcome: 'local-small-firms',
    name: 'Paid to firms with fewer than 250 staff',
    counts: 'Payments made for the contract to small and medium firms, wherever in the chain.',
    doesNotCount: 'Firms that belong to a large group.',
    howToCount: 'Invoices paid, without VAT.',
    evidence: ['a list of payments', 'each firm declares its size'],
    group: 'spend',
    caution:
      'Overlaps with what is paid in the place and to the voluntary sector. It is never added to social value.',
  }),
  entry({
    ...PAID,
    code: 'local-vcse',
    outcome: 'local-small-firms',
    name: 'Paid to charities, social enterprises and co-operatives',
    counts: 'Payments made for the contract to bodies that put their surplus back into their purpose.',
    doesNotCount: 'Donations, which have their own measure.',
    howToCount:
      'Invoices paid, without VAT, to bodies found by charity, community interest or mutual number.',
    evidence: ['a list of payments', 'the registration number of each body'],
    group: 'spend',
  }),
  entry({
    ...PAID,
    code: 'local-deprived',
    outcome: 'local-money',
    name: 'Paid into the most deprived fifth of neighbourhoods',
    counts: 'Payments and wages that reach small areas in the most deprived fifth of the official index.',
    doesNotCount: 'Head offices that happen to stand in such an area.',
    howToCount:
      'Payments by the postcode where the work is done, wages by home postcode, matched to the index.',
    evidence: ['totals by neighbourhood; never single people'],
    group: 'spend',
  }),
  entry({
    ...PAID,
    code: 'local-payroll',
    outcome: 'local-money',
    name: 'Wages paid to people who live in the place',
    counts: 'Gross pay for work on the contract to people whose home is in the place.',
    doesNotCount: 'Pay for other work of the same people.',
    howToCount: 'Gross pay by postcode district of the home.',
    evidence: ['totals of the payroll by postcode district'],
    group: 'local-payroll',
    caution: 'Tells the same as the work done by residents. It is never added to social value.',
  }),
  entry({
    code: 'local-multiplier',
    outcome: 'local-money',
    name: 'How often a pound is spent in the place: three rounds',
    counts: 'The contract, what the supplier spends of it in the place, and what those it pays spend there.',
    doesNotCount: 'Later rounds, and money that leaves and comes back.',
    unit: 'multiplier',
    howToCount: 'First, second and third round added up, divided by the first: between 1 and 3.',
    evidence: ['a survey of suppliers and staff, with how many replied'],
    deadweight: 'Compare with the supplier that would have won otherwise.',
    suitsSmallSuppliers: false,
    minimumMonths: 12,
    caution: 'Never used to make other pounds bigger. Few replies in the third round make it uncertain.',
  }),
  entry({
    code: 'local-new-suppliers',
    outcome: 'local-small-firms',
    name: 'Firms of the place paid by the supplier for the first time',
    counts: 'Firms in the place that had no order from the supplier before the contract.',
    doesNotCount: 'New names of firms it knew.',
    unit: 'firm',
    howToCount: 'One for each firm that was paid.',
    evidence: ['the list of payments of this and the past two years'],
    deadweight: 'Say how many new local firms the supplier takes on in an ordinary year.',
  }),
]
