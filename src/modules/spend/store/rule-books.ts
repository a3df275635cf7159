import type { Reader, Writer } from '../../../platform/database.ts'
import type { SpendTables } from '../tables.ts'
import { asJson } from './imports.ts'

export type BookVersion = {
  readonly name: string
  readonly number: number
  readonly content: unknown
  /** What was changed, in a few words. */
  readonly change: string
  readonly madeAt: Date
  readonly madeBy: string
}

const select = (db: Reader<SpendTables>) =>
  db
    .selectFrom('spend.rule_book')
    .select(['name', 'number', 'content', 'change', 'made_at as madeAt', 'made_by as madeBy'])

/** The newest version of a book; undefined while it is as the product ships it. */
export const findBook = (db: Reader<SpendTables>, name: string): Promise<BookVersion | undefined> =>
  select(db).where('name', '=', name).orderBy('number', 'desc').limit(1).executeTakeFirst()

/** The newest version of every book. */
export const listBooks = (db: Reader<SpendTables>): Promise<BookVersion[]> =>
  select(db).distinctOn('name').orderBy('name').orderBy('number', 'desc').execute()

/** All versions of a book, newest first. */
export const listVersions = (db: Reader<SpendTables>, name: string): Promise<BookVersion[]> =>
  select(db).where('name', '=', name).orderBy('number', 'desc').limit(200).execute()

export const insertVersion = (
  tx: Writer<SpendTables>,
  authorityId: string,
  version: BookVersion,
): Promise<unknown> =>
  tx
    .insertInto('spend.rule_book')
    .values({
      authority_id: authorityId,
      name: version.name,
      number: version.number,
      content: asJson(version.content),
      change: version.change,
      made_at: version.madeAt,
      made_by: version.madeBy,
    })
    .execute()
