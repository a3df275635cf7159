import { type Selectable, sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { SpendTables } from '../tables.ts'

export type PayeeRecord = Selectable<SpendTables['spend.payee']>

export const getPayee = async (db: Reader<SpendTables>, id: number): Promise<PayeeRecord> => {
  const payee = await db.selectFrom('spend.payee').selectAll().where('id', '=', id).executeTakeFirst()
  if (!payee) throw new NotFound('There is no such payee here.')
  return payee
}

/** Every payee's key and number: an import looks its payees up in memory. */
export const listPayeeKeys = (db: Reader<SpendTables>): Promise<{ id: number; payee_key: string }[]> =>
  db.selectFrom('spend.payee').select(['id', 'payee_key']).orderBy('id').execute()

export type PayeeToPlace = Pick<
  PayeeRecord,
  'id' | 'name_key' | 'flag' | 'company_number' | 'charity_number' | 'postcode'
>

/** Payees to be placed: all, or those above a number, which an import brought. */
export const listPayeesToPlace = (db: Reader<SpendTables>, afterId: number): Promise<PayeeToPlace[]> =>
  db
    .selectFrom('spend.payee')
    .select(['id', 'name_key', 'flag', 'company_number', 'charity_number', 'postcode'])
    .where('id', '>', afterId)
    .orderBy('id')
    .execute()

export type Placement = {
  readonly id: number
  readonly registerScheme: string | null
  readonly registerNumber: string | null
  readonly identifiedBy: string | null
  readonly locatedPostcode: string | null
  readonly locatedBy: string | null
  readonly locatedAs: string | null
  readonly tier: string
}

/** Stores where payees were found, many in one statement. */
export const setPlacements = (
  tx: Writer<SpendTables>,
  placements: readonly Placement[],
): Promise<unknown> => {
  const column = (name: keyof Placement) => placements.map((placement) => placement[name])
  return sql`
    update spend.payee set
      register_scheme = found.register_scheme, register_number = found.register_number,
      identified_by = found.identified_by, located_postcode = found.located_postcode,
      located_by = found.located_by, located_as = found.located_as, tier = found.tier
    from unnest(
      ${column('id')}::int[], ${column('registerScheme')}::text[], ${column('registerNumber')}::text[],
      ${column('identifiedBy')}::text[], ${column('locatedPostcode')}::text[], ${column('locatedBy')}::text[],
      ${column('locatedAs')}::text[], ${column('tier')}::text[]
    ) as found (id, register_scheme, register_number, identified_by, located_postcode, located_by, located_as, tier)
    where spend.payee.authority_id = platform.authority() and spend.payee.id = found.id`.execute(tx)
}
