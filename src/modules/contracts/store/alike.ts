import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { DeliveryReport } from '../model.ts'
import type { Alike } from '../rules/twice.ts'
import type { ContractsTables } from '../tables.ts'

type Question = Pick<DeliveryReport, 'contractId' | 'commitmentId' | 'unit' | 'fromOn' | 'toOn'> & {
  /** The delivery that is asked about, where it is kept already. */
  readonly deliveryId: string | null
}

/** Deliveries of the contract's supplier, under any of its contracts, that may be the same thing (`rules/twice.ts`). */
export const listAlike = async (
  db: Reader<ContractsTables>,
  { contractId, commitmentId, unit, fromOn, toOn, deliveryId }: Question,
): Promise<Alike[]> => {
  const { rows } = await sql<Alike>`
    select d.id as "deliveryId", d.title, d.unit, d.status, d.reported_by as "reportedBy",
      c.title as "contractTitle", trim_scale(coalesce(d.verified_quantity, d.quantity))::text as quantity,
      d.from_on::text as "fromOn", d.to_on::text as "toOn", case when a.id is not null then
        json_build_object('id', a.id, 'title', a.title, 'quantity', trim_scale(a.quantity)::text, 'unit', a.unit,
          'isOfSupplier', a.supplier_id is not null) end as activity
    from contracts.contract own
    join contracts.contract c on c.authority_id = own.authority_id and c.supplier_key = own.supplier_key
    join contracts.delivery d on d.authority_id = c.authority_id and d.contract_id = c.id
    left join contracts.commitment theirs on theirs.authority_id = d.authority_id and theirs.id = d.commitment_id
    left join contracts.commitment ours on ours.authority_id = own.authority_id and ours.id = ${commitmentId}::uuid
    left join contracts.activity a on a.authority_id = d.authority_id and a.id = d.activity_id
    where own.id = ${contractId}::uuid and d.status <> 'rejected'
      and d.from_on <= ${toOn}::date and d.to_on >= ${fromOn}::date
      and d.id is distinct from ${deliveryId}::uuid
      and case when ours.measure is null or theirs.measure is null then d.unit = ${unit}
        else (ours.framework, ours.measure) is not distinct from (theirs.framework, theirs.measure) end
    order by d.from_on, d.id`.execute(db)
  return rows
}
