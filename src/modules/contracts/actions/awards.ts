import { actingAuthority } from '#identity'
import { followPurchase, type PurchaseId } from '#procurement'
import { putOnThread } from '#strategy'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Award } from '../model/award.ts'
import type { LifeRefusal } from '../model/life.ts'
import type { Commitment, Contract, ContractsRefusal, ContractText } from '../model.ts'
import { commitmentsOfAward, contractOfAward } from '../rules/from-award.ts'
import { decideContract } from '../rules/keep.ts'
import { insertCommitment } from '../store/commitments.ts'
import { findContractByAward, findContractByReference, insertContracts } from '../store/contracts.ts'
import { insertHandover } from '../store/handovers.ts'
import { insertSupplierLink } from '../store/supplier-links.ts'
import type { ContractsTables } from '../tables.ts'
import { commitmentOnThread } from './commitments.ts'
import { supplierKeyOf } from './register.ts'
import { tellPipeline } from './tell-pipeline.ts'

type Tx = Writer<ContractsTables>

/** What an award does not say and the register needs. */
export type AwardDraft = Pick<
  ContractText,
  'reference' | 'title' | 'department' | 'startsOn' | 'endsOn' | 'manager'
> &
  Partial<Pick<ContractText, 'description' | 'cpv' | 'supplierContact'>>

const keepCommitments = async (tx: Tx, ctx: Context, contract: Contract, award: Award): Promise<number> => {
  const texts = commitmentsOfAward(award, contract.manager)
  for (const [at, text] of texts.entries()) {
    const none = { fromOn: null, untilOn: null, replaces: null }
    const commitment: Commitment = { ...text, ...none, id: newId(), contractId: contract.id }
    const place = { position: at + 1, recordedAt: ctx.clock.now() }
    await insertCommitment(tx, actingAuthority(ctx), commitment, place)
    await commitmentOnThread(tx, ctx, commitment)
  }
  return texts.length
}

/**
 * Makes the contract of an award without retyping: price, supplier, and what the winning bid promised as commitments
 * at the unit values of the award. The supplier's account is linked, and a hand-over pack waits for both sides.
 * Returns the contract's id; an award becomes a contract once.
 */
export const contractFromAward = (
  ctx: Context,
  award: Award,
  draft: AwardDraft,
): Promise<Decision<string, ContractsRefusal | LifeRefusal>> =>
  inTransaction<ContractsTables, Decision<string, ContractsRefusal | LifeRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    if (await findContractByAward(tx, award.id)) return refuse('award-known')
    const decision = decideContract(contractOfAward(award, draft))
    if (!decision.ok) return decision
    const text = decision.value
    if (await findContractByReference(tx, text.reference)) return refuse('reference-taken')
    const now = ctx.clock.now()
    const contract: Contract = {
      ...text,
      id: newId(),
      supplierKey: supplierKeyOf(text),
      source: 'award',
      sourceName: '',
      recordedAt: now,
      awardId: award.id,
      purchaseId: award.purchaseId,
    }
    const { id, title, supplierName } = contract
    await insertContracts(tx, authorityId, [contract])
    const node = { kind: 'contract' as const, id, title, href: `/contracts/${id}`, note: supplierName }
    await putOnThread(tx as never, ctx, node)
    await tellPipeline(tx, ctx, contract)
    if (award.purchaseId !== null)
      await followPurchase(tx, ctx, award.purchaseId as PurchaseId, 'in-contract')
    const commitments = await keepCommitments(tx, ctx, contract, award)
    await insertHandover(tx, authorityId, { contractId: id, award, madeAt: now })
    if (award.supplierId !== null) {
      const link = {
        contractId: id,
        supplierId: award.supplierId,
        supplierName,
        email: '',
        how: 'award' as const,
      }
      await insertSupplierLink(tx, authorityId, { ...link, linkedAt: now, endedAt: null })
    }
    const facts = { award: award.id, reference: text.reference, supplier: supplierName, commitments }
    await recordAudit(tx, ctx, { name: 'CONTRACT_MADE_OF_AWARD', subject: id, facts })
    return accept(id)
  })
