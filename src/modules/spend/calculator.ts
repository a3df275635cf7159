import { sql } from 'kysely'
import { actingAuthority } from '#identity'
import type { CopyKey } from '../../platform/columnar/columnar.ts'
import type { Context } from '../../platform/context.ts'
import { copyOut } from '../../platform/copy-out.ts'
import type { Database } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import {
  type Calculator,
  copyCalculator,
  databaseCalculator,
  FACT_TABLE,
  getStamp,
  stampIfFree,
} from './store/calculator.ts'
import { FACT_COLUMNS, factsOfPostgres } from './store/facts.ts'
import type { SpendTables } from './tables.ts'

const copyQuery = (database: Database): string =>
  sql`select * from ${factsOfPostgres()} as fact`.compile(database.kysely).sql

/** Makes the copy of the acting authority's facts as they are now; undefined where there is nothing to copy, or another process is at it. */
export const makeFactCopy = (ctx: Context): Promise<CopyKey | undefined> => {
  const authorityId = actingAuthority(ctx)
  return ctx.columnar.make(authorityId, {
    table: FACT_TABLE,
    columns: FACT_COLUMNS,
    write: async (path) => {
      const found = await copyOut<{ stamp: string }>(
        ctx,
        stampIfFree(authorityId),
        copyQuery(ctx.database),
        () => path,
      )
      return found?.stamp
    },
  })
}

/** Authorities whose copy this process is making, or could not make a moment ago. */
const making = new Set<string>()
const PAUSE_MS = 60_000

/** Begins a copy that the next question will find. A command is over before it would be of use. */
const beginCopy = (ctx: Context): void => {
  const authorityId = actingAuthority(ctx)
  if (ctx.actor.kind === 'command' || making.has(authorityId)) return
  making.add(authorityId)
  makeFactCopy(ctx).then(
    () => making.delete(authorityId),
    // The database answers as well; a later question tries again.
    () => setTimeout(() => making.delete(authorityId), PAUSE_MS).unref(),
  )
}

/**
 * Runs questions of analysis about the acting authority's payments: on the copy of exactly what counts in this snapshot, or
 * on the database while there is none. The stamp is read under row-level security, so nobody comes to another's copy.
 */
export const inAnalysis = <Result>(
  ctx: Context,
  work: (calculator: Calculator) => Promise<Result>,
): Promise<Result> =>
  inReading<SpendTables, Result>(ctx, async (db) => {
    const stamp = await getStamp(db)
    if (stamp === undefined) return work(databaseCalculator(db))
    const key = { owner: actingAuthority(ctx) as string, stamp }
    if (ctx.columnar.has(key)) {
      const answer = await ctx.columnar.using([key], async (ask) => ({
        value: await work(copyCalculator(db, ask, [key])),
      }))
      if (answer) return answer.value
    }
    beginCopy(ctx)
    return work(databaseCalculator(db))
  })
