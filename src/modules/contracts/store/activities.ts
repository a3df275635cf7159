import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { DecimalText, DeliveryStatus } from '../model.ts'
import type { ActivityFacts, ActivityShare } from '../rules/verify.ts'
import type { ContractsTables } from '../tables.ts'
import { plainDecimal } from './commitments.ts'

type Activity = ActivityFacts & { readonly id: string; readonly shares: readonly ActivityShare[] }
type NewActivity = ActivityFacts & {
  readonly id: string
  readonly title: string
  /** Whose names it bears; null for the council's. */
  readonly supplierId: string | null
}

/** A shared activity by its name, held for this transaction so that two shares cannot be taken at once. */
export const lockActivity = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  { supplierId, ...made }: NewActivity,
): Promise<Activity> => {
  await tx
    .insertInto('contracts.activity')
    .values({ authority_id: authorityId, supplier_id: supplierId, ...made })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('contracts.activity')
    .select('id')
    .where('title', '=', made.title)
    .where(sql<boolean>`supplier_id is not distinct from ${supplierId}::uuid`)
    .executeTakeFirstOrThrow()
  return lockKnownActivity(tx, id)
}

/** A shared activity that is there, held for this transaction. */
export const lockKnownActivity = async (tx: Writer<ContractsTables>, id: string): Promise<Activity> => {
  const { quantity, unit } = await tx
    .selectFrom('contracts.activity')
    .select(['quantity', 'unit'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { id, unit, quantity: plainDecimal(quantity), shares: await listShares(tx, id) }
}

/** Every share of an activity; to a supplier, those of its own activities only. */
export const listShares = async (
  db: Reader<ContractsTables>,
  activityId: string,
): Promise<(ActivityShare & { readonly deliveryId: string })[]> => {
  const { rows } = await sql<{
    delivery_id: string
    contract_id: string
    quantity: DecimalText
    verified_quantity: DecimalText | null
    status: DeliveryStatus
  }>`select * from contracts.shares_of_activity(${activityId})`.execute(db)
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    contractId: row.contract_id,
    quantity: row.quantity,
    status: row.status,
    verifiedQuantity: row.verified_quantity,
  }))
}

export const findActivity = async (db: Reader<ContractsTables>, id: string) =>
  db
    .selectFrom('contracts.activity')
    .select(['title', 'quantity', 'unit'])
    .where('id', '=', id)
    .executeTakeFirst()

/** The activities of a supplier with the acting council, with what no share has taken yet; by name. */
export const listOwnActivities = async (
  db: Reader<ContractsTables>,
  supplierId: string,
): Promise<(ActivityFacts & { readonly title: string; readonly shares: readonly ActivityShare[] })[]> => {
  const rows = await db
    .selectFrom('contracts.activity')
    .select(['id', 'title', 'quantity', 'unit'])
    .where('supplier_id', '=', supplierId)
    .orderBy('title')
    .execute()
  return Promise.all(
    rows.map(async ({ id, title, quantity, unit }) => ({
      title,
      unit,
      quantity: plainDecimal(quantity),
      shares: await listShares(db, id),
    })),
  )
}
