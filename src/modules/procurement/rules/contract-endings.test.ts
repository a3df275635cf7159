import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPurchaseDraft } from '../builders.ts'
import type { ContractEnding } from '../model/contract-ending.ts'
import type { Purchase } from '../model/purchase.ts'
import { contractsThatEnd, ENDING_ORDERS, narrowEndings, sortEndings } from './contract-endings.ts'

const anEnding = (facts: Partial<ContractEnding> = {}): ContractEnding => ({
  contractId: facts.reference ?? 'c',
  reference: 'C-1',
  title: 'Cleaning',
  supplierName: 'Bright Ltd',
  department: 'Property',
  valuePence: 100,
  endsOn: '2027-03-31',
  furthestOn: '2027-03-31',
  href: '/contracts/c',
  ...facts,
})
const following = (expiringContract: string, stage: Purchase['stage'] = 'planning'): Purchase => ({
  ...aPurchaseDraft({ expiringContract }),
  id: 'p',
  authorityId: 'a',
  number: 1,
  stage,
  facts: {},
  createdAt: new Date(0),
  updatedAt: new Date(0),
  version: 1,
})
const year = { from: '2027-01-01', until: '2027-12-31' }
const seen = (endings: readonly ContractEnding[], purchases: readonly Purchase[] = []) =>
  contractsThatEnd(endings, purchases, year)

describe('contractsThatEnd', () => {
  test.each([
    ['2026-12-31', 0],
    ['2027-01-01', 1],
    ['2027-12-31', 1],
    ['2028-01-01', 0],
    [null, 0],
  ])('of one that ends on %s shows %i', (endsOn, count) =>
    expect(seen([anEnding({ endsOn })])).toHaveLength(count),
  )

  test.each([
    ['C-1', 'planning', 1],
    [' c-1 ', 'idea', 1],
    ['C-10', 'planning', 0],
    ['', 'planning', 0],
    ['C-1', 'stopped', 0],
  ] as const)('a purchase that follows "%s" at "%s" counts %i times', (name, stage, count) =>
    expect(seen([anEnding()], [following(name, stage)])[0]?.successors).toHaveLength(count),
  )
})

describe('narrowing and sorting', () => {
  const rows = seen(
    [anEnding(), anEnding({ reference: 'C-2', department: 'Parks', valuePence: null })],
    [following('C-1')],
  )
  const none = { isUnplanned: false, department: null, search: null }
  const refs = (
    filter: Partial<typeof none> | { isUnplanned: boolean; search?: string; department?: string },
  ) => narrowEndings(rows, { ...none, ...filter }).map(({ ending }) => ending.reference)

  test('keeps what nothing follows, a department, or words of title, supplier and reference', () => {
    expect(refs({ isUnplanned: true })).toEqual(['C-2'])
    expect(refs({ isUnplanned: false, department: 'Parks' })).toEqual(['C-2'])
    expect(refs({ isUnplanned: false, search: 'bright' })).toEqual(['C-1', 'C-2'])
    expect(refs({ isUnplanned: false, search: 'c-2' })).toEqual(['C-2'])
  })

  test('loses and doubles nothing, whatever the order', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 12 }),
        fc.constantFrom(...ENDING_ORDERS),
        fc.boolean(),
        (numbers, order, isDescending) => {
          const all = seen(numbers.map((number) => anEnding({ reference: `C-${number}` })))
          const sorted = sortEndings(all, order, isDescending)
          expect(new Set(sorted)).toEqual(new Set(all))
          expect(sorted.map(({ ending }) => ending.reference)).toEqual(
            all.map(({ ending }) => ending.reference).sort(),
          )
        },
      ),
    ))
})
