import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { confirmLettersLetter } from '../letters.ts'
import { hashLinkSecret, newLinkSecret } from '../link-secrets.ts'
import type { TenderRefusal } from '../model.ts'
import {
  confirmSubscription,
  endSubscription,
  insertSubscription,
  type Wish,
} from '../store/subscriptions.ts'
import type { TendersTables } from '../tables.ts'

/** Takes a wish for letters and sends a link that proves the address. The answer is the same whoever asks. */
export const wishForLetters = (ctx: Context, wish: Wish): Promise<Decision<null, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<null, TenderRefusal>>(ctx, async (tx) => {
    const [secret, leaveKey, id] = [newLinkSecret(), newLinkSecret(), newId()]
    const confirmHash = hashLinkSecret(secret)
    const kept = { ...wish, id, confirmHash, leaveKey, at: ctx.clock.now() }
    if (!(await insertSubscription(tx, kept))) return refuse('too-many-letters')
    const letter = confirmLettersLetter(ctx.siteUrl, wish.email, secret)
    await ctx.jobs.enqueue(tx, 'send-mail', { mailId: await writeLetter(tx, letter) })
    await recordAudit(tx, ctx, { name: 'LETTERS_WISHED', subject: id, facts: { tenderId: wish.tenderId } })
    return accept(null)
  })

/** Begins the letters. Throws NotFound for a link that is unknown or older than two days. */
export const confirmLetters = (ctx: Context, secret: string): Promise<void> =>
  inTransaction<TendersTables, void>(ctx, async (tx) => {
    const hash = hashLinkSecret(secret)
    if (!(await confirmSubscription(tx, hash, ctx.clock.now())))
      throw new NotFound('This link is unknown, or older than two days. Ask for letters again.')
    await recordAudit(tx, ctx, { name: 'LETTERS_CONFIRMED', subject: 'letters' })
  })

/** Ends the letters; a link that was used before does no harm. */
export const leaveLetters = (ctx: Context, key: string): Promise<void> =>
  inTransaction<TendersTables, void>(ctx, async (tx) => {
    if (await endSubscription(tx, key))
      await recordAudit(tx, ctx, { name: 'LETTERS_ENDED', subject: 'letters' })
  })
