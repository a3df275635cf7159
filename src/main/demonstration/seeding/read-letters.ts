import { actingAs, type Services } from '../../../platform/context.ts'
import type { MailTables } from '../../../platform/mail.ts'
import { inReading } from '../../../platform/reading.ts'

/** The newest letter to each of these addresses, as whoever they belong to would read it. */
export const readLetters = (
  services: Services,
  recipients: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  inReading<MailTables, ReadonlyMap<string, string>>(
    actingAs(services, { kind: 'command' }, null),
    async (db) => {
      if (recipients.length === 0) return new Map()
      const rows = await db
        .selectFrom('platform.mail')
        .select(['recipient', 'body_text'])
        .where('recipient', 'in', [...recipients])
        .orderBy('id')
        .execute()
      return new Map(rows.map((row) => [row.recipient, row.body_text]))
    },
  )
