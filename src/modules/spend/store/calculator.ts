import { type RawBuilder, sql } from 'kysely'
import { type Ask, type CopyKey, schemaOf } from '../../../platform/columnar/columnar.ts'
import type { Reader } from '../../../platform/database.ts'
import type { SpendTables } from '../tables.ts'
import { factsOfPostgres } from './facts.ts'

/** What answers questions of analysis. The SQL is the same wherever it runs (ADR 10). */
export type Calculator = {
  /** The facts, for a from clause. */
  readonly facts: RawBuilder<unknown>
  readonly rows: <Row>(query: RawBuilder<Row>) => Promise<Row[]>
  /** What is not a fact of payments (imports, payees) is read here, in the same snapshot. */
  readonly db: Reader<SpendTables>
  readonly answeredBy: 'copy' | 'database'
  /** Rows that could not be read, where they were counted already: of a network, in each member's own name. */
  readonly rejected?: { readonly rejectedRows: number; readonly rejectedPence: number }
}

export const FACT_TABLE = 'fact'

export const databaseCalculator = (db: Reader<SpendTables>): Calculator => ({
  facts: sql`${factsOfPostgres()} as fact`,
  rows: async (query) => (await query.execute(db)).rows,
  db,
  answeredBy: 'database',
})

/** Reads one copy, or several organisations' as one. */
export const copyCalculator = (
  db: Reader<SpendTables>,
  ask: Ask,
  keys: readonly [CopyKey, ...CopyKey[]],
): Calculator => {
  const tables = keys.map((key) => sql.raw(`select * from ${schemaOf(key)}.${FACT_TABLE}`))
  const [only] = keys
  return {
    facts:
      keys.length === 1
        ? sql.raw(`${schemaOf(only)}.${FACT_TABLE} as fact`)
        : sql`(${sql.join(tables, sql` union all `)}) as fact`,
    rows: (query) => {
      const { sql: text, parameters } = query.compile(db)
      return ask(text, parameters)
    },
    db,
    answeredBy: 'copy',
  }
}

/** The stamp of what counts now; undefined before the first file. */
export const getStamp = async (db: Reader<SpendTables>): Promise<string | undefined> => {
  const row = await db.selectFrom('spend.version').select('stamp').executeTakeFirst()
  return row?.stamp
}

/** The same question as SQL text, for the snapshot a copy is made in. One process at a time makes an authority's. */
export const stampIfFree = (authorityId: string): { text: string; values: readonly unknown[] } => ({
  text: `select stamp from spend.version where pg_try_advisory_xact_lock(hashtextextended($1, 0))`,
  values: [`spend.copy ${authorityId}`],
})
