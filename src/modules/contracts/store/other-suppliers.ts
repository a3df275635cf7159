import type { Reader, Writer } from '../../../platform/database.ts'
import type { NamedSupplier, RegisterNumber } from '../model.ts'
import type { ContractsTables } from '../tables.ts'

/** The suppliers of contracts beside the first, in order; of all contracts that have any, or of one. */
export const listOtherSuppliers = async (
  db: Reader<ContractsTables>,
  contractId: string | null = null,
): Promise<Map<string, NamedSupplier[]>> => {
  const rows = await db
    .selectFrom('contracts.other_supplier')
    .selectAll()
    .$if(contractId !== null, (query) => query.where('contract_id', '=', contractId ?? ''))
    .orderBy('contract_id')
    .orderBy('position')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.contract_id)].map(([id, group]) => [
      id,
      group.map(({ name, scheme, number }) => ({
        name,
        number: number === null ? null : { scheme: scheme as RegisterNumber['scheme'], number },
      })),
    ]),
  )
}

type Keyed = NamedSupplier & { readonly supplierKey: string }

/** Puts these in the place of those that a contract has beside its first. */
export const setOtherSuppliers = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  contractId: string,
  others: readonly Keyed[],
): Promise<void> => {
  await tx.deleteFrom('contracts.other_supplier').where('contract_id', '=', contractId).execute()
  for (let from = 0; from < others.length; from += 1000)
    await tx
      .insertInto('contracts.other_supplier')
      .values(
        others.slice(from, from + 1000).map(({ name, number, supplierKey }, at) => ({
          authority_id: authorityId,
          contract_id: contractId,
          position: from + at + 2,
          name,
          scheme: number?.scheme ?? null,
          number: number?.number ?? null,
          supplier_key: supplierKey,
        })),
      )
      .execute()
}
