import type { Selectable } from 'kysely'
import type { FinancialYear } from '../../../kernel/financial-year.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Statement } from '../model.ts'
import type { BudgetTables, StatementTable } from '../tables.ts'

type Db = Reader<BudgetTables>

const statementOf = (row: Selectable<StatementTable>): Statement => ({
  year: row.year,
  edition: row.edition,
  reference: row.reference,
  organisation: row.organisation,
  status: row.status,
  content: row.content,
  fingerprint: row.fingerprint,
  preparedBy: row.prepared_by,
  preparedName: row.prepared_name,
  preparedAt: row.prepared_at,
  signedName: row.signed_name,
  signedAt: row.signed_at,
})

/** Statements of the acting authority in any state, newest year and edition first; of one year, or of all. */
export const listOwnStatements = async (
  db: Db,
  authorityId: string,
  year: FinancialYear | null = null,
): Promise<Statement[]> => {
  const rows = await db
    .selectFrom('budget.statement')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .$if(year !== null, (query) => query.where('year', '=', year ?? ''))
    .orderBy('year', 'desc')
    .orderBy('edition', 'desc')
    .execute()
  return rows.map(statementOf)
}

/** What is listed of a signed statement, without its figures. */
export type StatementHead = Pick<
  Statement,
  'year' | 'edition' | 'reference' | 'organisation' | 'signedName' | 'signedAt'
>

/** Signed statements for everybody, the newest year first; of one authority, or of all. */
export const listSignedStatements = (db: Db, authorityId: string | null = null): Promise<StatementHead[]> =>
  db
    .selectFrom('budget.statement')
    .select([
      'year',
      'edition',
      'reference',
      'organisation',
      'signed_name as signedName',
      'signed_at as signedAt',
    ])
    .where('status', '=', 'signed')
    .$if(authorityId !== null, (query) => query.where('authority_id', '=', authorityId ?? ''))
    .orderBy('year', 'desc')
    .orderBy('organisation')
    .orderBy('edition', 'desc')
    .execute()

/** A signed statement by its public name, with the editions of its year and the newest of the year before; all signed. */
export const findSignedStatement = async (
  db: Db,
  reference: string,
  yearBefore: (year: FinancialYear) => FinancialYear,
): Promise<{ statement: Statement; editions: Statement[]; before: Statement | undefined } | undefined> => {
  const found = await db
    .selectFrom('budget.statement')
    .selectAll()
    .where('reference', '=', reference)
    .where('status', '=', 'signed')
    .executeTakeFirst()
  if (!found) return undefined
  const rows = await db
    .selectFrom('budget.statement')
    .selectAll()
    .where('authority_id', '=', found.authority_id)
    .where('status', '=', 'signed')
    .where('year', 'in', [found.year, yearBefore(found.year)])
    .orderBy('edition', 'desc')
    .execute()
  const all = rows.map(statementOf)
  return {
    statement: statementOf(found),
    editions: all.filter(({ year }) => year === found.year),
    before: all.find(({ year }) => year !== found.year),
  }
}

export const insertStatement = async (
  tx: Writer<BudgetTables>,
  authorityId: string,
  statement: Statement,
): Promise<void> => {
  await tx
    .insertInto('budget.statement')
    .values({
      authority_id: authorityId,
      year: statement.year,
      edition: statement.edition,
      reference: statement.reference,
      organisation: statement.organisation,
      status: 'prepared',
      content: JSON.stringify(statement.content) as never,
      fingerprint: statement.fingerprint,
      prepared_by: statement.preparedBy,
      prepared_name: statement.preparedName,
      prepared_at: statement.preparedAt,
      signed_by: null,
      signed_name: null,
      signed_at: null,
    })
    .execute()
}

type Key = Pick<Statement, 'year' | 'edition'>
type Signature = { readonly by: string | null; readonly name: string; readonly at: Date }

/** Signs what was prepared, or takes it back where nobody signed. */
export const settleStatement = async (
  tx: Writer<BudgetTables>,
  authorityId: string,
  { year, edition }: Key,
  signature: Signature | null,
): Promise<void> => {
  await tx
    .updateTable('budget.statement')
    .set(
      signature
        ? { status: 'signed', signed_by: signature.by, signed_name: signature.name, signed_at: signature.at }
        : { status: 'withdrawn' },
    )
    .where('authority_id', '=', authorityId)
    .where('year', '=', year)
    .where('edition', '=', edition)
    .execute()
}
