import { followPurchase } from '#procurement'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { silenceBetween } from '../rules/extension.ts'
import { authoritiesWithOpen, beat } from '../store/changes.ts'
import { getTender, listJustClosed, setClosed } from '../store/tenders.ts'
import type { TendersTables } from '../tables.ts'
import { recordOutage } from './extend.ts'

const WORKER = { kind: 'worker' } as const
const SILENT = 'The site was not at work.'

/** Tells whoever listens, once, of each tender whose deadline has passed. */
export const closeTenders = async (services: Services): Promise<number> => {
  const nobody = actingAs(services, WORKER, null)
  const now = services.clock.now()
  const due = await inReading(nobody, (db: Reader<TendersTables>) => listJustClosed(db, now))
  for (const { id, authorityId } of due) {
    const ctx = actingAs(services, WORKER, authorityId)
    await inTransaction<TendersTables, void>(ctx, async (tx) => {
      if (!(await setClosed(tx, id, now))) return
      const { purchaseId, reference } = await getTender(tx, id)
      await followPurchase(tx, ctx, purchaseId, 'assessing')
      await recordAudit(tx, ctx, { name: 'TENDER_CLOSED', subject: id, facts: { reference } })
      await ctx.jobs.publish(tx, 'tenderClosed', { authorityId, tenderId: id, what: 'closed' })
    })
  }
  return due.length
}

/** Notes that the site is at work; a silence before it is an outage for every authority that had a tender open. */
export const watchForOutages = async (services: Services): Promise<void> => {
  const nobody = actingAs(services, WORKER, null)
  const now = services.clock.now()
  const before = await inTransaction<TendersTables, Date | null>(nobody, (tx) => beat(tx, now))
  const silence = silenceBetween(before, now)
  if (silence === null) return
  const hit = await inReading(nobody, (db: Reader<TendersTables>) => authoritiesWithOpen(db, silence.fromAt))
  for (const authorityId of hit)
    await recordOutage(actingAs(services, WORKER, authorityId), { ...silence, what: SILENT })
}
