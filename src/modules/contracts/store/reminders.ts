import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Reminder } from '../rules/reminders.ts'
import type { ContractsTables } from '../tables.ts'

/** The day of the last step of each delivery that is not decided, by its id. */
export const sinceOfOpen = async (db: Reader<ContractsTables>): Promise<Map<string, PlainDate>> => {
  const { rows } = await sql<{ id: string; on: string }>`
    select d.id, to_char(max(s.recorded_at) at time zone 'Europe/London', 'YYYY-MM-DD') as on
    from contracts.delivery d
    join contracts.delivery_step s on s.authority_id = d.authority_id and s.delivery_id = d.id
    where d.status in ('reported', 'asked') group by d.id order by d.id`.execute(db)
  return new Map(rows.map(({ id, on }) => [id, on]))
}

/** Notes that a reminder goes to somebody; false where it did before. */
export const noteReminder = async (
  tx: Writer<ContractsTables>,
  authorityId: string,
  { contractId, side, about }: Reminder,
  recipient: string,
  at: Date,
): Promise<boolean> => {
  const noted = await tx
    .insertInto('contracts.reminder')
    .values({ authority_id: authorityId, contract_id: contractId, side, about, recipient, sent_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('about')
    .executeTakeFirst()
  return noted !== undefined
}
