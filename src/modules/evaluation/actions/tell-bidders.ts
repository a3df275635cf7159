import { getOrganisation, type IdentityTables, listMembers, notify, type OrganisationId } from '#identity'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { outcomeNote } from '../messages.ts'
import { listSummaries } from '../store/decisions.ts'
import { getEvaluation } from '../store/evaluations.ts'
import type { EvaluationTables } from '../tables.ts'

/** Everybody of a supplier, asked in its own name: no authority may list another organisation's people. */
const peopleOf = (services: Services, supplierId: string) =>
  inReading(actingAs(services, { kind: 'worker' }, supplierId), (db: Reader<IdentityTables>) =>
    listMembers(db, supplierId as OrganisationId),
  )

/** Writes to everybody of each bidder that its assessment summary is there. A second run writes to nobody again. */
export const tellBidders = async (services: Services, authorityId: string, id: string): Promise<void> => {
  const ctx = actingAs(services, { kind: 'worker' }, authorityId)
  const found = await inReading(ctx, async (db: Reader<EvaluationTables & IdentityTables>) => ({
    evaluation: await getEvaluation(db as never, id),
    summaries: await listSummaries(db as never, { evaluationId: id }),
    authority: await getOrganisation(db as never, authorityId as OrganisationId),
  }))
  const { evaluation, summaries, authority } = found
  const told: { personId: string; bidId: string }[] = []
  for (const { supplierId, bidId } of summaries)
    for (const { id: personId, isDisabled } of await peopleOf(services, supplierId))
      if (!isDisabled) told.push({ personId, bidId })
  await inTransaction(ctx, async (tx) => {
    if (await hasTold(tx as never, id)) return
    for (const { personId, bidId } of told)
      await notify(tx, ctx, { ...outcomeNote(evaluation, authority.name, bidId), to: { personId } })
    await recordAudit(tx, ctx, { name: 'BIDDERS_TOLD', subject: id, facts: { letters: told.length } })
  })
}

type AuditReader = Reader<{ 'platform.audit_entry': { name: string; subject: string; number: number } }>
const hasTold = async (db: AuditReader, id: string): Promise<boolean> =>
  (await db
    .selectFrom('platform.audit_entry')
    .select('number')
    .where('name', '=', 'BIDDERS_TOLD')
    .where('subject', '=', id)
    .executeTakeFirst()) !== undefined
