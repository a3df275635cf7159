import type { Reader } from '../../../platform/database.ts'
import type { MailTables } from '../../../platform/mail.ts'

export type SentLetter = {
  readonly id: string
  readonly createdAt: Date
  readonly recipient: string
  readonly subject: string
  readonly text: string
}

/** The newest letters of a demonstration, where none leaves the house. The table is the platform's. */
export const listLetters = (db: Reader<MailTables>, limit: number): Promise<SentLetter[]> =>
  db
    .selectFrom('platform.mail')
    .select(['id', 'created_at as createdAt', 'recipient', 'subject', 'body_text as text'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
