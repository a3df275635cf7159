import { actingAuthority } from '#identity'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Invoice } from '../rules/paid-on-time.ts'
import { lockContract } from '../store/contracts.ts'
import { saveInvoices } from '../store/invoices.ts'
import type { ContractsTables } from '../tables.ts'

/** Writes invoices down, or brings known numbers up to date; all or none. */
export const recordInvoices = (
  ctx: Context,
  contractId: string,
  invoices: readonly Invoice[],
): Promise<number> =>
  inTransaction<ContractsTables, number>(ctx, async (tx) => {
    await lockContract(tx, contractId)
    await saveInvoices(tx, actingAuthority(ctx), contractId, invoices)
    const facts = { invoices: invoices.length }
    await recordAudit(tx, ctx, { name: 'INVOICES_RECORDED', subject: contractId, facts })
    return invoices.length
  })
