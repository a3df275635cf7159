import { expect, test } from 'vitest'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { aPlacedAuthority, importText, paymentRows } from '../builders.ts'
import type { SpendTables } from '../tables.ts'
import { listPayeesToMatch, setAnswers } from './matching.ts'
import { listReviewGroups, measureReview, type ReviewGroup, type ReviewTotals } from './review.ts'

const db = await openTestDatabase()
const authority = await aPlacedAuthority(db)
await importText(
  db,
  authority,
  paymentRows([
    ['01/04/2026', 'Quillby Grounds Maintenance', '100.00'],
    ['02/04/2026', 'QUILLBY GROUNDS MAINTENANCE LTD', '50.00'],
    ['03/04/2026', 'Stannard Grounds Maintenance', '70.00'],
  ]),
)

test('puts payees together that lack the same of a candidate, and not all that come near it', async () => {
  await inTransaction<SpendTables, void>(authority.ctx, async (tx) => {
    const payees = await listPayeesToMatch(tx)
    await setAnswers(
      tx,
      payees.map(({ id, name }) => ({
        key: String(id),
        outcome: 'review',
        scheme: null,
        number: null,
        probability: 0.1,
        candidates: [
          {
            scheme: 'GB-COH',
            number: '00000011',
            name: 'PELLBROOK GROUNDS MAINTENANCE LIMITED',
            probability: 0.1,
            evidence: [],
            unlike: name.toLowerCase().split(' ')[0] ?? '',
          },
        ],
      })),
    )
  })
  const [groups, totals] = await inReading<SpendTables, [ReviewGroup[], ReviewTotals]>(
    authority.ctx,
    async (reader) => [await listReviewGroups(reader, 10, 0), await measureReview(reader)],
  )
  expect(groups.map(({ name, payees, pence }) => ({ name, payees, pence }))).toEqual([
    { name: 'Quillby Grounds Maintenance', payees: 2, pence: 15_000 },
    { name: 'Stannard Grounds Maintenance', payees: 1, pence: 7_000 },
  ])
  expect(totals).toMatchObject({ groups: 2, payees: 3 })
})
