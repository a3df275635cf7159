import { sql } from 'kysely'
import type { Services } from '../context.ts'
import type { Writer } from '../database.ts'
import type { Letter, MailTables } from '../mail.ts'
import { inTransaction } from '../transaction.ts'
import type { Job } from './queue.ts'

type Sending = Pick<Services, 'database' | 'mailer' | 'clock'>

const MAX_ERROR = 500

/** The letter, where it still has to go; the row stays locked so that two workers never send it twice. */
const takeLetter = async (tx: Writer<MailTables>, id: string): Promise<Letter | undefined> => {
  const row = await tx
    .selectFrom('platform.mail')
    .select(['recipient', 'subject', 'body_text', 'sent_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Error(`there is no letter ${id}`)
  return row.sent_at ? undefined : { to: row.recipient, subject: row.subject, text: row.body_text }
}

const setMail = async (tx: Writer<MailTables>, id: string, values: object): Promise<void> => {
  await tx.updateTable('platform.mail').set(values).where('id', '=', id).execute()
}

/**
 * Sends one letter and marks it sent; run again, it does nothing. A letter that has left the house keeps its
 * subject only: its text may hold a link that opens an account. A worker that dies between sending and marking
 * sends again: a letter twice is better than none.
 */
const sendMail = async (services: Sending, id: string): Promise<void> => {
  const who = { database: services.database, actor: { kind: 'worker' } as const, authorityId: null }
  try {
    await inTransaction<MailTables, void>(who, async (tx) => {
      const letter = await takeLetter(tx, id)
      if (!letter) return
      await services.mailer.send(letter)
      const sent = { sent_at: services.clock.now(), last_error: null }
      await setMail(tx, id, services.mailer.isDemonstration ? sent : { ...sent, body_text: '' })
    })
  } catch (error) {
    const last_error = (error as Error).message.slice(0, MAX_ERROR)
    const tried_at = services.clock.now()
    await inTransaction<MailTables, void>(who, (tx) =>
      setMail(tx, id, { last_error, tried_at, attempts: sql`attempts + 1` }),
    )
    throw error
  }
}

/** Takes `{ mailId }`, as `writeLetter` gives it. */
export const sendMailJob = (services: Sending): Job => ({
  name: 'send-mail',
  // From a minute to four hours apart: half a day outlasts most faults of a mail server.
  retries: 10,
  pauseSeconds: 60,
  run: (data) => sendMail(services, String(data.mailId)),
})
