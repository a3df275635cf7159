import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, onDays, stepOf, valueOf, worth } from '../builders.ts'
import type { Facts } from '../facts.ts'

const small = worth(100_000)
const market = aPurchase({ arrangement: 'dynamic-market', route: undefined, amounts: undefined })
const callOff = (more: Partial<Facts> = {}) =>
  aPurchase({ arrangement: 'call-off', route: undefined, ...more })
const direct = (more: Partial<Facts> = {}) =>
  aPurchase({ route: 'direct-award', directAwardGround: 'technical', ...more })

describe('lots', () => {
  test.each([
    ['a public contract that is competed for', aPurchase(), true],
    ['a light touch contract', aPurchase({ isLightTouch: true }), true],
    ['a framework', aPurchase({ arrangement: 'framework' }), true],
    ['a direct award', direct(), false],
    ['a call-off', callOff(), false],
    ['a contract below the threshold', aPurchase(small), false],
  ])('have to be considered for %s: %s', (_name, facts, applies) =>
    expect(answerTo(facts, 'lots.consider').applies).toBe(applies),
  )
})

describe('the conflicts assessment', () => {
  test.each([
    ['a competition', aPurchase(), ['UK4'], ['UK4', 'UK7', 'UK10']],
    ['a direct award', direct(), ['UK5'], ['UK5', 'UK7', 'UK10']],
    ['a light touch competition', aPurchase({ isLightTouch: true }), ['UK4'], ['UK4', 'UK7']],
    ['a dynamic market', market, ['UK13'], ['UK13', 'UK14']],
    ['a call-off', callOff(), [], ['UK7', 'UK10']],
    ['a user choice award', direct({ isLightTouch: true, directAwardGround: 'user-choice' }), [], []],
    ['a contract below the threshold', aPurchase(small), [], []],
  ])('of %s comes before %j and is confirmed in %j', (_name, facts, before, confirmIn) => {
    expect(answerTo(facts, 'conflicts.assessment')).toMatchObject({
      applies: before.length > 0,
      answer: { before },
    })
    expect(answerTo(facts, 'conflicts.confirmation')).toMatchObject({
      applies: confirmIn.length > 0,
      answer: { confirmIn },
    })
  })
  test('is late after the tender notice', () => {
    const dated = (conflictsAssessedOn: string) =>
      stepOf(aPurchase(onDays({ tenderNoticeOn: '2026-06-01', conflictsAssessedOn })), 'conflicts-assessment')
        ?.met
    expect([dated('2026-06-01'), dated('2026-06-02')]).toEqual([true, false])
  })
  test('of a call-off is likely, for its text names other notices', () =>
    expect(answerTo(callOff(), 'conflicts.assessment').confidence).toBe('likely'))
})

describe('barriers to small firms', () => {
  test.each([
    ['a public contract', aPurchase(), '12(4)'],
    ['a public call-off', callOff(), '12(4)'],
    ['a below-threshold contract, however small', aPurchase(worth(1_000)), '86'],
    ['a below-threshold call-off', callOff(small), null],
    ['a below-threshold concession', aPurchase({ isConcession: true, ...small }), null],
    ['a school below the threshold', aPurchase({ authority: 'school', ...small }), null],
  ])('%s: section %s', (_name, facts, section) =>
    expect(answerTo(facts, 'sme.barriers')).toMatchObject({ applies: section !== null, answer: { section } }),
  )
})

describe('indicators', () => {
  const large = worth(5_000_000.01)
  test.each([
    ['an ordinary contract', aPurchase(large), true],
    ['works', aPurchase({ subject: 'works', ...worth(6_000_000) }), true],
    ['a call-off', callOff(large), true],
    ['a framework', aPurchase({ arrangement: 'framework', ...large }), false],
    ['a concession', aPurchase({ isConcession: true, ...worth(9_000_000) }), false],
    ['a light touch contract', aPurchase({ isLightTouch: true, ...large }), false],
    [
      'a contract that indicators could not judge',
      aPurchase({ areKpisInappropriate: true, ...large }),
      false,
    ],
    ['a contract of £5 million exactly', aPurchase(worth(5_000_000)), false],
  ])('are set for %s: %s', (_name, facts, applies) => {
    for (const id of ['kpi.set', 'kpi.publish', 'kpi.ratings', 'notice.UK9.kpi'])
      expect(answerTo(facts, id).applies, id).toBe(applies)
  })
  test('are at least three, of which three are described', () => {
    expect(valueOf(aPurchase(large), 'kpi.set').minimumCount).toBe(3)
    expect(answerTo(aPurchase(large), 'kpi.publish')).toMatchObject({
      confidence: 'likely',
      answer: { describedInContractDetailsNotice: 3 },
    })
  })
  test('need not be about social value', () =>
    expect(answerTo(aPurchase(large), 'kpi.social-value')).toMatchObject({
      applies: false,
      answer: { isRequiredByLaw: false },
    }))
})

