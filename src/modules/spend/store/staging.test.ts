import { describe, expect, test } from 'vitest'
import { copyInto, copyLine } from '../../../platform/copy.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { aPlacedAuthority, importText, paymentRows } from '../builders.ts'
import type { SpendTables } from '../tables.ts'
import { createStages, publishStage, STAGES, stageName } from './staging.ts'

const db = await openTestDatabase()
const mine = await aPlacedAuthority(db)
const theirs = await aPlacedAuthority(db)
const outcome = await importText(
  db,
  mine,
  paymentRows([['01/04/2026', 'Thornwick Care', '100.00', 'PR1 2HE']]),
)
if (outcome.kind !== 'read') throw new Error(outcome.kind)
const file = outcome.record
await importText(
  db,
  theirs,
  paymentRows([
    ['01/04/2026', 'Ashby Roofing', '100.00', 'PR1 2HE'],
    ['02/04/2026', 'Brackwater Joinery', '50.00', 'PR1 2HE'],
  ]),
)

const publish = (payee: number, importId: string) =>
  inTransaction<SpendTables, void>(mine.ctx, async (tx) => {
    await createStages(tx)
    const line = STAGES.payment.map((column) =>
      ['part', 'row_number', 'amount_pence'].includes(column) ? 900 : column === 'payee_id' ? payee : null,
    )
    await copyInto(tx, stageName('payment'), STAGES.payment, [copyLine(line)])
    await publishStage(tx, 'payment', mine.id, importId)
  })

describe('a staged payment', () => {
  test('is stored where its payee and file exist', async () => {
    await publish(1, file.id)
    expect(await db.query('select payee_id from spend.payment where part = 900')).toEqual([{ payee_id: 1 }])
  })
  test('is refused where its payee is another authority’s', () =>
    expect(publish(2, file.id)).rejects.toThrow('names a payee'))
  test('is refused where its file does not exist', () =>
    expect(publish(1, '018f0000-0000-7000-8000-000000000001')).rejects.toThrow('names a payee or a file'))
})
