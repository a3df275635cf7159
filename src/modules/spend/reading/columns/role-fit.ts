import { type ColumnFacts, share } from './column-facts.ts'
import type { HeaderRole } from './header-rules.ts'

/** Roles that a column without a single filled cell cannot take. */
const NEEDS_CONTENT: ReadonlySet<HeaderRole> = new Set([
  'payee',
  'date',
  'amount',
  'debit',
  'credit',
  'year',
  'month',
  'sign',
  'expenseType',
])
const EMPTY_COLUMN = 0.25

/** How well the content of a column bears out what its header says: 0 (it does not) to 1. */
export const fitOf = (role: HeaderRole, facts: ColumnFacts): number => {
  if (facts.filled === 0) return NEEDS_CONTENT.has(role) ? 0 : EMPTY_COLUMN
  const test = FITS[role]
  return test === undefined ? 1 : test(facts)
}

const fullest = (facts: ColumnFacts): number => (facts.filled < facts.rows * 0.05 ? 0.4 : 1)
const isText = (facts: ColumnFacts): boolean => share(facts, 'texts') >= 0.5

const moneyFit = (facts: ColumnFacts): number => {
  if (share(facts, 'days') > 0.4 || share(facts, 'amounts') < 0.3) return 0
  return fullest(facts)
}

const codeFit = (facts: ColumnFacts): number => (share(facts, 'severalWords') > 0.5 ? 0.3 : 1)
const labelFit = (facts: ColumnFacts): number =>
  share(facts, 'addresses') > 0.5 ? 0 : share(facts, 'days') > 0.5 ? 0 : isText(facts) ? 1 : 0.4

const FITS: Partial<Record<HeaderRole, (facts: ColumnFacts) => number>> = {
  date: (facts) => {
    const dated = share(facts, 'days', 'periods', 'digitDates')
    if (dated < 0.5) return 0
    const days = share(facts, 'days') >= 0.5 ? 1 : share(facts, 'digitDates') >= 0.5 ? 0.9 : 0.75
    return days * (facts.filled < facts.rows * 0.5 ? 0.5 : 1)
  },
  year: (facts) => (share(facts, 'digitDates', 'periods', 'integers') >= 0.7 ? 1 : 0),
  month: (facts) => {
    if (share(facts, 'periods') >= 0.6) return 1
    return share(facts, 'integers') >= 0.6 && facts.longest <= 3 && facts.distinct <= 16 ? 1 : 0
  },
  amount: moneyFit,
  debit: moneyFit,
  credit: moneyFit,
  vat: (facts) => (share(facts, 'amounts') >= 0.5 ? 1 : 0.2),
  payee: (facts) => {
    if (share(facts, 'addresses') > 0.3 || share(facts, 'days', 'periods') > 0.5) return 0
    return share(facts, 'texts') >= 0.4 ? 1 : share(facts, 'integers', 'amounts') > 0.6 ? 0 : 0.6
  },
  supplierId: (facts) =>
    share(facts, 'texts') > 0.6 && share(facts, 'severalWords', 'companyWords') > 0.3 ? 0 : codeFit(facts),
  companyNumber: (facts) =>
    share(facts, 'companyNumbers') >= 0.4 ? 1 : share(facts, 'texts') > 0.7 ? 0.2 : 0.6,
  charityNumber: (facts) => (isText(facts) ? 0.4 : 1),
  postcode: (facts) => (share(facts, 'postcodes') >= 0.4 ? 1 : 0.3),
  body: (facts) => {
    if (share(facts, 'addresses') > 0.3 || !isText(facts)) return 0.2
    return facts.rows > 30 && facts.distinct > facts.filled * 0.5 ? 0.3 : 1
  },
  bodyCode: (facts) => (share(facts, 'addresses') > 0.5 || share(facts, 'texts') < 0.5 ? 1 : 0.3),
  department: labelFit,
  service: labelFit,
  category: (facts) => (share(facts, 'expenseTypes') > 0.8 ? 0 : isText(facts) ? 1 : 0.3),
  categoryCode: codeFit,
  description: (facts) => (share(facts, 'amounts', 'days') > 0.8 ? 0.2 : 1),
  reference: (facts) => {
    if (share(facts, 'days') > 0.5 || share(facts, 'decimals') > 0.5) return 0
    return facts.filled > 20 && facts.distinct <= 3 ? 0.2 : codeFit(facts)
  },
  invoiceNumber: (facts) => {
    if (share(facts, 'days') > 0.5 || share(facts, 'decimals') > 0.5) return 0
    return share(facts, 'integers') > 0.9 && facts.longest <= 2 ? 0.2 : 1
  },
  expenseType: (facts) => (share(facts, 'expenseTypes') >= 0.7 ? 1 : 0),
  sign: (facts) => (share(facts, 'signs') >= 0.8 && facts.distinct >= 2 ? 1 : 0),
  currency: (facts) => (share(facts, 'currencies') >= 0.6 ? 1 : 0.3),
}
