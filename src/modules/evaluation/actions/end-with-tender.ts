import { findTender } from '#tenders'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { findOfTender, lockEvaluation, setStage } from '../store/evaluations.ts'
import type { EvaluationTables } from '../tables.ts'

const ENDED: ReadonlySet<string> = new Set(['awarded', 'cancelled'])

/** Ends the evaluation of a tender that was cancelled on its own page, for the tender's reason; a second run does nothing. */
export const endWithTender = (services: Services, authorityId: string, tenderId: string): Promise<void> => {
  const ctx = actingAs(services, { kind: 'worker' }, authorityId)
  return inTransaction<EvaluationTables, void>(ctx, async (tx) => {
    const [tender, found] = [await findTender(tx as never, tenderId), await findOfTender(tx, tenderId)]
    if (tender?.status !== 'cancelled' || found === undefined) return
    const { id, stage } = await lockEvaluation(tx, found.id)
    if (ENDED.has(stage)) return
    const because = tender.cancelledBecause
    await setStage(tx, id, 'cancelled', because)
    await recordAudit(tx, ctx, { name: 'EVALUATION_CANCELLED', subject: id, facts: { because } })
  })
}
