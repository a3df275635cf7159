import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import type { NewNote } from '../model/notes.ts'
import { noteLetter } from '../note-letters.ts'
import { deliveryOf } from '../rules/digests.ts'
import { findReader, insertNote } from '../store/notes.ts'
import type { IdentityTables } from '../tables.ts'

type Notifying = Pick<Context, 'authorityId' | 'clock' | 'jobs' | 'siteUrl'>

/**
 * Tells somebody something, in the transaction of its cause: into their inbox, and by letter as they chose. An address
 * without an account gets the letter alone. False where there was nobody to tell: the account is closed.
 */
export const notify = async <T>(tx: Writer<T>, ctx: Notifying, note: NewNote): Promise<boolean> => {
  const own = tx as unknown as Writer<IdentityTables>
  const reader = await findReader(own, note.to)
  const address = reader?.email ?? ('email' in note.to ? note.to.email : null)
  if (address === null) return false
  const delivery = deliveryOf(reader?.choice ?? 'at-once', note.isPressing ?? false)
  if (reader)
    await insertNote(own, {
      ...note,
      id: newId(),
      personId: reader.personId,
      authorityId: ctx.authorityId,
      createdAt: ctx.clock.now(),
      awaitsDigest: delivery === 'digest',
    })
  if (delivery === 'at-once') {
    const mailId = await writeLetter(tx, noteLetter(ctx.siteUrl, address, note, reader !== undefined))
    await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
  }
  return true
}
