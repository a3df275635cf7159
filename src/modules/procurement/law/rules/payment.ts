import type { Case } from '../case.ts'
import { lastDayOfPeriod } from '../periods.ts'
import { actRow, depends, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'
import { DAYS } from '../tables/periods.ts'
import { dayWords } from '../words.ts'

/** The section that implies the term; undefined where none does. */
const sectionOf = (it: Case): string | undefined => {
  if (it.isPublic) return it.isConcession || it.isSchool ? undefined : 's.68'
  return it.isRegulatedBelow ? 's.88' : undefined
}

const thirtyDays: Rule = {
  reach: 'act',
  row: actRow('payment.thirty-days', 'payment', 'Pay within 30 days', 's.68', {
    provision: 'Procurement Act 2023 s.68 and s.88',
  }),
  decide: (it): Outcome => {
    const section = sectionOf(it)
    const { invoiceReceivedOn, paymentDueOn, invoicePaidOn } = it.dates
    const start =
      invoiceReceivedOn === undefined
        ? undefined
        : paymentDueOn !== undefined && paymentDueOn > invoiceReceivedOn
          ? paymentDueOn
          : invoiceReceivedOn
    const by =
      section === undefined || start === undefined ? null : lastDayOfPeriod(start, DAYS.payInvoice, true)
    const value = {
      section: section ?? null,
      days: DAYS.payInvoice,
      countsFrom: 'the day the invoice is received, or the later day it falls due',
      countsStartDay: true,
      by,
    }
    if (section === undefined)
      return no(
        it.isMarketItself
          ? 'Nothing is paid under a dynamic market.'
          : 'The implied term leaves out concessions, schools, and below-threshold utilities contracts.',
        { value },
      )
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'pay-invoice',
              title: 'Last day to pay the invoice',
              means: 'by',
              date: by,
              given: invoicePaidOn,
            },
          ]
    return yes(
      `A valid and undisputed invoice is paid within 30 days, the day it is received (or the later day it falls due) being day 1${by === null ? '' : `: by ${dayWords(by)}`}. The term is implied and cannot be contracted out of, except to pay sooner; say without undue delay if an invoice is disputed or not valid.`,
      { value, steps },
    )
  },
}

const subContracts: Rule = {
  reach: 'act',
  row: actRow('payment.sub-contracts', 'payment', '30 days down the supply chain', 's.73', {
    provision: 'Procurement Act 2023 s.73 and s.88(8)',
  }),
  decide: (it) =>
    sectionOf(it) === undefined
      ? no('The implied term does not reach this contract or its sub-contracts.')
      : yes('The same 30 days are implied into every sub-contract that substantially performs the contract.'),
}

const electronic: Rule = {
  reach: 'act',
  row: actRow('payment.electronic-invoices', 'payment', 'Electronic invoices', 's.67'),
  decide: (it) =>
    it.isPublic && !it.isFramework
      ? yes(
          'An electronic invoice in the required form (BS EN 16931-1) that is not disputed must be accepted and processed.',
        )
      : no('The term is implied into public contracts under which invoices are sent.'),
}

const PREVIOUS = 'https://www.legislation.gov.uk/uksi/2024/716/regulation/5'
const previous: Rule = {
  reach: 'any',
  row: {
    ...actRow('payment.previous-law', 'payment', 'Payment under the earlier law', 's.68'),
    provision: 'Public Contracts Regulations 2015 reg. 113, saved by S.I. 2024/716 reg. 5(4)',
    source: PREVIOUS,
    confidence: 'likely',
    from: null,
  },
  decide: (it) =>
    it.regime === 'previous'
      ? it.isConcession || it.isUtilities
        ? depends(
            ['the 2016 Regulations'],
            'Payment under concessions and utilities contracts of the earlier law is not held here.',
            { confidence: 'unsure' },
          )
        : yes(
            'Undisputed invoices are paid within 30 days under regulation 113 of the 2015 Regulations, which still governs this contract.',
          )
      : no('The earlier law does not govern this contract.'),
}

export const paymentRules: readonly Rule[] = [thirtyDays, subContracts, electronic, previous]
