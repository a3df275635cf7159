import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { PublishingTables } from '../tables.ts'

type Db = Reader<PublishingTables>
type Tx = Writer<PublishingTables>

export const NAMING_DECISIONS = ['organisation', 'named', 'individual'] as const
export type NamingDecision = (typeof NAMING_DECISIONS)[number]

export type DoubtfulName = {
  readonly nameKey: string
  readonly name: string
  readonly reason: string
  readonly foundIn: readonly string[]
  readonly decision: NamingDecision | null
  readonly note: string
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** Names a rule takes for individuals: those nobody has decided on first. */
export const listNames = (db: Db): Promise<DoubtfulName[]> =>
  db
    .selectFrom('publishing.naming')
    .select([
      'name_key as nameKey',
      'name',
      'reason',
      'found_in as foundIn',
      'decision',
      'note',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
    ])
    .orderBy(sql`decision is not null`)
    .orderBy('name')
    .orderBy('name_key')
    .execute()

export type FoundName = { readonly nameKey: string; readonly name: string; readonly reason: string }

/** Notes that a name was found where it would be published; a decision that is there stays. */
export const noteNames = async (
  tx: Tx,
  authorityId: string,
  names: readonly FoundName[],
  where: string,
  at: Date,
): Promise<void> => {
  for (const { nameKey, name, reason } of names)
    await sql`
      insert into publishing.naming (authority_id, name_key, name, reason, found_in, found_at)
      values (${authorityId}::uuid, ${nameKey}, ${name}, ${reason}, array[${where}::text], ${at})
      on conflict (authority_id, name_key) do update
        set found_in = (select array_agg(distinct place order by place)
          from unnest(naming.found_in || excluded.found_in) as place)
        where not naming.found_in @> excluded.found_in`.execute(tx)
}

/** False where there is no such name. */
export const decideName = async (
  tx: Tx,
  nameKey: string,
  decision: {
    readonly decision: NamingDecision
    readonly note: string
    readonly by: string
    readonly at: Date
  },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('publishing.naming')
    .set({
      decision: decision.decision,
      note: decision.note,
      decided_by: decision.by,
      decided_at: decision.at,
    })
    .where('name_key', '=', nameKey)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type StoryDecision = {
  readonly deliveryId: string
  readonly story: string
  readonly isApproved: boolean
  readonly decidedBy: string
  readonly decidedAt: Date
}

export const listStoryDecisions = (db: Db): Promise<StoryDecision[]> =>
  db
    .selectFrom('publishing.story')
    .select([
      'delivery_id as deliveryId',
      'story',
      'is_approved as isApproved',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
    ])
    .orderBy('decided_at', 'desc')
    .orderBy('delivery_id')
    .execute()

export const saveStoryDecision = async (
  tx: Tx,
  authorityId: string,
  { deliveryId, ...decision }: StoryDecision,
): Promise<void> => {
  const columns = {
    story: decision.story,
    is_approved: decision.isApproved,
    decided_by: decision.decidedBy,
    decided_at: decision.decidedAt,
  }
  await tx
    .insertInto('publishing.story')
    .values({ authority_id: authorityId, delivery_id: deliveryId, ...columns })
    .onConflict((conflict) => conflict.columns(['authority_id', 'delivery_id']).doUpdateSet(columns))
    .execute()
}

export type Held = {
  readonly subject: string
  readonly title: string
  readonly reasons: readonly string[]
  readonly heldAt: Date
}

export const listHeld = (db: Db): Promise<Held[]> =>
  db
    .selectFrom('publishing.held')
    .select(['subject', 'title', 'reasons', 'held_at as heldAt'])
    .orderBy('held_at', 'desc')
    .orderBy('subject')
    .execute()

/** Notes why something could not be published; no reasons, and it is published again. */
export const holdBack = async (tx: Tx, authorityId: string, { subject, title, reasons, heldAt }: Held) => {
  await tx.deleteFrom('publishing.held').where('subject', '=', subject).execute()
  if (reasons.length > 0)
    await tx
      .insertInto('publishing.held')
      .values({ authority_id: authorityId, subject, title, reasons: [...reasons], held_at: heldAt })
      .execute()
}
