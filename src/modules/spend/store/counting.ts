import { sql } from 'kysely'
import type { Writer } from '../../../platform/database.ts'
import type { Overlap } from '../model.ts'
import type { SpendTables } from '../tables.ts'

/** The file's payments begin to count: they are added up into the summary. */
export const insertSummary = async (tx: Writer<SpendTables>, importId: string): Promise<unknown> => {
  // Or the groups of a large file spill to disk, which takes twice as long.
  await sql`set local work_mem = '128MB'`.execute(tx)
  return sql`
    insert into spend.summary (authority_id, import_id, payee_id, month, department, category, payments, amount_pence)
    select authority_id, import_id, payee_id, date_trunc('month', coalesce(paid_on, period_from))::date, department, category,
           count(*), sum(amount_pence)
    from spend.payment
    where import_id = ${importId}
    group by 1, 2, 3, 4, 5, 6`.execute(tx)
}

/**
 * Payments of this file that stand in counted files as well. Two lines are the same where day, payee, amount,
 * reference and description are; a line that stands twice in both files is shared twice. Each new line gets
 * its turn among equals, so that only as many are shared as the other files hold.
 */
const sharedLines = (importId: string) => sql`
  with mine as (
    select part, row_number, payee_id, amount_pence, paid_on, period_from, reference, description,
           row_number() over (partition by payee_id, amount_pence, paid_on, period_from, reference, description order by part, row_number) as turn
    from spend.payment where import_id = ${importId}
  ), theirs as (
    select line.import_id, line.payee_id, line.amount_pence, line.paid_on, line.period_from, line.reference, line.description,
           row_number() over (partition by line.payee_id, line.amount_pence, line.paid_on, line.period_from, line.reference, line.description
                              order by line.import_id, line.part, line.row_number) as turn
    from spend.payment line
    join spend.import file on file.authority_id = line.authority_id and file.id = line.import_id and file.status = 'counted'
    where line.import_id <> ${importId}
      and coalesce(line.paid_on, line.period_from) >= (select min(coalesce(paid_on, period_from)) from mine)
      and coalesce(line.paid_on, line.period_from) <= (select max(coalesce(paid_on, period_from)) from mine)
  )
  select mine.part, mine.row_number, mine.amount_pence, theirs.import_id
  from mine join theirs
    on theirs.payee_id = mine.payee_id and theirs.amount_pence = mine.amount_pence and theirs.turn = mine.turn
   and theirs.paid_on is not distinct from mine.paid_on and theirs.period_from is not distinct from mine.period_from
   and theirs.reference is not distinct from mine.reference and theirs.description is not distinct from mine.description`

/**
 * Works without nested loops: the rows of this file are younger than the table's statistics, and a planner that takes
 * them for a handful walks all counted lines for each of them.
 */
const withoutNestedLoops = async <Result>(
  tx: Writer<SpendTables>,
  work: () => Promise<Result>,
): Promise<Result> => {
  await sql`set local enable_nestloop = off`.execute(tx)
  const result = await work()
  await sql`set local enable_nestloop = on`.execute(tx)
  return result
}

/** What a file shares with the files counted before it. */
export const measureOverlap = async (tx: Writer<SpendTables>, importId: string): Promise<Overlap> => {
  const counted = await tx
    .selectFrom('spend.import')
    .select('id')
    .where('status', '=', 'counted')
    .where('id', '<>', importId)
    .limit(1)
    .executeTakeFirst()
  if (!counted) return { payments: 0, pence: 0, files: [] }
  const { rows } = await withoutNestedLoops(tx, () =>
    sql<{ importId: string; fileName: string; payments: number; pence: number }>`
      select shared.import_id as "importId", file.file_name as "fileName", count(*) as payments, sum(shared.amount_pence)::bigint as pence
      from (${sharedLines(importId)}) shared
      join spend.import file on file.id = shared.import_id
      group by 1, 2 order by 3 desc, 1`.execute(tx),
  )
  return {
    payments: rows.reduce((sum, row) => sum + row.payments, 0),
    pence: rows.reduce((sum, row) => sum + row.pence, 0),
    files: rows.map(({ importId: id, fileName, payments }) => ({ importId: id, fileName, payments })),
  }
}

/** Leaves the shared payments out: they become rows that say so. Returns how many, and their pence. */
export const moveSharedLines = async (
  tx: Writer<SpendTables>,
  importId: string,
): Promise<{ rows: number; pence: number }> => {
  const { rows } = await withoutNestedLoops(tx, () =>
    sql<{ rows: number; pence: number }>`
    with shared as (${sharedLines(importId)}), gone as (
      delete from spend.payment line using shared
      where line.import_id = ${importId} and line.part = shared.part and line.row_number = shared.row_number
      returning line.authority_id, line.import_id, line.part, line.row_number, line.amount_pence, line.payee_id, line.paid_on
    ), kept as (
      insert into spend.other_row (authority_id, import_id, part, row_number, kind, cells)
      select authority_id, import_id, part, row_number, 'counted-in-another-file',
             json_build_array(paid_on, payee_id, amount_pence)::text from gone
    )
    select count(*) as rows, coalesce(sum(amount_pence), 0)::bigint as pence from gone`.execute(tx),
  )
  return rows[0] ?? { rows: 0, pence: 0 }
}

/** Takes a file's rows away; the file itself and its record stay. */
export const deleteRows = async (tx: Writer<SpendTables>, importId: string): Promise<void> => {
  await tx.deleteFrom('spend.summary').where('import_id', '=', importId).execute()
  await tx.deleteFrom('spend.payment').where('import_id', '=', importId).execute()
  await tx.deleteFrom('spend.other_row').where('import_id', '=', importId).execute()
  await tx.deleteFrom('spend.rejected_row').where('import_id', '=', importId).execute()
}

/** Lets the planner know of rows that have just come; in a transaction of its own, for it locks other gatherings out. */
export const gatherStatistics = (tx: Writer<SpendTables>): Promise<unknown> =>
  sql`select spend.gather_statistics()`.execute(tx)
