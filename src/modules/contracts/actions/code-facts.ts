import { actingAuthority } from '#identity'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { type CodeFacts, NO_CODE_FACTS } from '../model/code-facts.ts'
import { listCodeFacts, saveCodeFacts } from '../store/code-facts.ts'
import { listContracts, lockContract } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'

/** Writes down what the Transparency Code asks of a contract. */
export const setCodeFacts = (ctx: Context, contractId: string, facts: CodeFacts): Promise<void> =>
  inTransaction<ContractsTables, void>(ctx, async (tx) => {
    await lockContract(tx, contractId)
    await saveCodeFacts(tx, actingAuthority(ctx), contractId, facts)
    await recordAudit(tx, ctx, { name: 'CODE_FACTS_RECORDED', subject: contractId, facts })
  })

/** What a file says of contracts by their reference, in its import's transaction; what it leaves empty is kept. */
export const importCodeFacts = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  said: ReadonlyMap<string, CodeFacts>,
): Promise<number> => {
  if (said.size === 0) return 0
  const known = await listCodeFacts(tx)
  let changed = 0
  for (const { id, reference } of await listContracts(tx)) {
    const facts = said.get(reference)
    if (!facts) continue
    const before = known.get(id) ?? NO_CODE_FACTS
    const after: CodeFacts = {
      irrecoverableVatPence: facts.irrecoverableVatPence ?? before.irrecoverableVatPence,
      invitation: facts.invitation ?? before.invitation,
      isSme: facts.isSme ?? before.isSme,
      isVcse: facts.isVcse ?? before.isVcse,
    }
    if (JSON.stringify(after) === JSON.stringify(before)) continue
    changed++
    await saveCodeFacts(tx, authorityId, id, after)
  }
  return changed
}
