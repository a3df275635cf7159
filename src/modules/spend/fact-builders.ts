import type { TestDatabase } from '../../platform/testing/test-database.ts'

/** What matching found of a payee, by the payee's name in the ledger. */
export type SupplierFacts = {
  readonly key?: string
  readonly name?: string
  readonly kind?: 'business' | 'vcse' | 'public' | 'unknown'
  readonly size?: 'micro' | 'small' | 'medium' | 'large'
  readonly sector?: string
  readonly state?: 'number' | 'name' | 'individual' | 'unknown'
}

/** Says whom payees are, as matching does, and that what counts has changed. */
export const identifyPayees = async (
  db: TestDatabase,
  authorityId: string,
  suppliers: Readonly<Record<string, SupplierFacts>>,
): Promise<void> => {
  for (const [name, facts] of Object.entries(suppliers))
    await db.query(
      `update spend.payee set supplier_key = $3, supplier_name = $4, supplier_kind = $5, supplier_size = $6,
         sector = $7, match_state = $8 where authority_id = $1 and name = $2`,
      [
        authorityId,
        name,
        facts.key ?? null,
        facts.name ?? name,
        facts.kind ?? null,
        facts.size ?? null,
        facts.sector ?? null,
        facts.state ?? 'number',
      ],
    )
  await db.query(
    'update spend.version set number = number + 1, stamp = gen_random_uuid() where authority_id = $1',
    [authorityId],
  )
}

/** A row of the summary and its payee, as an import would leave them. */
export type RawFact = {
  readonly payee: number
  readonly month: string | null
  readonly department: string | null
  readonly category: string | null
  readonly pence: number
}

export type RawPayee = {
  readonly name: string
  readonly tier: string
  readonly supplierKey: string | null
  readonly supplierKind: string | null
  readonly supplierSize: string | null
  readonly sector: string | null
  readonly flag: string
}

const storeGroup = async (
  db: TestDatabase,
  authorityId: string,
  { name, keys }: { readonly name: string; readonly keys: readonly string[] },
): Promise<void> => {
  const id = '00000000-0000-4000-8000-000000000002'
  await db.query(
    `insert into spend.supplier_group (authority_id, id, name, made_by, made_at) values ($1, $2, $3, 'command', now())`,
    [authorityId, id, name],
  )
  await db.query(
    `insert into spend.supplier_group_member (authority_id, supplier_key, group_id, supplier_name)
     select $1, key, $2, key from unnest($3::text[]) key`,
    [authorityId, id, keys],
  )
}

/** Replaces all of an authority's facts by these: payee 0 is the first of `payees`. */
export const storeFacts = async (
  db: TestDatabase,
  authorityId: string,
  payees: readonly RawPayee[],
  facts: readonly RawFact[],
  group?: { readonly name: string; readonly keys: readonly string[] },
): Promise<void> => {
  const file = '00000000-0000-4000-8000-000000000001'
  for (const table of ['summary', 'payee', 'import', 'version', 'supplier_group'])
    await db.query(`delete from spend.${table} where authority_id = $1`, [authorityId])
  await db.query(
    `insert into spend.import (authority_id, id, file_hash, file_name, file_bytes, status, created_by)
     values ($1, $2, 'h', 'facts.csv', 1, 'counted', 'command')`,
    [authorityId, file],
  )
  await db.query(
    `insert into spend.payee (authority_id, id, payee_key, name, name_key, flag, tier, supplier_key, supplier_kind, supplier_size, sector)
     select $1, p.id, 'k' || p.id, p.name, p.name, p.flag, p.tier, p."supplierKey", p."supplierKind", p."supplierSize", p.sector
     from jsonb_to_recordset($2::jsonb) as p(id int, name text, flag text, tier text, "supplierKey" text,
       "supplierKind" text, "supplierSize" text, sector text)`,
    [authorityId, JSON.stringify(payees.map((payee, at) => ({ ...payee, id: at + 1 })))],
  )
  await db.query(
    `insert into spend.summary (authority_id, import_id, payee_id, month, department, category, payments, amount_pence)
     select $1, $2, f.payee + 1, f.month::date, f.department, f.category, 1, f.pence
     from jsonb_to_recordset($3::jsonb) as f(payee int, month text, department text, category text, pence bigint)`,
    [authorityId, file, JSON.stringify(facts)],
  )
  if (group) await storeGroup(db, authorityId, group)
  await db.query('insert into spend.version (authority_id, number) values ($1, 1)', [authorityId])
}
