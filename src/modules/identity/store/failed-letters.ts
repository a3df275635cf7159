import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { MailTables } from '../../../platform/mail.ts'
import type { OrganisationId } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

export type MailOfPeople = MailTables & IdentityTables

export type FailedLetter = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly createdAt: Date
  readonly attempts: number
  readonly triedAt: Date | null
  readonly error: string | null
}

/** Letters that an organisation wrote, or that nobody's business (a forgotten password) sent to its people. */
const failedOf = (db: Reader<MailOfPeople>, authorityId: OrganisationId) =>
  db
    .selectFrom('platform.mail as l')
    .where('l.sent_at', 'is', null)
    .where('l.last_error', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('l.authority_id', '=', authorityId),
        eb.and([
          eb('l.authority_id', 'is', null),
          eb.exists(
            eb
              .selectFrom('identity.person as p')
              .innerJoin('identity.membership as m', 'm.person_id', 'p.id')
              .select(sql`1`.as('one'))
              .where('m.authority_id', '=', authorityId)
              .whereRef('p.email', '=', 'l.recipient'),
          ),
        ]),
      ]),
    )

export const listFailed = (
  db: Reader<MailOfPeople>,
  authorityId: OrganisationId,
  limit: number,
  offset: number,
): Promise<FailedLetter[]> =>
  failedOf(db, authorityId)
    .select(['l.id', 'l.recipient', 'l.subject', 'l.attempts'])
    .select(['l.created_at as createdAt', 'l.tried_at as triedAt', 'l.last_error as error'])
    .orderBy('l.created_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

export const countFailed = async (db: Reader<MailOfPeople>, authorityId: OrganisationId): Promise<number> => {
  const found = await failedOf(db, authorityId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return found.count
}

/** Whether a letter is one of those. */
export const isFailed = async (
  db: Reader<MailOfPeople>,
  authorityId: OrganisationId,
  id: string,
): Promise<boolean> =>
  (await failedOf(db, authorityId).select('l.id').where('l.id', '=', id).executeTakeFirst()) !== undefined
