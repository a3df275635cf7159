import { expect, test } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import { flagsWithDrafts } from './with-drafts.ts'

const competition = (ocid: string, numberOfTenderers: number): JsonObject => ({
  ocid,
  tender: { procurementMethod: 'open', numberOfTenderers },
  bids: {
    details: Array.from({ length: numberOfTenderers }, (_, at) => ({
      id: `${at}`,
      status: 'valid',
      tenderers: [{ id: `T${at}` }],
      value: { amount: 100 * (at + 1), currency: 'GBP' },
    })),
  },
  awards: [{ status: 'active', suppliers: [{ id: 'T0' }] }],
})
const singleBids = (published: readonly JsonObject[], drafts: readonly JsonObject[]) =>
  flagsWithDrafts(published, drafts).flatMap(({ code, subject, group, isOfDrafts }) =>
    code === 'R018' && group === 'OCID' ? [[subject, isOfDrafts]] : [],
  )

test('a flag of a draft is told before it is published', () =>
  expect(singleBids([competition('a', 3)], [competition('b', 1)])).toEqual([['b', true]]))

test('a draft stands in the place of what is published of its process', () => {
  expect(singleBids([competition('a', 3)], [competition('a', 1)])).toEqual([['a', true]])
  expect(singleBids([competition('a', 1)], [competition('a', 3)])).toEqual([['a', false]])
})

test('a flag that stands already is told once', () =>
  expect(singleBids([competition('a', 1)], [competition('a', 1)])).toEqual([['a', false]]))
