import type { Generated } from 'kysely'
import nodemailer from 'nodemailer'
import type { Writer } from './database.ts'
import { newId } from './ids.ts'
import { letterHtml } from './letter-html.ts'

export type MailTables = {
  'platform.mail': {
    id: string
    created_at: Date
    recipient: string
    subject: string
    body_text: string
    sent_at: Date | null
    last_error: string | null
    authority_id: Generated<string | null>
    attempts: Generated<number>
    tried_at: Generated<Date | null>
  }
}

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

/** Sends a letter out of the house, or undefined where there is no way out (demonstration). */
export type Mailer = {
  readonly isDemonstration: boolean
  readonly send: (letter: Letter) => Promise<void>
  readonly close: () => void
}

export const smtpMailer = (smtpUrl: string, from: string): Mailer => {
  const transport = nodemailer.createTransport(smtpUrl, { from })
  return {
    isDemonstration: false,
    send: async ({ to, subject, text }) =>
      void (await transport.sendMail({ to, subject, text, html: letterHtml(subject, text) })),
    close: () => transport.close(),
  }
}

/** There is no way out, and no page to show letters on: each stays with its reason until SMTP_URL is set. */
export const noMailer: Mailer = {
  isDemonstration: false,
  send: async () => {
    throw new Error('SMTP_URL is not set, so letters cannot leave')
  },
  close: () => undefined,
}

/** Nothing leaves: the letter stays on the mailbox page. For demonstrations only, as letters hold live links. */
export const mailboxMailer: Mailer = {
  isDemonstration: true,
  send: async () => undefined,
  close: () => undefined,
}

/** Writes a letter, for whichever authority acts, in the transaction that causes it; the returned id is what the `send-mail` job takes. */
export const writeLetter = async <T>(tx: Writer<T>, letter: Letter): Promise<string> => {
  const id = newId()
  await (tx as unknown as Writer<MailTables>)
    .insertInto('platform.mail')
    .values({
      id,
      created_at: new Date(),
      recipient: letter.to,
      subject: letter.subject,
      body_text: letter.text,
      sent_at: null,
      last_error: null,
    })
    .execute()
  return id
}
