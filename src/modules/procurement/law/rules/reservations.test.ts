import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, onDays, valueOf, worth } from '../builders.ts'
import type { Facts } from '../facts.ts'

const small = (more: Partial<Facts> = {}) => aPurchase({ ...worth(100_000), ...more })
const PLACES = ['reservation.uk', 'reservation.local-area'] as const

describe('reservation by place', () => {
  test.each(PLACES)('%s is open from 4 February 2026', (id) => {
    expect(answerTo(small({ procurementCommencedOn: '2026-02-03' }), id).applies).toBe(false)
    expect(answerTo(small({ procurementCommencedOn: '2026-02-04' }), id)).toMatchObject({
      applies: true,
      confidence: 'sure',
    })
  })
  test.each(PLACES)('%s is open below the threshold only', (id) => {
    expect(answerTo(small(worth(207_719.99)), id).applies).toBe(true)
    expect(answerTo(small(worth(207_720)), id).applies).toBe(false)
  })
  test.each<[string, Partial<Facts>, boolean | 'depends']>([
    ['works below their threshold', { subject: 'works', ...worth(5_000_000) }, true],
    ['a framework', { arrangement: 'framework' }, true],
    ['a concession', { isConcession: true }, true],
    ['a parish council', { authority: 'parish-council' }, true],
    ['a school', { authority: 'school' }, false],
    ['central government', { authority: 'central-government' }, false],
    ['another authority', { authority: 'other-sub-central' }, 'depends'],
    ['a call-off', { arrangement: 'call-off', route: undefined }, false],
    ['a direct award', { route: 'direct-award' }, false],
  ])('for %s: %s', (_name, more, applies) => {
    for (const id of PLACES) expect(answerTo(small(more), id).applies).toBe(applies)
  })
  test('tells that a reservation asked for is barred', () => {
    expect(valueOf(aPurchase({ reservations: ['local-area'] }), 'reservation.local-area')).toMatchObject({
      isRequested: true,
      isBarred: true,
    })
    expect(valueOf(small({ reservations: ['local-area'] }), 'reservation.local-area')).toMatchObject({
      isRequested: true,
      isBarred: false,
    })
  })
  test('the test of where a supplier is stays likely', () =>
    expect(answerTo(small(), 'reservation.location-test')).toMatchObject({
      applies: true,
      confidence: 'likely',
    }))
})

describe('reservation to small firms or voluntary bodies', () => {
  test.each<[string, Partial<Facts>, boolean | 'depends', string]>([
    ['below the threshold', {}, true, 'sure'],
    ['at the threshold', worth(207_720), false, 'sure'],
    ['before 4 February 2026', { procurementCommencedOn: '2026-02-03' }, 'depends', 'unsure'],
  ])('%s: %s, %s', (_name, more, applies, confidence) =>
    expect(answerTo(small(more), 'reservation.sme-vcse')).toMatchObject({ applies, confidence }),
  )
})

describe('reservation to supported employment', () => {
  test.each<[string, Partial<Facts>, boolean]>([
    ['a competitive flexible procedure', { route: 'competitive-flexible' }, true],
    ['an award by a dynamic market', { route: 'dynamic-market-award' }, true],
    ['an open procedure', { route: 'open' }, false],
    ['a direct award', { route: 'direct-award', directAwardGround: 'technical' }, false],
    ['a call-off', { arrangement: 'call-off', route: undefined }, false],
  ])('%s: %s', (_name, more, applies) =>
    expect(answerTo(aPurchase(more), 'reservation.supported-employment').applies).toBe(applies),
  )
  test('is unsure below the threshold', () =>
    expect(
      answerTo(small({ route: 'competitive-flexible' }), 'reservation.supported-employment'),
    ).toMatchObject({ applies: false, confidence: 'unsure' }))
})

describe('reservation to mutuals', () => {
  const mutual = (more: Partial<Facts> = {}) =>
    aPurchase({
      route: 'competitive-flexible',
      isLightTouch: true,
      isReservableLightTouch: true,
      maximumTermMonths: 60,
      ...more,
    })
  test.each<[string, Partial<Facts>, boolean | 'depends']>([
    ['reservable light touch services of five years', {}, true],
    ['a month longer', { maximumTermMonths: 61 }, false],
    [
      'five years by its dates',
      { maximumTermMonths: undefined, ...onDays({ startsOn: '2026-09-01', endsOn: '2031-08-31' }) },
      true,
    ],
    [
      'a day longer',
      { maximumTermMonths: undefined, ...onDays({ startsOn: '2026-09-01', endsOn: '2031-09-01' }) },
      false,
    ],
    ['services that are not reservable', { isReservableLightTouch: false }, false],
    ['services that are not light touch', { isLightTouch: false }, false],
    ['an open procedure', { route: 'open' }, false],
    ['an unknown term', { maximumTermMonths: undefined }, 'depends'],
    ['an unknown mark', { isReservableLightTouch: undefined }, 'depends'],
    ['a CPV code marked reservable', { isReservableLightTouch: undefined, cpv: ['85311000-2'] }, true],
    ['a CPV code that is not', { isReservableLightTouch: undefined, cpv: ['55523100-3'] }, false],
  ])('%s: %s', (_name, more, applies) =>
    expect(answerTo(mutual(more), 'reservation.public-service-mutual').applies).toBe(applies),
  )
})

test('treaty suppliers may reach below the threshold, which is likely', () =>
  expect(answerTo(small(), 'reservation.treaty-suppliers')).toMatchObject({
    applies: 'depends',
    confidence: 'likely',
  }))
