import { sql } from 'kysely'
import { type IdentityTables, listMembers, notify, type OrganisationId } from '#identity'
import { addDays } from '../../../kernel/plain-date.ts'
import { actingAs, type Context, type Services, today } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { documentsEndNote } from '../letters.ts'
import { DOCUMENT_REMINDERS } from '../model.ts'
import { dueDocuments } from '../rules/reminders.ts'
import { insertDocumentReminders, listDocumentReminders, listDocuments } from '../store/documents.ts'
import type { BidsTables } from '../tables.ts'

const listSuppliers = async (
  db: Reader<BidsTables>,
  from: string,
  until: string,
): Promise<OrganisationId[]> => {
  const { rows } = await sql<{ supplierId: OrganisationId }>`
    select supplier_id as "supplierId" from bids.suppliers_with_ends(${from}, ${until})`.execute(db)
  return rows.map(({ supplierId }) => supplierId)
}

const remind = async (ctx: Context, tx: Writer<BidsTables>, supplierId: OrganisationId): Promise<number> => {
  const sent = await listDocumentReminders(tx, supplierId)
  const due = dueDocuments(await listDocuments(tx, supplierId), today(ctx), (id) => sent.get(id) ?? [])
  const marks = due.flatMap(({ document, passed }) => passed.map((mark) => ({ fileId: document.id, mark })))
  // None is new where another worker was at it in the same moment.
  if (marks.length === 0 || (await insertDocumentReminders(tx, supplierId, marks, ctx.clock.now())) === 0)
    return 0
  const members = await listMembers(tx as unknown as Reader<IdentityTables>, supplierId)
  const readers = members.filter(({ isDisabled }) => !isDisabled)
  for (const { id } of readers) await notify(tx, ctx, { ...documentsEndNote(due), to: { personId: id } })
  return readers.length
}

/**
 * Tells suppliers of documents that end: 60 and 14 days before the last day, each once, however often this runs. All that is due
 * for a supplier is one note. Gives how many were written.
 */
export const remindOfDocuments = async (services: Services): Promise<number> => {
  const anybody = actingAs(services, { kind: 'worker' }, null)
  const from = today(anybody)
  const until = addDays(from, DOCUMENT_REMINDERS[0].days)
  let notes = 0
  for (const supplierId of await inReading(anybody, (db: Reader<BidsTables>) =>
    listSuppliers(db, from, until),
  )) {
    const theirs = { ...anybody, authorityId: supplierId }
    notes += await inTransaction(theirs, (tx: Writer<BidsTables>) => remind(theirs, tx, supplierId))
  }
  return notes
}
