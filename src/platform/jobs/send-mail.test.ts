import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { type MailTables, mailboxMailer, smtpMailer, writeLetter } from '../mail.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import { inTransaction } from '../transaction.ts'
import { sendMailJob } from './send-mail.ts'

const db = await openTestDatabase()

/** A real mail server that keeps what it gets and refuses `refused@…`. */
const received: Email[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('refused@') ? new Error('no such mailbox') : null),
  onData: (stream, _session, done) => {
    buffer(stream)
      .then((raw) => PostalMime.parse(raw))
      .then((mail) => done(null, void received.push(mail) as never), done)
  },
})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
const mailer = smtpMailer(
  `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
  'Goldthread <no-reply@northmere.example>',
)
afterAll(async () => {
  mailer.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

const services = { ...db.services, mailer }
const { run } = sendMailJob(services)
const ctx = db.context({ kind: 'command' }, null)
const write = (to: string, text = 'Hello', subject = 'Greetings') =>
  inTransaction<MailTables, string>(ctx, (tx) => writeLetter(tx, { to, subject, text }))
const stored = async (id: string) =>
  (
    await db.query(
      'select sent_at, last_error, body_text, attempts, tried_at from platform.mail where id = $1',
      [id],
    )
  )[0]
const lettersTo = (address: string) => received.filter((mail) => mail.to?.[0]?.address === address)

describe('the send-mail job', () => {
  test('sends a letter as it was written, and marks it sent', async () => {
    const text =
      'Dear Ada,\n\nthe café’s £1,234.56 – all of it.\nhttp://localhost:3000/invitations/abc_-1\n.\nlast line'
    const id = await write('ada@northmere.example', text, 'Café ↔ council: “£” & co')
    await run({ mailId: id })
    const [mail] = lettersTo('ada@northmere.example')
    expect(mail?.from?.address).toBe('no-reply@northmere.example')
    expect(mail?.subject).toBe('Café ↔ council: “£” & co')
    expect(mail?.text?.trimEnd()).toBe(text)
    expect(mail?.html).toContain(
      '<a href="http://localhost:3000/invitations/abc_-1">http://localhost:3000/invitations/abc_-1</a>',
    )
    expect(await stored(id)).toMatchObject({ sent_at: db.services.clock.now(), last_error: null })
  })

  test('keeps no text of a letter that has left: it may hold a link that opens an account', async () => {
    const id = await write('ben@northmere.example', 'http://localhost:3000/reset-password/secret')
    await run({ mailId: id })
    expect(await stored(id)).toMatchObject({ body_text: '' })
  })

  test('sends once, however often and how many at a time it is run', async () => {
    const id = await write('cal@northmere.example')
    await Promise.all([run({ mailId: id }), run({ mailId: id })])
    await run({ mailId: id })
    expect(lettersTo('cal@northmere.example')).toHaveLength(1)
  })

  test('says why a letter was refused, keeps it, and sends it at the next attempt', async () => {
    const id = await write('refused@northmere.example')
    await expect(run({ mailId: id })).rejects.toThrow('no such mailbox')
    expect(await stored(id)).toMatchObject({
      sent_at: null,
      body_text: 'Hello',
      attempts: 1,
      tried_at: db.services.clock.now(),
      last_error: expect.stringContaining('no such mailbox'),
    })
    await db.query(`update platform.mail set recipient = 'dee@northmere.example' where id = $1`, [id])
    await run({ mailId: id })
    expect(await stored(id)).toMatchObject({ last_error: null, body_text: '' })
    expect(lettersTo('dee@northmere.example')).toHaveLength(1)
  })

  test('lets no recipient or subject add a header or another recipient', async () => {
    const id = await write('eve@northmere.example', 'Hello', 'One\r\nBcc: mallory@evil.example')
    await run({ mailId: id })
    const [mail] = lettersTo('eve@northmere.example')
    expect(mail?.headers.find((header) => header.key === 'bcc')).toBeUndefined()
    expect(received.flatMap((each) => each.to ?? []).map(({ address }) => address)).not.toContain(
      'mallory@evil.example',
    )
  })

  test('leaves the letter in the mailbox of a demonstration', async () => {
    const id = await write('fay@northmere.example')
    await sendMailJob({ ...services, mailer: mailboxMailer }).run({ mailId: id })
    expect(await stored(id)).toMatchObject({ sent_at: db.services.clock.now(), body_text: 'Hello' })
    expect(lettersTo('fay@northmere.example')).toEqual([])
  })

  test('fails for a letter that is not there', async () => {
    await expect(run({ mailId: newId() })).rejects.toThrow('there is no letter')
  })
})
