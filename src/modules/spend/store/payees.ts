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
  | 'id'
  | 'payee_key'
  | 'name'
  | 'name_key'
  | 'flag'
  | 'company_number'
  | 'charity_number'
  | 'postcode'
  | 'register_scheme'
  | 'register_number'
  | 'identified_by'
  | 'match_state'
>

const TO_PLACE = [
  'id',
  'payee_key',
  'name',
  'name_key',
  'flag',
  'company_number',
  'charity_number',
  'postcode',
  'register_scheme',
  'register_number',
  'identified_by',
  'match_state',
] as const

/** Those above a number, which an import brought (above 0: all); or these. */
export type WhichPayees = { readonly afterId: number } | { readonly ids: readonly number[] }

export const listPayeesToPlace = (db: Reader<SpendTables>, which: WhichPayees): Promise<PayeeToPlace[]> =>
  db
    .selectFrom('spend.payee')
    .select(TO_PLACE)
    .where((eb) =>
      'afterId' in which
        ? eb('id', '>', which.afterId)
        : eb('id', '=', sql<number>`any(${which.ids}::int[])`),
    )
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
  readonly matchState: string
  readonly supplierKey: string | null
  readonly supplierName: string | null
  readonly supplierKind: string | null
  readonly supplierSize: string | null
  readonly sector: string | null
  readonly groupKey: string | null
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
      located_by = found.located_by, located_as = found.located_as, tier = found.tier,
      match_state = found.match_state, supplier_key = found.supplier_key, supplier_name = found.supplier_name,
      supplier_kind = found.supplier_kind, supplier_size = found.supplier_size, sector = found.sector,
      group_key = found.group_key,
      -- What the matcher saw stays while it is, or may again become, the ground of the answer.
      match_probability = case when found.match_state in ('unmatched', 'number', 'individual')
        or found.identified_by = 'exact-name' then null else match_probability end,
      match_evidence = case when found.match_state in ('unmatched', 'number', 'individual')
        or found.identified_by = 'exact-name' then null else match_evidence end
    from unnest(
      ${column('id')}::int[], ${column('registerScheme')}::text[], ${column('registerNumber')}::text[],
      ${column('identifiedBy')}::text[], ${column('locatedPostcode')}::text[], ${column('locatedBy')}::text[],
      ${column('locatedAs')}::text[], ${column('tier')}::text[], ${column('matchState')}::text[],
      ${column('supplierKey')}::text[], ${column('supplierName')}::text[], ${column('supplierKind')}::text[],
      ${column('supplierSize')}::text[], ${column('sector')}::text[], ${column('groupKey')}::text[]
    ) as found (id, register_scheme, register_number, identified_by, located_postcode, located_by, located_as, tier,
      match_state, supplier_key, supplier_name, supplier_kind, supplier_size, sector, group_key)
    where spend.payee.authority_id = platform.authority() and spend.payee.id = found.id`.execute(tx)
}
