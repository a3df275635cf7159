import { actingAuthority } from '#identity'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import type { ContractEnding } from '../model/contract-ending.ts'
import { saveContractEnding } from '../store/contract-endings.ts'
import type { ProcurementTables } from '../tables.ts'

/**
 * Tells the pipeline of a contract, or of its new last day. For the transaction of the register, which stands above this
 * module, so that the pipeline never says other than the register.
 */
export const putContractEnding = (
  tx: Writer<never>,
  ctx: Pick<Context, 'authorityId'>,
  ending: ContractEnding,
): Promise<void> =>
  saveContractEnding(tx as unknown as Writer<ProcurementTables>, actingAuthority(ctx), ending)
