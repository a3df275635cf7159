import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { DocumentKind, Status, Step, Version, VersionText } from '../model.ts'
import type { StrategyTables } from '../tables.ts'

type Db = Reader<StrategyTables>
type Tx = Writer<StrategyTables>

export type Key = { readonly authorityId: string; readonly documentId: string; readonly version: number }

const selectVersions = (db: Db) =>
  db
    .selectFrom('strategy.version as v')
    .innerJoin('strategy.document as d', (join) =>
      join.onRef('d.authority_id', '=', 'v.authority_id').onRef('d.id', '=', 'v.document_id'),
    )
    .select([
      'v.document_id as documentId',
      'd.code',
      'd.kind',
      'v.version',
      'v.title',
      'v.summary',
      'v.starts_on as startsOn',
      'v.ends_on as endsOn',
      'v.status',
    ])

/** Every version of every document, by code, newest first. */
export const listVersions = (db: Db): Promise<Version[]> =>
  selectVersions(db).orderBy('d.code').orderBy('v.version', 'desc').execute()

/** The versions of one document, newest first. Throws NotFound where there is none. */
export const versionsOf = async (db: Db, documentId: string): Promise<[Version, ...Version[]]> => {
  const [first, ...rest] = await selectVersions(db)
    .where('v.document_id', '=', documentId)
    .orderBy('v.version', 'desc')
    .execute()
  if (!first) throw new NotFound('There is no such document.')
  return [first, ...rest]
}

export const getVersion = async (db: Db, documentId: string, version: number): Promise<Version> => {
  const found = (await versionsOf(db, documentId)).find((one) => one.version === version)
  if (!found) throw new NotFound('This document has no such version.')
  return found
}

/** Makes changes to a document wait for each other. Throws NotFound where there is none. */
export const lockDocument = async (tx: Tx, documentId: string): Promise<void> => {
  const found = await tx
    .selectFrom('strategy.document')
    .select('id')
    .where('id', '=', documentId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound('There is no such document.')
}

export const insertDocument = async (
  tx: Tx,
  document: { authorityId: string; id: string; code: string; kind: DocumentKind; createdAt: Date },
): Promise<void> => {
  const { authorityId, id, code, kind, createdAt } = document
  await tx
    .insertInto('strategy.document')
    .values({ authority_id: authorityId, id, code, kind, created_at: createdAt })
    .execute()
}

export const insertVersion = async (tx: Tx, key: Key, text: VersionText): Promise<void> => {
  await tx
    .insertInto('strategy.version')
    .values({
      authority_id: key.authorityId,
      document_id: key.documentId,
      version: key.version,
      title: text.title,
      summary: text.summary,
      starts_on: text.startsOn,
      ends_on: text.endsOn,
      status: 'draft',
    })
    .execute()
}

export const setVersionText = async (tx: Tx, key: Key, text: VersionText): Promise<void> => {
  await tx
    .updateTable('strategy.version')
    .set({ title: text.title, summary: text.summary, starts_on: text.startsOn, ends_on: text.endsOn })
    .where('document_id', '=', key.documentId)
    .where('version', '=', key.version)
    .execute()
}

export const setStatus = async (tx: Tx, key: Key, status: Status): Promise<void> => {
  await tx
    .updateTable('strategy.version')
    .set({ status })
    .where('document_id', '=', key.documentId)
    .where('version', '=', key.version)
    .execute()
}

export const insertStep = async (
  tx: Tx,
  key: Key,
  step: Step & { readonly personId: string | null },
): Promise<void> => {
  await tx
    .insertInto('strategy.step')
    .values({
      authority_id: key.authorityId,
      document_id: key.documentId,
      version: key.version,
      status: step.status,
      decided_on: step.decidedOn,
      note: step.note,
      person_id: step.personId,
      person_name: step.personName,
      recorded_at: step.recordedAt,
    })
    .execute()
}

/** What became of the versions of a document, oldest first. */
export const listSteps = (db: Db, documentId: string): Promise<(Step & { readonly version: number })[]> =>
  db
    .selectFrom('strategy.step')
    .select([
      'version',
      'status',
      'decided_on as decidedOn',
      'note',
      'person_name as personName',
      'recorded_at as recordedAt',
    ])
    .where('document_id', '=', documentId)
    .orderBy('version')
    // In the order of a version's life, whatever the days it was recorded on.
    .orderBy(sql`array_position(array['draft', 'consulted', 'adopted', 'superseded'], status)`)
    .execute()

export const listDocumentCodes = async (db: Db): Promise<Set<string>> =>
  new Set(
    (await db.selectFrom('strategy.document').select('code').orderBy('code').execute()).map(
      ({ code }) => code,
    ),
  )
