import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader } from '../../../platform/database.ts'
import type { Delivery, DeliveryStatus } from '../model.ts'
import type { ContractsTables } from '../tables.ts'
import { deliveryOf } from './deliveries.ts'

export type ListedDelivery = Delivery & {
  readonly contractTitle: string
  readonly contractReference: string
  readonly commitmentTitle: string | null
}
export type DeliveryQuestion = {
  readonly statuses: readonly DeliveryStatus[]
  readonly search: string
  readonly contractId: string | null
  /** Deliveries that ended in this period. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}
export const DELIVERY_ORDERS = ['title', 'contract', 'quantity', 'ended', 'since', 'status'] as const
export type DeliveryOrder = (typeof DELIVERY_ORDERS)[number]

const COLUMNS = {
  title: 'delivery.title',
  contract: 'contract.title',
  quantity: 'delivery.quantity',
  ended: 'delivery.to_on',
  since: 'delivery.reported_at',
  status: 'delivery.status',
} as const

const select = (
  db: Reader<ContractsTables>,
  { statuses, search, contractId, from, to }: DeliveryQuestion,
) => {
  const words = search.split(/\s+/).filter(Boolean).slice(0, 8)
  let query = db
    .selectFrom('contracts.delivery as delivery')
    .innerJoin('contracts.contract as contract', (join) =>
      join
        .onRef('contract.authority_id', '=', 'delivery.authority_id')
        .onRef('contract.id', '=', 'delivery.contract_id'),
    )
    .leftJoin('contracts.commitment as commitment', (join) =>
      join
        .onRef('commitment.authority_id', '=', 'delivery.authority_id')
        .onRef('commitment.id', '=', 'delivery.commitment_id'),
    )
    .where('delivery.status', 'in', statuses)
    .$if(contractId !== null, (q) => q.where('delivery.contract_id', '=', contractId ?? ''))
    .$if(from !== null, (q) => q.where('delivery.to_on', '>=', from ?? ''))
    .$if(to !== null, (q) => q.where('delivery.to_on', '<=', to ?? ''))
  for (const word of words)
    query = query.where(
      sql<boolean>`position(lower(${word}::text) in lower(concat_ws(' ', delivery.title, delivery.place_name,
        contract.title, contract.reference, contract.supplier_name, commitment.title))) > 0`,
    )
  return query
}

export const countDeliveries = async (
  db: Reader<ContractsTables>,
  question: DeliveryQuestion,
): Promise<number> => {
  const { count } = await select(db, question)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

type Part = {
  readonly order: DeliveryOrder
  readonly isDown: boolean
  readonly limit: number
  readonly offset: number
}

/** A part of the deliveries that fit the question, in the order asked for. */
export const findDeliveries = async (
  db: Reader<ContractsTables>,
  question: DeliveryQuestion,
  { order, isDown, limit, offset }: Part,
): Promise<ListedDelivery[]> => {
  const rows = await select(db, question)
    .selectAll('delivery')
    .select([
      'contract.title as contract_title',
      'contract.reference as contract_reference',
      'commitment.title as commitment_title',
    ])
    .orderBy(COLUMNS[order], isDown ? 'desc' : 'asc')
    .orderBy('delivery.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    ...deliveryOf(row),
    contractTitle: row.contract_title,
    contractReference: row.contract_reference,
    commitmentTitle: row.commitment_title,
  }))
}
