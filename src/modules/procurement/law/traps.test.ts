import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, onDays, valueOf, worth } from './builders.ts'

describe('trap 1: a period that begins with a day counts that day', () => {
  test('30 days beginning with 31 March end on 29 April', () => {
    const facts = aPurchase(onDays({ contractEnteredOn: '2027-03-31' }))
    expect(valueOf(facts, 'notice.UK7').by).toBe('2027-04-29')
  })

  test.each([
    ['2026-06-30', '2026-07-29'],
    ['2026-09-30', '2026-10-29'],
    ['2026-12-31', '2027-01-29'],
    ['2027-03-31', '2027-04-29'],
  ])('payments of the quarter that ends on %s are published by %s', (madeOn, by) => {
    expect(valueOf(aPurchase({ payment: { amountPence: 3_000_001, madeOn } }), 'notice.UK8').by).toBe(by)
  })

  test('the periods of section 54 begin on the day after the invitation', () => {
    const facts = aPurchase({
      isElectronic: true,
      areDocumentsAllAtOnce: true,
      ...onDays({ tendersInvitedOn: '2026-05-01' }),
    })
    expect(valueOf(facts, 'period.tendering')).toMatchObject({
      minimumDays: 25,
      countsStartDay: false,
      earliestDeadlineOn: '2026-05-26',
    })
  })
})

describe('trap 2: a bank holiday in any part of the United Kingdom stops the standstill', () => {
  test.each([
    ['St Andrew’s Day, Scotland only', '2026-11-23', '2026-12-03'],
    ['2 January, Scotland only', '2025-12-29', '2026-01-09'],
    ['the August holiday of Scotland', '2026-07-27', '2026-08-06'],
    ['St Patrick’s Day, Northern Ireland only', '2026-03-12', '2026-03-24'],
    ['12 July, Northern Ireland only', '2026-07-08', '2026-07-20'],
    ['Easter Monday, not in Scotland', '2026-03-30', '2026-04-10'],
    ['the proclaimed Scottish holiday of 15 June 2026', '2026-06-08', '2026-06-18'],
  ])('%s', (_name, published, ends) => {
    const facts = aPurchase({ procurementCommencedOn: '2025-12-01', ...onDays({ awardNoticeOn: published }) })
    expect(valueOf(facts, 'standstill.award').endsOn).toBe(ends)
  })
})

describe('trap 3: every amount includes VAT', () => {
  const net = (pounds: number, vatRateBasisPoints: number) =>
    aPurchase({ amounts: { isVatIncluded: false, vatRateBasisPoints, estimatedPence: pounds * 100 } })

  test('£173,100 without VAT at 20 % is £207,720, the threshold itself', () => {
    expect(valueOf(net(173_100, 2000), 'threshold.contract')).toMatchObject({
      valuePence: 20_772_000,
      isAtOrAbove: true,
    })
  })
  test('£173,099 without VAT stays below', () => {
    expect(answerTo(net(173_099, 2000), 'threshold.contract').applies).toBe(false)
  })
  test('a zero-rated supply is compared at its own rate', () => {
    expect(answerTo(net(207_719, 0), 'threshold.contract').applies).toBe(false)
    expect(answerTo(net(207_720, 0), 'threshold.contract').applies).toBe(true)
  })
  test.each([
    [25_000, 'notice.UK7.below-threshold', true],
    [24_999, 'notice.UK7.below-threshold', false],
    [4_166_667, 'kpi.set', true],
    [4_166_666, 'kpi.set', false],
  ])('£%i without VAT at 20 %%: %s is %s', (pounds, id, applies) => {
    expect(answerTo(net(pounds, 2000), id).applies).toBe(applies)
  })
})

describe('trap 4: thresholds and £30,000 notifiable are caught at the amount, the others above it', () => {
  const large = { paysOver100mAYear: true }
  test.each([
    ['threshold.contract', 207_719.99, false],
    ['threshold.contract', 207_720, true],
    ['threshold.notifiable', 29_999.99, false],
    ['threshold.notifiable', 30_000, true],
    ['notice.UK1', 2_000_000, false],
    ['notice.UK1', 2_000_000.01, true],
    ['kpi.set', 5_000_000, false],
    ['kpi.set', 5_000_000.01, true],
    ['notice.UK7.contract-copy', 5_000_000, false],
    ['notice.UK7.contract-copy', 5_000_000.01, true],
  ])('%s at £%d is %s', (id, pounds, applies) => {
    expect(answerTo(aPurchase({ ...large, ...worth(pounds) }), id).applies).toBe(applies)
  })
  test.each([
    [3_000_000, false],
    [3_000_001, true],
  ])('a payment of %i pence is caught: %s', (amountPence, isPaymentCaught) => {
    expect(
      valueOf(aPurchase({ payment: { amountPence, madeOn: '2026-06-01' } }), 'notice.UK8').isPaymentCaught,
    ).toBe(isPaymentCaught)
  })
  test.each([
    [100_000_000_00, false],
    [100_000_000_01, true],
  ])('an authority that pays %i pence a year must publish its pipeline: %s', async (pence, applies) => {
    const { explainInput } = await import('./explain-input.ts')
    const input = {
      contractType: 'services',
      estimatedValue: 3_000_000,
      vatIncluded: true,
      procurementCommencedOn: '2026-05-01',
      route: 'open',
      authorityAnnualSpend: String(pence / 100),
    }
    expect(explainInput(input).answers.find((answer) => answer.id === 'notice.UK1')?.applies).toBe(applies)
  })
})

describe('trap 5: duties attach by the day the procurement commenced', () => {
  const from = (procurementCommencedOn: string, pounds = 1_000_000) =>
    aPurchase({ procurementCommencedOn, ...worth(pounds) })

  test('24 February 2025 changes the law', () => {
    expect(answerTo(from('2025-02-23'), 'regime.law')).toMatchObject({
      applies: false,
      answer: { regime: 'previous' },
    })
    expect(answerTo(from('2025-02-24'), 'regime.law')).toMatchObject({
      applies: true,
      answer: { regime: 'act' },
    })
  })
  test('1 January 2026 changes the thresholds', () => {
    expect(answerTo(from('2025-12-31', 210_000), 'threshold.contract').applies).toBe(false)
    expect(answerTo(from('2026-01-01', 210_000), 'threshold.contract').applies).toBe(true)
  })
  test('1 April 2026 begins the payment notices', () => {
    expect(answerTo(from('2026-03-31'), 'notice.UK8').applies).toBe(false)
    expect(answerTo(from('2026-04-01'), 'notice.UK8').applies).toBe(true)
  })
  test('performance notices reach older contracts of the Act, because their procurement began under it', () => {
    const facts = aPurchase({
      procurementCommencedOn: '2025-03-01',
      ...worth(6_000_000),
      ...onDays({ performanceEventOn: '2026-01-01' }),
    })
    expect(valueOf(facts, 'notice.UK9.event').by).toBe('2026-01-30')
    expect(answerTo(facts, 'notice.UK9.kpi').applies).toBe(true)
  })
})
