import { describe, expect, test } from 'vitest'
import { aRelease } from '../builders.ts'
import { findingSentence } from '../finding-words.ts'
import type { JsonObject } from '../model/json.ts'
import { checkRelease } from './check-release.ts'

const changed = (change: (release: any) => void): JsonObject => {
  const release = structuredClone(aRelease())
  change(release)
  return release
}
const first = (release: any) => release.contracts[0]

describe('checkRelease', () => {
  test('finds nothing wrong with a sound release', () => expect(checkRelease(aRelease())).toEqual([]))
  test.each<[string, string, (release: any) => void]>([
    ['wrong-shape', '/tag/0', (r) => void (r.tag = ['finished'])],
    ['wrong-shape', '/date', (r) => void (r.date = '2026-11-22')],
    ['wrong-shape', '/initiationType', (r) => void delete r.initiationType],
    ['wrong-shape', '/tender/status', (r) => void (r.tender.status = 'done')],
    ['wrong-shape', '/tender/value/amount', (r) => void (r.tender.value.amount = '12')],
    ['ocid-without-prefix', '/ocid', (r) => void (r.ocid = '1')],
    ['duplicate-id', '/parties/2', (r) => r.parties.push({ ...r.parties[0] })],
    ['unknown-party', '/awards/0/suppliers/0', (r) => void (r.awards[0].suppliers[0].id = 'x')],
    ['no-parties', '/buyer', (r) => void delete r.parties],
    ['party-without-role', '/parties/0', (r) => void delete r.parties[0].roles],
    ['unknown-award', '/contracts/0/awardID', (r) => void (first(r).awardID = 'x')],
    ['unknown-lot', '/awards/0/relatedLots/0', (r) => void (r.awards[0].relatedLots = ['x'])],
    [
      'unknown-ask',
      '/contracts/0/socialValueCommitments/0/ask',
      (r) => void (first(r).socialValueCommitments[0].ask = 'x'),
    ],
    [
      'unknown-commitment',
      '/contracts/0/implementation/socialValueDeliveries/0/commitment',
      (r) => void (first(r).implementation.socialValueDeliveries[0].commitment = 'x'),
    ],
    [
      'verified-above-reported',
      '/contracts/0/implementation/socialValueDeliveries/0',
      (r) => void (first(r).implementation.socialValueDeliveries[0].quantityVerified = 3),
    ],
    [
      'ends-before-start',
      '/tender/tenderPeriod',
      (r) => void (r.tender.tenderPeriod.endDate = '2026-04-01T00:00:00Z'),
    ],
    [
      'signed-before-award',
      '/contracts/0/dateSigned',
      (r) => void (first(r).dateSigned = '2026-07-01T00:00:00Z'),
    ],
    ['date-without-zone', '/awards/0/date', (r) => void (r.awards[0].date = '2026-08-01T00:00:00')],
    ['negative-amount', '/tender/value', (r) => void (r.tender.value = { amount: -1, currency: 'GBP' })],
    ['amount-without-currency', '/tender/value', (r) => void (r.tender.value = { amount: 1 })],
    [
      'fraction-of-a-penny',
      '/tender/value',
      (r) => void (r.tender.value = { amount: 1.005, currency: 'GBP' }),
    ],
    ['gross-below-net', '/tender/value', (r) => void (r.tender.value.amountGross = 1)],
    [
      'unsafe-address',
      '/tender/documents/0/url',
      (r) => void (r.tender.documents = [{ id: '1', url: 'javascript:alert(1)' }]),
    ],
  ])('reports %s at %s', (code, pointer, change) => {
    const finding = checkRelease(changed(change)).find((each) => each.code === code)
    expect(finding).toMatchObject({ code, pointer })
    expect(finding && findingSentence(finding)).toMatch(/^\S.*\.$/)
  })
  test('an amount in whole pence is one, however a float holds it', () => {
    for (const amount of [0.1, 1.15, 3380.86, 1_234_567_890.12, 0.29])
      expect(checkRelease(changed((r) => void (r.tender.value = { amount, currency: 'GBP' })))).toEqual([])
  })
  test('lets unknown fields pass', () =>
    expect(checkRelease(changed((r) => void (r.tender.colour = 'red')))).toEqual([]))
})
