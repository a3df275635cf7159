import type { Case } from '../case.ts'
import { halfYearEndOf, lastDayOfPeriod, quarterEndOf } from '../periods.ts'
import { actRow, depends, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'
import { PAYMENT_FROM, PERFORMANCE_FROM, startedIn2026 } from '../tables/commencement.ts'
import { DAYS } from '../tables/periods.ts'
import { TRIGGERS, triggers } from '../tables/thresholds.ts'
import { poundWords } from '../words.ts'

/** Payments under these are not counted by sections 68 to 70. */
const paymentBar = (it: Case): string | undefined => {
  if (it.isConcession) return 'Concession contracts are left out.'
  if (it.isSchool) return 'Contracts awarded by schools are left out.'
  return it.isFramework
    ? 'Nothing is paid under the framework itself; payments fall under its call-offs.'
    : undefined
}

const uk8: Rule = {
  reach: 'act',
  row: actRow('notice.UK8', 'notices', 'Contract payment notice (UK8)', 's.70', { from: PAYMENT_FROM }),
  decide: (it): Outcome => {
    const { payment } = it.facts
    const base = {
      code: 'UK8',
      triggerPence: TRIGGERS.payment.pence,
      comparator: '>',
      includesVat: true,
      days: DAYS.payments,
      countsFrom: 'the last day of the quarter',
      countsStartDay: true,
      latest: ['04-29', '07-29', '10-29', '01-29'],
    }
    const bar = it.isPublic ? paymentBar(it) : 'The contract is not a public contract.'
    if (bar !== undefined) return no(bar, { value: { ...base, isMandatory: false, by: null } })
    const isLarge =
      payment?.amountPence === undefined ? null : triggers(payment.amountPence, TRIGGERS.payment)
    const by =
      payment?.madeOn === undefined || isLarge === false
        ? null
        : lastDayOfPeriod(quarterEndOf(payment.madeOn), DAYS.payments, true)
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'payment-notice',
              title: 'Contract payment notice (UK8)',
              means: 'by',
              date: by,
              given: payment?.publishedOn,
            },
          ]
    const about =
      payment?.amountPence === undefined
        ? ''
        : ` The payment of ${poundWords(payment.amountPence)} is ${isLarge === true ? 'caught' : 'not caught'}.`
    return yes(
      `Each single payment of more than £30,000 with VAT is published within 30 days that begin with the last day of the quarter: by 29 April, 29 July, 29 October and 29 January. Smaller payments are not added up.${about}`,
      {
        value: { ...base, isMandatory: true, isPaymentCaught: isLarge, by },
        steps,
      },
    )
  },
}

const uk17: Rule = {
  reach: 'act',
  row: actRow('notice.UK17', 'notices', 'Payments compliance notice (UK17)', 's.69', startedIn2026),
  decide: (it): Outcome => {
    const base = {
      code: 'UK17',
      isAuthorityWide: true,
      days: DAYS.payments,
      countsFrom: 'the last day of the half-year',
      countsStartDay: true,
      latest: ['04-29', '10-29'],
      firstPeriod: '2026-01-01/2026-03-31',
    }
    const bar = it.isPublic ? paymentBar(it) : 'Only payments under public contracts count.'
    if (bar !== undefined) return no(bar, { value: { ...base, isCounted: false, by: null } })
    const day = it.facts.payment?.madeOn
    const by =
      day === undefined || day < PERFORMANCE_FROM
        ? null
        : lastDayOfPeriod(halfYearEndOf(day), DAYS.payments, true)
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'payments-compliance-notice',
              title: 'Payments compliance notice (UK17)',
              means: 'by',
              date: by,
            },
          ]
    return yes(
      'Payments under this contract count in the authority’s half-yearly notice on how fast it pays, due within 30 days that begin with the last day of the period: by 29 April and 29 October. The finance director or an equal approves it.',
      { value: { ...base, isCounted: true, by }, steps },
    )
  },
}

const firstPeriod: Rule = {
  reach: 'act',
  row: actRow(
    'notice.UK17.first-period',
    'notices',
    'First period of the payments compliance notice',
    's.69(3)',
    { ...startedIn2026, confidence: 'likely' },
  ),
  decide: (it) =>
    it.facts.payment?.madeOn !== undefined && it.facts.payment.madeOn <= '2026-03-31'
      ? depends(
          ['the reading of s.69(3)'],
          'The Act begins the first period on 1 January 2026; one buyer’s note tells of guidance that began it on 1 October 2025. The Act is followed here.',
          { confidence: 'likely' },
        )
      : no(
          'The first period, 1 January to 31 March 2026, is past for this contract or no payment in it was given.',
        ),
}

export const paymentNotices: readonly Rule[] = [uk8, uk17, firstPeriod]
