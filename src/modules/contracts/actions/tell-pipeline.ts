import { putContractEnding } from '#procurement'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import type { Contract } from '../model.ts'
import { endOn, furthestEnd } from '../rules/term.ts'
import { listExtensions } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'

/** Tells the pipeline when a contract ends, so that what follows it can be planned. */
export const tellPipeline = async (
  tx: Writer<ContractsTables>,
  ctx: Context,
  contract: Contract,
): Promise<void> => {
  const extensions = (await listExtensions(tx, contract.id)).get(contract.id) ?? []
  const { id, reference, title, supplierName, department, valuePence } = contract
  await putContractEnding(tx as never, ctx, {
    contractId: id,
    reference,
    title,
    supplierName,
    department,
    valuePence,
    endsOn: endOn(contract, extensions, today(ctx)),
    furthestOn: furthestEnd(contract, extensions),
    href: `/contracts/${id}`,
  })
}
