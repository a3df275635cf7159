import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { Evidence } from '../model.ts'
import type { ContractsTables } from '../tables.ts'
import { evidenceOf } from './deliveries.ts'

type Db = Reader<ContractsTables>

/** A verified delivery with a story that somebody wrote. */
export type ToldDelivery = {
  readonly id: string
  readonly title: string
  readonly contractTitle: string
  readonly story: string
}

const joined = (db: Db) =>
  db
    .selectFrom('contracts.delivery as delivery')
    .innerJoin('contracts.contract as contract', (join) =>
      join
        .onRef('contract.authority_id', '=', 'delivery.authority_id')
        .onRef('contract.id', '=', 'delivery.contract_id'),
    )

/** Verified deliveries with a story, the newest first. */
export const listTold = (db: Db): Promise<ToldDelivery[]> =>
  joined(db)
    .select(['delivery.id', 'delivery.title', 'contract.title as contractTitle', 'delivery.story'])
    .where('delivery.verified_quantity', 'is not', null)
    .where('delivery.story', '<>', '')
    .orderBy('delivery.to_on', 'desc')
    .orderBy('delivery.id', 'desc')
    .execute()

const PICTURES = ['image/jpeg', 'image/png']

/** Pictures among the evidence of some deliveries. */
export const listPictures = async (db: Db, deliveryIds: readonly string[]): Promise<Evidence[]> => {
  const rows = await db
    .selectFrom('contracts.evidence')
    .selectAll()
    // One value however many there are: a statement takes 65,535.
    .where(sql<boolean>`delivery_id = any(${[...deliveryIds]}::uuid[])`)
    .where('content_type', 'in', PICTURES)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(evidenceOf)
}

/** One picture, and whether the delivery that it shows is verified; undefined where there is none here. */
export const findPicture = async (
  db: Db,
  id: string,
): Promise<(Evidence & { readonly isVerified: boolean }) | undefined> => {
  const row = await db
    .selectFrom('contracts.evidence as evidence')
    .innerJoin('contracts.delivery as delivery', (join) =>
      join
        .onRef('delivery.authority_id', '=', 'evidence.authority_id')
        .onRef('delivery.id', '=', 'evidence.delivery_id'),
    )
    .selectAll('evidence')
    .select('delivery.verified_quantity')
    .where('evidence.id', '=', id)
    .where('evidence.content_type', 'in', PICTURES)
    .executeTakeFirst()
  return row && { ...evidenceOf(row), isVerified: row.verified_quantity !== null }
}
