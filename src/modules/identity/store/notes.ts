import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { LetterChoice, NewNote, Note, NoteId, NoteReader } from '../model/notes.ts'
import type { OrganisationId, PersonId } from '../model.ts'
import type { IdentityTables } from '../tables.ts'

type Db = Reader<IdentityTables>
type Tx = Writer<IdentityTables>

/** Whom a note reaches; undefined where nobody with an open account has that id or address. */
export const findReader = async (db: Db, to: NewNote['to']): Promise<NoteReader | undefined> => {
  const personId = 'personId' in to ? to.personId : null
  const email = 'email' in to ? to.email : null
  const found = await sql<NoteReader>`
    select person_id as "personId", email, choice from identity.find_reader(${personId}, ${email})`.execute(
    db,
  )
  return found.rows[0]
}

export type StoredNote = Pick<NewNote, 'kind' | 'subject' | 'lines' | 'href'> & {
  readonly id: NoteId
  readonly personId: PersonId
  readonly authorityId: OrganisationId | null
  readonly createdAt: Date
  readonly awaitsDigest: boolean
}

export const insertNote = async (tx: Tx, note: StoredNote): Promise<void> => {
  await tx
    .insertInto('identity.note')
    .values({
      person_id: note.personId,
      id: note.id,
      authority_id: note.authorityId,
      kind: note.kind,
      subject: note.subject,
      lines: [...note.lines],
      href: note.href,
      created_at: note.createdAt,
      awaits_digest: note.awaitsDigest,
    })
    .execute()
}

const ownNotes = (db: Db, personId: PersonId) =>
  db
    .selectFrom('identity.note as n')
    .leftJoin('identity.organisation as o', 'o.id', 'n.authority_id')
    .select(['n.id', 'n.subject', 'n.lines', 'n.href', 'n.created_at as createdAt', 'n.read_at as readAt'])
    // What is told a supplier's people in its own name comes from nobody but the site.
    .select(sql<string | null>`case when o.is_authority then o.name end`.as('authorityName'))
    .where('n.person_id', '=', personId)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')

/** One page of the acting person's notes, the newest first. */
export const listNotes = (
  db: Db,
  personId: PersonId,
  limit: number,
  offset: number,
  isUnreadOnly = false,
): Promise<Note[]> =>
  ownNotes(db, personId)
    .$if(isUnreadOnly, (query) => query.where('n.read_at', 'is', null))
    .limit(limit)
    .offset(offset)
    .execute()

/** How many notes the acting person has, and how many are unread. */
export const countNotes = (db: Db, personId: PersonId): Promise<{ total: number; unread: number }> => {
  return db
    .selectFrom('identity.note')
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread'),
    ])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
}

/** Marks one note, or all, of the acting person read; returns how many were not. */
export const setRead = async (tx: Tx, personId: PersonId, id: NoteId | 'all', at: Date): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('identity.note')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(id !== 'all', (query) => query.where('id', '=', id))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export const findLetterChoice = async (db: Db, personId: PersonId): Promise<LetterChoice> => {
  const found = await db
    .selectFrom('identity.letter_choice')
    .select('choice')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found?.choice ?? 'at-once'
}

export const setLetterChoice = async (tx: Tx, personId: PersonId, choice: LetterChoice): Promise<void> => {
  await tx
    .insertInto('identity.letter_choice')
    .values({ person_id: personId, choice })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ choice }))
    .execute()
}

/** Whose notes wait for a digest that goes today. Row-level security hides them from the worker, so a function answers. */
export const listDigests = async (db: Db, weekly: boolean): Promise<PersonId[]> => {
  const found = await sql<{ personId: PersonId }>`
    select person_id as "personId" from identity.list_digests(${weekly})`.execute(db)
  return found.rows.map(({ personId }) => personId)
}

/** Takes the notes that wait for a digest: none of them waits afterwards. Gives those that are still unread, the oldest first. */
export const takeAwaiting = async (tx: Tx, personId: PersonId): Promise<Note[]> => {
  const taken = await tx
    .updateTable('identity.note')
    .set({ awaits_digest: false })
    .where('person_id', '=', personId)
    .where('awaits_digest', '=', true)
    .returning('id')
    .execute()
  if (taken.length === 0) return []
  const ids = taken.map(({ id }) => id)
  const notes = await ownNotes(tx, personId).where('n.id', 'in', ids).where('n.read_at', 'is', null).execute()
  return notes.reverse()
}
