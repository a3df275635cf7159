import { createHash, randomBytes } from 'node:crypto'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { PurchaseId } from '../model/purchase.ts'
import { deleteFeed, insertFeed } from '../store/calendar-feeds.ts'
import { getPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { authorityOf, personOf } from './authority.ts'

/** What is kept of a secret. It is random, so a fast hash is enough. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Makes a calendar for the person who asks; the secret is given once and never again. */
export const openCalendar = (ctx: Context, purchaseId: PurchaseId | null): Promise<string> =>
  inTransaction<ProcurementTables, string>(ctx, async (tx) => {
    if (purchaseId !== null) await getPurchase(tx, purchaseId)
    const secret = randomBytes(32).toString('base64url')
    const id = newId()
    await insertFeed(tx, {
      authorityId: authorityOf(ctx),
      id,
      personId: personOf(ctx),
      purchaseId,
      secretHash: hashOfSecret(secret),
      createdAt: ctx.clock.now(),
    })
    await recordAudit(tx, ctx, { name: 'CALENDAR_OPENED', subject: id, facts: { purchaseId } })
    return secret
  })

/** Closes a calendar of the person who asks; its address is of no use from then on. */
export const closeCalendar = (ctx: Context, id: string): Promise<void> =>
  inTransaction<ProcurementTables, void>(ctx, async (tx) => {
    if (await deleteFeed(tx, personOf(ctx), id))
      await recordAudit(tx, ctx, { name: 'CALENDAR_CLOSED', subject: id })
  })
