import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Context, type Services, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { LetterChoice, NoteId } from '../model/notes.ts'
import type { PersonId } from '../model.ts'
import { digestLetter } from '../note-letters.ts'
import { isWeeklyDay } from '../rules/digests.ts'
import { listDigests, setLetterChoice, setRead, takeAwaiting } from '../store/notes.ts'
import { findPerson } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { actingPerson } from './acting.ts'

/** Marks a note of the acting person read, or all of them; returns how many were not. `through`: where not on the site. */
export const markRead = (ctx: Context, id: NoteId | 'all', through?: string): Promise<number> =>
  inTransaction<IdentityTables, number>(ctx, async (tx) => {
    const personId = actingPerson(ctx)
    const count = await setRead(tx, personId, id, ctx.clock.now())
    const facts = through === undefined ? { count } : { count, through }
    if (count > 0) await recordAudit(tx, ctx, { name: 'NOTES_READ', subject: personId, facts })
    return count
  })

/** Says how often the acting person wants letters. Notes that waited for a digest go with the next one. */
export const chooseLetters = (ctx: Context, choice: LetterChoice): Promise<void> =>
  inTransaction<IdentityTables, void>(ctx, async (tx) => {
    const personId = actingPerson(ctx)
    await setLetterChoice(tx, personId, choice)
    if (choice === 'none') await takeAwaiting(tx, personId)
    await recordAudit(tx, ctx, { name: 'LETTERS_CHOSEN', subject: personId, facts: { choice } })
  })

/** One letter with what waits for a person and is unread; nothing where nothing is. */
const sendDigest = (services: Services, personId: PersonId): Promise<boolean> =>
  inTransaction<IdentityTables, boolean>(
    actingAs(services, { kind: 'person', personId }, null),
    async (tx) => {
      const notes = await takeAwaiting(tx, personId)
      const person = await findPerson(tx, personId)
      if (!person || notes.length === 0) return false
      const mailId = await writeLetter(tx, digestLetter(services.siteUrl, person.email, notes))
      await services.jobs.enqueue(tx, 'send-mail', { mailId })
      return true
    },
  )

/** Writes the digests of today, each person's in a transaction of its own; run again, none twice. Gives how many. */
export const sendDigests = async (services: Services): Promise<number> => {
  const operator = actingAs(services, { kind: 'worker' }, null)
  const people = await inReading(operator, (db: Reader<IdentityTables>) =>
    listDigests(db, isWeeklyDay(today(operator))),
  )
  let letters = 0
  for (const personId of people) if (await sendDigest(services, personId)) letters += 1
  return letters
}
