import { actingAuthority } from '#identity'
import { accept, type Decision } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { LifeRefusal } from '../model/life.ts'
import { decideSubContractor, type SubContractorDraft } from '../rules/sub-contractors.ts'
import { lockContract } from '../store/contracts.ts'
import { insertSubContractor, listSubContractors, setSubContractorLeft } from '../store/sub-contractors.ts'
import type { ContractsTables } from '../tables.ts'

type Tx = Writer<ContractsTables>
type Outcome = Decision<string, LifeRefusal>

/** Keeps a sub-contractor in a transaction that the caller has; returns its id. */
export const keepSubContractor = async (
  tx: Tx,
  ctx: Context,
  contractId: string,
  draft: SubContractorDraft,
): Promise<Outcome> => {
  await lockContract(tx, contractId)
  const decision = decideSubContractor(await listSubContractors(tx, contractId), draft)
  if (!decision.ok) return decision
  const id = newId()
  await insertSubContractor(tx, actingAuthority(ctx), { ...draft, id, contractId, leftOn: null })
  const facts = { name: draft.name, work: draft.work }
  await recordAudit(tx, ctx, { name: 'SUB_CONTRACTOR_RECORDED', subject: contractId, facts })
  return accept(id)
}

export const addSubContractor = (
  ctx: Context,
  contractId: string,
  draft: SubContractorDraft,
): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, (tx) => keepSubContractor(tx, ctx, contractId, draft))

/** Writes down that a sub-contractor has left; what it did stays. */
export const endSubContractor = (ctx: Context, contractId: string, id: string): Promise<void> =>
  inTransaction<ContractsTables, void>(ctx, async (tx) => {
    const known = (await listSubContractors(tx, contractId)).find((one) => one.id === id)
    if (!known) throw new NotFound('There is no such sub-contractor here.')
    if (known.leftOn !== null) return
    await setSubContractorLeft(tx, id, today(ctx))
    await recordAudit(tx, ctx, {
      name: 'SUB_CONTRACTOR_LEFT',
      subject: contractId,
      facts: { name: known.name },
    })
  })
