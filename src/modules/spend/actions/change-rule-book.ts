import { sql } from 'kysely'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { findBook, insertVersion, listVersions } from '../store/rule-books.ts'
import type { SpendTables } from '../tables.ts'

export type BookRefusal = 'no-such-version' | 'no-such-rule' | 'changed-meanwhile'

type Change = {
  readonly name: string
  /** What was changed, in a few words, for the history. */
  readonly change: string
  /** The version the person saw, 0 for none: what another has changed since is not overwritten. */
  readonly seen?: number | undefined
}

const madeBy = (ctx: Context): string => (ctx.actor.kind === 'person' ? ctx.actor.personId : ctx.actor.kind)

/** Writes the next version of a book. `make` gets the content as it stands (undefined: as shipped) and returns the new one. */
export const changeBook = (
  ctx: Context & { authorityId: string },
  { name, change, seen }: Change,
  make: (content: unknown) => Decision<unknown, BookRefusal>,
): Promise<Decision<number, BookRefusal>> =>
  inTransaction<SpendTables, Decision<number, BookRefusal>>(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`spend.rule_book ${ctx.authorityId} ${name}`}, 0))`.execute(
      tx,
    )
    const current = await findBook(tx, name)
    const number = current?.number ?? 0
    if (seen !== undefined && seen !== number) return refuse('changed-meanwhile')
    const made = make(current?.content)
    if (!made.ok) return made
    await insertVersion(tx, ctx.authorityId, {
      name,
      number: number + 1,
      content: made.value,
      change,
      madeAt: ctx.clock.now(),
      madeBy: madeBy(ctx),
    })
    await recordAudit(tx, ctx, {
      name: 'RULE_BOOK_CHANGED',
      subject: name,
      facts: { version: number + 1, change },
    })
    return accept(number + 1)
  })

/** Brings an older version back, as a new one: nothing that was ever in force is lost. */
export const restoreBook = async (
  ctx: Context & { authorityId: string },
  name: string,
  version: number,
): Promise<Decision<number, BookRefusal>> => {
  const versions = await inTransaction<SpendTables, Awaited<ReturnType<typeof listVersions>>>(ctx, (tx) =>
    listVersions(tx, name),
  )
  const old = versions.find((candidate) => candidate.number === version)
  if (!old) return refuse('no-such-version')
  return changeBook(ctx, { name, change: `Version ${version} brought back` }, () => accept(old.content))
}
