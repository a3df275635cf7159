import { actingAuthority } from '#identity'
import { postponeOpening } from '#sealing'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Outage, Tender, TenderRefusal } from '../model.ts'
import { decideExtension, decideOutage } from '../rules/extension.ts'
import { insertExtension, insertOutage, listExtensions, listOutages } from '../store/changes.ts'
import { getTender, lockTender, setDeadline, setStatus } from '../store/tenders.ts'
import { deleteDraft } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'
import { announce } from './announce.ts'

export type ExtensionDraft = {
  readonly to: Date
  readonly reason: string
  /** The outage that it answers. */
  readonly outageId: string | null
}

/** Puts the deadline of a tender off, for everybody, and writes down why. */
export const extendDeadline = (
  ctx: Context,
  tenderId: string,
  { to, reason, outageId }: ExtensionDraft,
): Promise<Decision<Tender, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<Tender, TenderRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const tender = await lockTender(tx, authorityId, tenderId)
    const outages = await listOutages(tx, authorityId)
    const outage = outages.find(({ id }) => id === outageId) ?? null
    if (outageId !== null && outage === null) return refuse('outage-unknown')
    const now = ctx.clock.now()
    const decision = decideExtension({ tender, to, reason, outage, now })
    if (!decision.ok) return decision
    const number = (await listExtensions(tx, tenderId)).length + 1
    await insertExtension(tx, authorityId, tenderId, {
      number,
      fromDeadline: tender.deadline,
      toDeadline: to,
      reason,
      outageId,
      madeAt: now,
    })
    await setDeadline(tx, tenderId, to, tender.questionDeadline)
    if (tender.keyId !== null) await postponeOpening(tx, authorityId, tender.keyId, to)
    const facts = {
      reference: tender.reference,
      from: tender.deadline.toISOString(),
      to: to.toISOString(),
      reason,
      outageId,
    }
    await recordAudit(tx, ctx, { name: 'TENDER_EXTENDED', subject: tenderId, facts })
    await announce(tx, ctx, tenderId, 'extended')
    return accept(await getTender(tx, tenderId))
  })

/** Writes down that the site was away, for all tenders of the authority; returns its id. */
export const recordOutage = (
  ctx: Context,
  told: Pick<Outage, 'fromAt' | 'toAt' | 'what'>,
): Promise<Decision<string, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<string, TenderRefusal>>(ctx, async (tx) => {
    const now = ctx.clock.now()
    const decision = decideOutage(told, now)
    if (!decision.ok) return decision
    const authorityId = actingAuthority(ctx)
    const id = newId()
    const notedBy = ctx.actor.kind === 'worker' ? 'system' : 'officer'
    await insertOutage(tx, authorityId, { id, ...told, notedBy, notedAt: now })
    const facts = { from: told.fromAt.toISOString(), to: told.toAt.toISOString(), what: told.what, notedBy }
    await recordAudit(tx, ctx, { name: 'OUTAGE_RECORDED', subject: id, facts })
    return accept(id)
  })

/** The same in the transaction of its cause, such as an evaluation that is given up. */
export const cancelWithin = async <Tables>(
  writer: Writer<Tables>,
  ctx: Context,
  tenderId: string,
  reason: string,
): Promise<Decision<Tender, TenderRefusal>> => {
  const tx = writer as unknown as Writer<TendersTables>
  const tender = await lockTender(tx, actingAuthority(ctx), tenderId)
  if (tender.status !== 'published' && tender.status !== 'opened') return refuse('status-not-next')
  if (reason.trim() === '') return refuse('reason-missing')
  await setStatus(tx, tenderId, 'cancelled', reason)
  await deleteDraft(tx, tenderId)
  const facts = { reference: tender.reference, reason }
  await recordAudit(tx, ctx, { name: 'TENDER_CANCELLED', subject: tenderId, facts })
  await announce(tx, ctx, tenderId, 'cancelled')
  return accept(await getTender(tx, tenderId))
}

/** Ends a tender without an award, with its reason, for all to read. */
export const cancelTender = (
  ctx: Context,
  tenderId: string,
  reason: string,
): Promise<Decision<Tender, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<Tender, TenderRefusal>>(ctx, (tx) =>
    cancelWithin(tx, ctx, tenderId, reason),
  )
