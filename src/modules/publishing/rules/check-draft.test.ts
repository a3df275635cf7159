import { describe, expect, test } from 'vitest'
import { lawOf } from '../draft-law.ts'
import { draftSentence } from '../draft-words.ts'
import type { JsonObject } from '../model/json.ts'
import { checkDraft, draftOf } from './check-draft.ts'

type Tender = Record<string, unknown>
const release = (tender: Tender = {}, rest: object = {}): JsonObject =>
  ({
    ocid: 'ocds-gt0000-1',
    date: '2026-05-01T00:00:00Z',
    tender: {
      title: 'Advice line',
      mainProcurementCategory: 'services',
      procurementMethod: 'open',
      value: { amount: 400_000, amountGross: 480_000, currency: 'GBP' },
      tenderPeriod: { startDate: '2026-05-01T00:00:00Z', endDate: '2026-06-05T12:00:00Z' },
      lotDetails: { noLotsDivisionRationale: 'One line, one number' },
      ...tender,
    },
    ...rest,
  }) as JsonObject
const check = (given: JsonObject, earlier: readonly JsonObject[] = []) => {
  const draft = draftOf(given)
  return checkDraft(draft, lawOf(given, draft), earlier.map(draftOf))
}
const direct = (n: number, amountGross: number, day: string): JsonObject =>
  release(
    {
      procurementMethod: 'direct',
      procurementMethodRationale: 'Urgent',
      value: { amountGross, currency: 'GBP' },
      tenderPeriod: {},
    },
    {
      ocid: `ocds-gt0000-d${n}`,
      date: `${day}T00:00:00Z`,
      awards: [{ id: '1', date: `${day}T00:00:00Z`, suppliers: [{ id: 'S' }] }],
    },
  )

describe('checkDraft', () => {
  test('finds nothing in a sound notice', () => expect(check(release())).toEqual([]))
  test('asks for the reason where there are no lots, by section 18', () => {
    const [finding] = check(release({ lotDetails: {} }))
    expect(finding).toMatchObject({
      code: 'no-lots-reason',
      kind: 'law',
      provision: 'Procurement Act 2023 s.18',
    })
    expect(check(release({ lotDetails: {}, lots: [{ id: '1' }] }))).toEqual([])
  })
  test.each([
    ['2026-05-25T12:00:00Z', 'period-too-short', 24],
    ['2026-05-26T12:00:00Z', 'period-may-be-too-short', 25],
    ['2026-06-04T12:00:00Z', 'period-may-be-too-short', 34],
    ['2026-06-05T12:00:00Z', undefined, 35],
  ])('a deadline on %s gives %s', (endDate, code, days) => {
    const [finding] = check(release({ tenderPeriod: { startDate: '2026-05-01T00:00:00Z', endDate } }))
    expect([finding?.code, finding?.facts.days ?? 35]).toEqual([code, days])
    if (finding) expect(finding.provision).toBe('Procurement Act 2023 s.54(4)')
  })
  test('light touch contracts and direct awards have no least period', () => {
    const short = { startDate: '2026-05-01T00:00:00Z', endDate: '2026-05-04T00:00:00Z' }
    const large = { amountGross: 900_000, currency: 'GBP' }
    expect(check(release({ tenderPeriod: short, specialRegime: ['lightTouch'], value: large }))).toEqual([])
  })
  test('one tender in a competition is worth a look, and no breach', () =>
    expect(check(release({ numberOfTenderers: 1 }))).toMatchObject([
      { code: 'single-bid', kind: 'guidance', provision: null },
    ]))
  test('a direct award names its ground: law above the threshold, guidance below', () => {
    const without = { procurementMethod: 'direct', tenderPeriod: {} }
    expect(check(release(without))).toMatchObject([{ code: 'no-direct-award-reason', kind: 'law' }])
    expect(check(release({ ...without, value: { amountGross: 9_000, currency: 'GBP' } }))).toMatchObject([
      { code: 'no-direct-award-reason', kind: 'guidance' },
    ])
  })
  test('a third direct award to one supplier within a year is seen, or two that pass the threshold', () => {
    const [first, second, third] = [
      direct(1, 50_000, '2026-03-01'),
      direct(2, 60_000, '2026-06-01'),
      direct(3, 70_000, '2026-09-01'),
    ] as const
    expect(check(second, [first])).toEqual([])
    expect(check(third, [first, second, third])).toMatchObject([
      {
        code: 'repeated-direct-awards',
        kind: 'guidance',
        facts: { supplier: 'S', awards: 3, pence: 18_000_000, threshold: 0 },
      },
    ])
    expect(check(direct(2, 190_000, '2026-06-01'), [first])).toMatchObject([
      { facts: { awards: 2, pence: 24_000_000, threshold: 20_772_000 } },
    ])
    expect(check(third, [direct(1, 1, '2025-01-01'), direct(2, 1, '2025-02-01')])).toEqual([])
  })
  test.each([
    [207_719, true],
    [197_334, true],
    [197_333, false],
    [207_720, false],
  ])('£%d with VAT is close to the threshold: %s', (amountGross, isClose) => {
    const codes = check(release({ value: { amountGross, currency: 'GBP' } })).map(({ code }) => code)
    expect(codes.includes('close-to-threshold')).toBe(isClose)
  })
  test('says that VAT was assumed where only the net amount is given', () => {
    const [finding] = check(release({ value: { amount: 172_000, currency: 'GBP' } }))
    expect(finding && draftSentence(finding)).toBe(
      'At £206,400 with VAT (20 % assumed) it is just below the threshold of £207,720. Check the estimate: options, extensions and VAT belong in it. [guidance, not law]',
    )
  })
  test('asks nothing of what it cannot place in law', () =>
    expect(check({ ocid: 'x', tender: { title: 'y' } })).toEqual([]))
})
