import { describe, expect, test } from 'vitest'
import { aPurchase, onDays } from './builders.ts'
import { checkFacts } from './check-facts.ts'
import { explainLaw } from './engine.ts'
import type { Facts } from './facts.ts'

const asked = (more: Partial<Facts>): string[] =>
  checkFacts(aPurchase(more)).map((question) => question.field)

describe('bad facts get a question', () => {
  test.each<[string, Partial<Facts>, string[]]>([
    ['no commencement', { procurementCommencedOn: undefined }, ['procurementCommencedOn']],
    ['no kind', { subject: undefined }, ['contractType']],
    ['no value', { amounts: undefined }, ['estimatedValue']],
    ['no VAT answer', { amounts: { estimatedPence: 100 } }, ['vatIncluded']],
    ['no VAT rate', { amounts: { estimatedPence: 100, isVatIncluded: false } }, ['vatRate']],
    [
      'a VAT rate below nothing',
      { amounts: { estimatedPence: 100, isVatIncluded: false, vatRateBasisPoints: -1 } },
      ['vatRate'],
    ],
    [
      'a VAT rate over 100 %',
      { amounts: { estimatedPence: 100, isVatIncluded: false, vatRateBasisPoints: 10_001 } },
      ['vatRate'],
    ],
    ['a negative value', { amounts: { estimatedPence: -1, isVatIncluded: true } }, ['estimatedValue']],
    [
      'negative related contracts',
      { amounts: { estimatedPence: 1, relatedPence: -1, isVatIncluded: true } },
      ['relatedContractsValue'],
    ],
    [
      'a value that is and is not known',
      { amounts: { estimatedPence: 1, isVatIncluded: true, cannotBeEstimated: true } },
      ['valueCannotBeEstimated'],
    ],
    [
      'a whole with parts',
      { amounts: { estimatedPence: 1, addedPence: 1, isVatIncluded: true } },
      ['estimatedValue'],
    ],
    ['an unknown CPV code', { cpv: ['99999999-9'] }, ['cpv']],
    ['a code that no list has, in a known division', { cpv: ['85999999'] }, ['cpv']],
    ['a listed code that is said not to be light touch', { cpv: ['85311000-2'] }, ['lightTouch']],
    ['a light touch contract with another code', { isLightTouch: true, cpv: ['72000000-5'] }, ['lightTouch']],
    ['light touch goods', { isLightTouch: true, subject: 'goods' }, ['lightTouch']],
    ['a concession of goods', { isConcession: true, subject: 'goods' }, ['concession']],
    [
      'user choice for ordinary services',
      { route: 'direct-award', directAwardGround: 'user-choice' },
      ['directAwardGround'],
    ],
    ['an open procedure for some', { isPreselectedOnly: true }, ['route']],
    [
      'an agreed period with everybody',
      { route: 'competitive-flexible', isTenderPeriodAgreed: true, isPreselectedOnly: false },
      ['tenderPeriodAgreed'],
    ],
    ['another nation', { nation: 'scotland' }, ['nation']],
    ['a term of nothing', { maximumTermMonths: 0 }, ['maximumTermMonths']],
    ['half a day of standstill', { standstillWorkingDays: 8.5 }, ['standstillWorkingDays']],
    ['a negative payment', { payment: { amountPence: -1 } }, ['payment.amount']],
    [
      'a negative changed value',
      { modification: { valueBeforePence: 1, valueAfterPence: -1 } },
      ['modification.valueAfter'],
    ],
    ['a share over 100 %', { exemption: { kind: 'land', ownActivitiesPercent: 101 } }, ['exemption']],
  ])('%s', (_name, more, fields) => expect(asked(more)).toEqual(fields))

  test.each<[string, Partial<Facts>, string[]]>([
    ['an end before the start', onDays({ startsOn: '2026-06-02', endsOn: '2026-06-01' }), ['endsOn']],
    [
      'a deadline before its invitation',
      onDays({ tendersInvitedOn: '2026-06-02', tenderDeadlineOn: '2026-06-01' }),
      ['tenderDeadlineOn'],
    ],
    [
      'a deadline before the notice',
      onDays({ tenderNoticeOn: '2026-06-02', tenderDeadlineOn: '2026-06-01' }),
      ['tenderDeadlineOn'],
    ],
    [
      'an award before the tenders are in',
      onDays({ tenderDeadlineOn: '2026-06-02', awardNoticeOn: '2026-06-01' }),
      ['awardNoticeOn'],
    ],
    ['an end before the commencement', onDays({ endsOn: '2026-04-30' }), ['endsOn']],
    [
      'an invitation before the tender notice',
      onDays({ tenderNoticeOn: '2026-06-02', tendersInvitedOn: '2026-06-01' }),
      ['tendersInvitedOn'],
    ],
    [
      'an end before the contract',
      onDays({ contractEnteredOn: '2026-06-02', contractEndedOn: '2026-06-01' }),
      ['contractEndedOn'],
    ],
    [
      'a tender notice before the commencement',
      onDays({ tenderNoticeOn: '2026-04-30' }),
      ['procurementCommencedOn'],
    ],
    ['a day that does not exist', onDays({ awardNoticeOn: '2026-02-30' }), ['awardNoticeOn']],
    ['a commencement that is no day', { procurementCommencedOn: 'soon' }, ['procurementCommencedOn']],
    [
      'a framework later than its call-off',
      { arrangement: 'call-off', route: undefined, frameworkCommencedOn: '2026-05-02' },
      ['frameworkCommencedOn'],
    ],
  ])('%s', (_name, more, fields) => expect(asked(more)).toEqual(fields))

  test('and no answers', () => {
    const explanation = explainLaw(aPurchase({ amounts: { estimatedPence: -1 } }))
    expect(explanation).toMatchObject({ answers: [], timetable: [], summary: null })
    expect(explanation.questions.map((question) => question.field)).toEqual(['estimatedValue', 'vatIncluded'])
    for (const question of explanation.questions) expect(question.why).toMatch(/\.$/)
  })
})

describe('good facts get none', () => {
  test.each<[string, Partial<Facts>]>([
    [
      'the same day for both',
      onDays({ startsOn: '2026-06-01', endsOn: '2026-06-01', tenderNoticeOn: '2026-05-01' }),
    ],
    ['England', { nation: 'england' }],
    ['a value of nothing', { amounts: { estimatedPence: 0, isVatIncluded: true } }],
    [
      'no value for a dynamic market',
      { arrangement: 'dynamic-market', amounts: undefined, subject: undefined, route: undefined },
    ],
    ['a value that cannot be estimated', { amounts: { cannotBeEstimated: true } }],
    [
      'a late notice, which is for its rule to tell',
      onDays({ contractEnteredOn: '2026-06-01', awardNoticeOn: '2026-07-01' }),
    ],
  ])('%s', (_name, more) => expect(asked(more)).toEqual([]))
})
