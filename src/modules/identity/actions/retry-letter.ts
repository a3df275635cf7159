import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { isFailed, type MailOfPeople } from '../store/failed-letters.ts'
import { actingAuthority } from './acting.ts'

/** Tries a failed letter again now; false where the acting organisation has no such letter, or it has left. */
export const retryLetter = (ctx: Context, mailId: string): Promise<boolean> =>
  inTransaction<MailOfPeople, boolean>(ctx, async (tx) => {
    if (!(await isFailed(tx, actingAuthority(ctx), mailId))) return false
    await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
    await recordAudit(tx, ctx, { name: 'LETTER_RETRIED', subject: mailId })
    return true
  })
