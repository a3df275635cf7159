import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { recordAudit } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Writer } from '../../../../platform/database.ts'
import { writeLetter } from '../../../../platform/mail.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { decisionLetter } from '../../directory-letters.ts'
import type { DirectoryEntry, DirectoryEntryId, DirectoryRefusal } from '../../model/directory.ts'
import { decideModeration, publicContent } from '../../rules/directory/moderation.ts'
import { lockEntry, setState } from '../../store/directory/entries.ts'
import { deleteListing, setListing } from '../../store/directory/listings.ts'
import type { SupplierTables } from '../../tables.ts'

type Tx = Writer<SupplierTables>

const tellKeeper = async (tx: Tx, ctx: Context, entry: DirectoryEntry, refusal: string | null) => {
  const mailId = await writeLetter(tx, decisionLetter(ctx.siteUrl, entry.keeperEmail, entry, refusal))
  await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
}

/** Lists an entry as the moderator read it. `readAt` is the moment of the proposal that they saw. */
export const approveEntry = (
  ctx: Context,
  id: DirectoryEntryId,
  readAt: string,
): Promise<Decision<DirectoryEntryId, DirectoryRefusal>> =>
  inTransaction(ctx, async (tx: Tx) => {
    const entry = await lockEntry(tx, id)
    const decision = decideModeration(entry, readAt)
    if (!decision.ok) return decision
    await setListing(tx, id, publicContent(decision.value), ctx.clock.now())
    await setState(tx, id, 'listed', { name: decision.value.name })
    await recordAudit(tx, ctx, {
      name: 'DIRECTORY_ENTRY_APPROVED',
      subject: id,
      facts: { name: decision.value.name },
    })
    await tellKeeper(tx, ctx, { ...entry, name: decision.value.name }, null)
    return accept(id)
  })

/** Sends an entry back with a reason. What was listed before stays. */
export const refuseEntry = (
  ctx: Context,
  id: DirectoryEntryId,
  readAt: string,
  reason: string,
): Promise<Decision<DirectoryEntryId, DirectoryRefusal>> =>
  inTransaction(ctx, async (tx: Tx) => {
    if (reason.trim() === '') return refuse('reason-needed')
    const entry = await lockEntry(tx, id)
    const decision = decideModeration(entry, readAt)
    if (!decision.ok) return decision
    await setState(tx, id, 'refused', { refusal: reason })
    await recordAudit(tx, ctx, { name: 'DIRECTORY_ENTRY_REFUSED', subject: id, facts: { reason } })
    await tellKeeper(tx, ctx, entry, reason)
    return accept(id)
  })

/** Takes a listed entry off, with a reason: the business has closed, or misled. */
export const delistEntry = (
  ctx: Context,
  id: DirectoryEntryId,
  reason: string,
): Promise<Decision<DirectoryEntryId, DirectoryRefusal>> =>
  inTransaction(ctx, async (tx: Tx) => {
    if (reason.trim() === '') return refuse('reason-needed')
    const entry = await lockEntry(tx, id)
    await deleteListing(tx, id)
    await setState(tx, id, 'refused', { refusal: reason })
    await recordAudit(tx, ctx, { name: 'DIRECTORY_ENTRY_DELISTED', subject: id, facts: { reason } })
    await tellKeeper(tx, ctx, entry, reason)
    return accept(id)
  })
