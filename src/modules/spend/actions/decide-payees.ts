import {
  decisionKey,
  findRegisterEntriesByNumber,
  type RegisterEntry,
  SCHEMES,
  type Scheme,
} from '#suppliers'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { deleteBatch, insertDecisions } from '../store/decisions.ts'
import { lockImports, raiseVersion } from '../store/imports.ts'
import { forgetMatching, reopenDecided } from '../store/matching.ts'
import { listPayeesToPlace, type PayeeToPlace } from '../store/payees.ts'
import { listSpellings } from '../store/review.ts'
import type { SpendTables } from '../tables.ts'
import { askForMatching } from './ask-for-matching.ts'
import { placePayees } from './place-payees.ts'

type Acting = Context & { readonly authorityId: string }
type Tx = Writer<SpendTables>

/** The supplier that a person chose, or null for "none of these". */
export type Choice = { readonly scheme: string; readonly number: string } | null
export type DecideRefusal = 'nobody-chosen' | 'no-such-payee' | 'no-such-entry'
export type Decided = {
  readonly batch: string
  readonly payees: readonly string[]
  readonly supplier: string | null
}

const findEntry = async (tx: Tx, choice: NonNullable<Choice>): Promise<RegisterEntry | undefined> => {
  const scheme: Scheme | undefined = SCHEMES.find((known) => known === choice.scheme)
  if (!scheme) return undefined
  return (await findRegisterEntriesByNumber(tx as never, { scheme, numbers: [choice.number] }))[0]
}

const actorName = (ctx: Context): string =>
  ctx.actor.kind === 'person' ? `person:${ctx.actor.personId}` : ctx.actor.kind

const store = (tx: Tx, ctx: Acting, payees: readonly PayeeToPlace[], batch: string, entry?: RegisterEntry) =>
  insertDecisions(
    tx,
    payees.map((payee) => ({
      authority_id: ctx.authorityId,
      payee_key: payee.payee_key,
      name_key: decisionKey(payee.name),
      payee_name: payee.name,
      register_scheme: entry?.scheme ?? null,
      register_number: entry?.number ?? null,
      supplier_name: entry?.name ?? null,
      batch,
      decided_by: actorName(ctx),
      decided_at: ctx.clock.now(),
    })),
  )

/**
 * Stores what a person says of payees, for now and for every later file, and applies it at once: to these payees and to
 * others that bear the very name. Withheld names cannot be decided on.
 */
export const decidePayees = (
  ctx: Acting,
  payeeIds: readonly number[],
  choice: Choice,
): Promise<Decision<Decided, DecideRefusal>> =>
  inTransaction<SpendTables, Decision<Decided, DecideRefusal>>(ctx, async (tx) => {
    if (payeeIds.length === 0) return refuse('nobody-chosen')
    await lockImports(tx, ctx.authorityId)
    const payees = await listPayeesToPlace(tx, { ids: payeeIds })
    if (payees.length !== new Set(payeeIds).size || payees.some((payee) => payee.flag !== 'named'))
      return refuse('no-such-payee')
    const entry = choice === null ? undefined : await findEntry(tx, choice)
    if (choice !== null && !entry) return refuse('no-such-entry')
    const ids = await listSpellings(tx, payeeIds)
    const batch = newId()
    await store(tx, ctx, payees, batch, entry)
    await placePayees(tx, ctx.authorityId, { ids })
    await raiseVersion(tx, ctx.authorityId)
    const names = payees.map((payee) => payee.name)
    await recordAudit(tx, ctx, {
      name: 'PAYEES_DECIDED',
      subject: batch,
      facts: {
        payees: names.join(' | ').slice(0, 1000),
        count: names.length,
        supplier: entry ? `${entry.scheme}-${entry.number}` : null,
      },
    })
    return accept({ batch, payees: names, supplier: entry?.name ?? null })
  })

/** Takes a decision back. The payees become doubtful again, or go to the matcher, as they were before. */
export const undoDecision = (ctx: Acting, batch: string): Promise<Decision<Decided, 'no-such-decision'>> =>
  inTransaction<SpendTables, Decision<Decided, 'no-such-decision'>>(ctx, async (tx) => {
    await lockImports(tx, ctx.authorityId)
    const gone = await deleteBatch(tx, batch)
    if (gone.length === 0) return refuse('no-such-decision')
    const ids = await reopenDecided(tx)
    await placePayees(tx, ctx.authorityId, { ids })
    await raiseVersion(tx, ctx.authorityId)
    // What the matcher was sure of before the decision shows as doubtful until it has looked again.
    await forgetMatching(tx)
    await askForMatching(tx, ctx, ctx.authorityId)
    await recordAudit(tx, ctx, {
      name: 'PAYEES_DECISION_UNDONE',
      subject: batch,
      facts: {
        count: gone.length,
        payees: gone
          .map((row) => row.payee_name)
          .join(' | ')
          .slice(0, 1000),
      },
    })
    return accept({
      batch,
      payees: gone.map((row) => row.payee_name),
      supplier: gone[0]?.supplier_name ?? null,
    })
  })
