import { describe, expect, test } from 'vitest'
import { type Alike, activitiesOf, countedAlike, decideCounted, decideSame } from './twice.ts'

const FAIR = { id: 'fair', title: 'Careers fair', quantity: '120', unit: 'pupils', isOfSupplier: true }
const OURS = { ...FAIR, isOfSupplier: false }
const alike = (facts: Partial<Alike> = {}): Alike => ({
  deliveryId: 'd',
  contractTitle: 'Bridges',
  title: 'Careers fair',
  unit: 'pupils',
  quantity: '40',
  status: 'accepted',
  reportedBy: 'supplier',
  fromOn: '2026-11-21',
  toOn: '2026-11-21',
  activity: FAIR,
  ...facts,
})

describe('a report of the council', () => {
  test.each([
    ['with nothing alike is not asked about', [], undefined, { ok: true, value: null }],
    ['beside something not shared is not asked about', [alike({ activity: null })], undefined, { ok: true }],
    [
      'beside a shared activity is asked about',
      [alike()],
      undefined,
      { facts: { activity: 'Careers fair' } },
    ],
    ['is part of the one that is chosen', [alike()], 'fair', { value: FAIR }],
    ['is another where somebody says so', [alike()], 'another', { ok: true, value: null }],
    ['is asked again where what is chosen is not there', [alike()], 'other', { ok: false }],
    ['beside an activity of the council is not', [alike({ activity: OURS })], undefined, { ok: true }],
    ['may be part of one of the council', [alike({ activity: OURS })], 'fair', { value: OURS }],
  ] as const)('%s', (_, found, sameAs, outcome) => expect(decideSame(found, sameAs)).toMatchObject(outcome))

  test('offers each activity once', () =>
    expect(activitiesOf([alike(), alike({ deliveryId: 'e' })])).toEqual([FAIR]))
})

describe('a decision', () => {
  test.each([
    ['a share of the same activity', alike(), 'fair', 0],
    ['a share of another activity', alike(), 'other', 1],
    ['a share, beside a delivery of its own', alike(), null, 1],
    ['a delivery of its own, beside a share', alike({ activity: null }), 'fair', 1],
    ['two deliveries of their own', alike({ activity: null }), null, 0],
    ['what waits', alike({ status: 'reported' }), null, 0],
    ['what was accepted in part', alike({ status: 'partly' }), null, 1],
  ] as const)('on %s', (_, one, own, count) => expect(countedAlike([one], own)).toHaveLength(count))

  test('counts beside something alike once somebody says that it is another', () => {
    expect(decideCounted([], false).ok).toBe(true)
    expect(decideCounted([alike()], true).ok).toBe(true)
    expect(decideCounted([alike()], false)).toMatchObject({
      facts: { title: 'Careers fair', contract: 'Bridges' },
    })
  })
})
