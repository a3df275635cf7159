import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { ContractsTables } from '../tables.ts'

/** A contract as a supplier reaches it: in whose rows it stands, and which it is. */
export type BoundTo = { readonly authorityId: string; readonly contractId: string }

/** The supplier is the organisation that acts. */
const bind = (db: Reader<ContractsTables>, { authorityId: supplierId }: Context, { contractId }: BoundTo) =>
  sql`select set_config('app.contract', ${contractId}, true), set_config('app.supplier', ${supplierId ?? ''}, true)`.execute(
    db,
  )

/**
 * Reads for a supplier in the council's rows, with row-level security bound to one contract. Whoever calls it has
 * seen that the supplier is linked to it.
 */
export const readBound = <Result>(
  ctx: Context,
  to: BoundTo,
  work: (db: Reader<ContractsTables>) => Promise<Result>,
): Promise<Result> =>
  inReading<ContractsTables, Result>({ ...ctx, authorityId: to.authorityId }, async (db) => {
    await bind(db, ctx, to)
    return work(db)
  })

/** The same for a change; it stands in the council's audit log, in the name of the supplier's person. */
export const changeBound = <Result>(
  ctx: Context,
  to: BoundTo,
  work: (tx: Writer<ContractsTables>, acting: Context) => Promise<Result>,
): Promise<Result> => {
  const acting = { ...ctx, authorityId: to.authorityId }
  return inTransaction<ContractsTables, Result>(acting, async (tx) => {
    await bind(tx, ctx, to)
    return work(tx, acting)
  })
}