describe('payment in 30 days', () => {
  test.each([
    ['a public contract', aPurchase(), 's.68'],
    ['a below-threshold contract, however small', aPurchase(worth(1_000)), 's.88'],
    ['a light touch contract', aPurchase({ isLightTouch: true }), 's.68'],
    ['a public concession', aPurchase({ isConcession: true, ...worth(9_000_000) }), null],
    ['a below-threshold concession', aPurchase({ isConcession: true, ...small }), null],
    ['a below-threshold utilities contract', aPurchase({ isUtilities: true, ...small }), null],
    ['a school', aPurchase({ authority: 'school' }), null],
  ])('%s: %s', (_name, facts, section) => {
    expect(answerTo(facts, 'payment.thirty-days')).toMatchObject({
      applies: section !== null,
      answer: { section },
    })
    expect(answerTo(facts, 'payment.sub-contracts').applies).toBe(section !== null)
  })
})

describe('records', () => {
  test('are kept for three years from the contract, the first day counted', () =>
    expect(valueOf(aPurchase(onDays({ contractEnteredOn: '2026-12-04' })), 'records.keep').until).toBe(
      '2029-12-03',
    ))
  test('are a duty for public contracts', () =>
    expect(answerTo(aPurchase(small), 'records.keep').applies).toBe(false))
  test('and longer as a recommendation', () =>
    expect(answerTo(aPurchase(small), 'records.practice')).toMatchObject({
      applies: true,
      kind: 'guidance',
      confidence: 'likely',
    }))
  test('may be withheld on two grounds only', () =>
    expect(answerTo(aPurchase(), 'records.withholding').applies).toBe(true))
})

describe('exclusions and ending', () => {
  test.each([
    ['a competition', aPurchase(), true],
    ['a dynamic market', market, true],
    ['a direct award', direct(), false],
    ['a contract below the threshold', aPurchase(small), false],
  ])('the Minister is told of an exclusion from %s: %s', (_name, facts, applies) =>
    expect(answerTo(facts, 'exclusions.notify').applies).toBe(applies),
  )
  test('public contracts can be ended for breach of the Act', () => {
    expect(answerTo(aPurchase(), 'ending.right-to-terminate').applies).toBe(true)
    expect(answerTo(aPurchase(small), 'ending.right-to-terminate').applies).toBe(false)
  })
})

describe('transparency', () => {
  test.each([
    ['transparency.contracts', 6_000.01, true, 'sure'],
    ['transparency.contracts', 5_500, 'depends', 'unsure'],
    ['transparency.contracts', 5_000, false, 'sure'],
    ['transparency.tenders', 50_000, true, 'sure'],
    ['transparency.spend', 1_000, true, 'sure'],
    ['transparency.cards', 1_000, true, 'sure'],
    ['transparency.fields', 50_000, true, 'likely'],
    ['transparency.code', 50_000, true, 'likely'],
  ])('%s at £%d: %s, %s', (id, pounds, applies, confidence) =>
    expect(answerTo(aPurchase(worth(pounds)), id)).toMatchObject({ applies, confidence }),
  )
  test('asks a parish council for its size, and leaves schools out', () => {
    expect(answerTo(aPurchase({ authority: 'parish-council' }), 'transparency.spend').applies).toBe('depends')
    expect(answerTo(aPurchase({ authority: 'school' }), 'transparency.spend').applies).toBe(false)
  })
  test('holds under the earlier law and for exempt contracts too', () => {
    expect(
      answerTo(aPurchase({ procurementCommencedOn: '2024-06-01' }), 'transparency.contracts').applies,
    ).toBe(true)
    expect(answerTo(aPurchase({ exemption: { kind: 'land' } }), 'transparency.contracts').applies).toBe(true)
  })
})

describe('two-tier workforce', () => {
  test.each([
    ['2026-09-30', {}, false, 'likely'],
    ['2026-10-01', {}, 'depends', 'unsure'],
    ['2026-10-01', { isOutsourcing: false }, false, 'unsure'],
    ['2026-10-01', { subject: 'works' as const }, false, 'unsure'],
  ])('for a procurement of %s %o: %s, %s', (procurementCommencedOn, more, applies, confidence) =>
    expect(answerTo(aPurchase({ procurementCommencedOn, ...more }), 'workforce.two-tier')).toMatchObject({
      applies,
      confidence,
    }),
  )
})
