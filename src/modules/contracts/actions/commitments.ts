import { actingAuthority } from '#identity'
import { cutThread, listTrees, putOnThread, type StrategyTables } from '#strategy'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Commitment, CommitmentText, ContractsRefusal } from '../model.ts'
import { decideCommitment } from '../rules/keep.ts'
import { getCommitment, insertCommitment, listCommitments, updateCommitment } from '../store/commitments.ts'
import { lockContract } from '../store/contracts.ts'
import { listDeliveries } from '../store/deliveries.ts'
import type { ContractsTables } from '../tables.ts'

type Tx = Writer<ContractsTables>
type Outcome = Decision<string, ContractsRefusal>

/** A commitment hangs under its contract and, with the contract, under the priority it serves. */
export const commitmentOnThread = (
  tx: Tx,
  ctx: Context,
  { id, contractId, title, quantity, unit, priorityId }: Commitment,
) => {
  const [contract, commitment] = [
    { kind: 'contract' as const, id: contractId },
    { kind: 'commitment' as const, id },
  ]
  const priority = priorityId === null ? null : { kind: 'priority' as const, id: priorityId }
  const node = {
    ...commitment,
    title,
    href: `/contracts/${contractId}#commitments`,
    note: `${quantity} ${unit}`,
  }
  return putOnThread(tx as never, ctx, node, [
    { upper: contract, lower: commitment },
    ...(priority
      ? [
          { upper: priority, lower: contract },
          { upper: priority, lower: commitment },
        ]
      : []),
  ])
}

const isPriority = async (tx: Tx, id: string): Promise<boolean> => {
  const trees = await listTrees(tx as unknown as Reader<StrategyTables>, ['adopted'])
  return trees.some(({ priorities }) => priorities.some((priority) => priority.id === id))
}

/** Writes a commitment down; returns its id. */
export const addCommitment = (ctx: Context, contractId: string, text: CommitmentText): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const decision = decideCommitment(text, await lockContract(tx, contractId))
    if (!decision.ok) return decision
    if (text.priorityId !== null && !(await isPriority(tx, text.priorityId)))
      return refuse('priority-unknown')
    const commitment = { ...text, id: newId(), contractId, fromOn: null, untilOn: null, replaces: null }
    const position = (await listCommitments(tx, contractId)).length + 1
    await insertCommitment(tx, actingAuthority(ctx), commitment, { position, recordedAt: ctx.clock.now() })
    await commitmentOnThread(tx, ctx, commitment)
    const facts = { title: text.title, quantity: text.quantity, unit: text.unit, measure: text.measure }
    await recordAudit(tx, ctx, { name: 'COMMITMENT_RECORDED', subject: contractId, facts })
    return accept(commitment.id)
  })

const isSamePromise = (a: CommitmentText, b: CommitmentText): boolean =>
  a.unit === b.unit && a.quantity === b.quantity && a.measure === b.measure

/** Changes a commitment. What was promised stands still from the first delivery that was reported to it. */
export const changeCommitment = (ctx: Context, id: string, text: CommitmentText): Promise<Outcome> =>
  inTransaction<ContractsTables, Outcome>(ctx, async (tx) => {
    const before = await getCommitment(tx, id)
    const decision = decideCommitment(text, await lockContract(tx, before.contractId))
    if (!decision.ok) return decision
    const deliveries = await listDeliveries(tx, before.contractId)
    if (!isSamePromise(before, text) && deliveries.some(({ commitmentId }) => commitmentId === id))
      return refuse('commitment-has-deliveries')
    if (
      text.priorityId !== null &&
      text.priorityId !== before.priorityId &&
      !(await isPriority(tx, text.priorityId))
    )
      return refuse('priority-unknown')
    if (before.priorityId !== null && before.priorityId !== text.priorityId)
      await cutThread(tx as never, {
        upper: { kind: 'priority', id: before.priorityId },
        lower: { kind: 'commitment', id },
      })
    await updateCommitment(tx, id, text)
    await commitmentOnThread(tx, ctx, { ...before, ...text })
    const facts = { title: text.title, from: before.quantity, to: text.quantity }
    await recordAudit(tx, ctx, { name: 'COMMITMENT_CHANGED', subject: before.contractId, facts })
    return accept(id)
  })
